"""Markdown and HTML: what is shown, and that no text from outside becomes markup."""

import re
from html.parser import HTMLParser

import pytest
from handmade import bad, finding, good, price, report, scored
from hostile import BREAKOUTS, NASTY, REPORTS, everything
from markdown_it import MarkdownIt

from replylint.model import Edit, Fix, Problem, Span
from replylint.output import Look, render
from replylint.output.markdown import LIMIT, code, escaped

VOID = {"meta", "br", "img", "link", "input"}


class Page(HTMLParser):
    """Tags in their order, attributes, text; every element must be closed."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.open, self.texts = [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self):
        return "".join(self.texts)


def html(made):
    return Page(render(made, "html", Look()))


def comment(made):
    """The comment as a code host shows it."""
    return Page(MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(render(made, "markdown", Look())))


@pytest.mark.parametrize("show", [html, comment])
@pytest.mark.parametrize("text", [*BREAKOUTS, NASTY])
def test_texts_never_become_markup(show, text):
    usual, odd = show(everything("текст")), show(everything(text))
    assert set(odd.tags) <= set(usual.tags) | {"code"}
    allowed = {("a", "href"), ("tr", "id"), ("li", "id"), ("dt", "id"), ("article", "id")}
    for tag, name, value in odd.attributes:
        assert not name.startswith("on")
        if (tag, name) == ("a", "href"):
            assert value.startswith("#")
        elif (tag, name) not in allowed:
            assert "evil" not in (value or "")
    assert odd.tags.count("details") == usual.tags.count("details")
    assert odd.tags.count("article") == usual.tags.count("article")


@pytest.mark.parametrize("kind", REPORTS)
def test_pages_are_whole(kind):
    html(REPORTS[kind])
    comment(REPORTS[kind])


def test_html_needs_nothing_from_outside():
    text = render(REPORTS["nasty"], "html", Look())
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.tags)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_html_shows_replies_whole_and_marks_the_words():
    checked = bad()
    text = render(report(checked), "html", Look())
    reply = re.search(r'<div class="reply">(.*?)</div>', text, re.DOTALL)[1]
    shown = re.sub(r"<sup>.*?</sup>", "", reply)
    assert Page(f"<p>{shown}</p>").text == checked.record.reply
    assert '<mark class="critical">Олег</mark><sup>1</sup>' in reply
    assert 'missing" title="здесь не хватает"></mark>' in reply


def test_overlapping_findings_are_both_numbered():
    made = scored("раз два три", [finding("x", "minor", "м", Span(0, 7)), finding("y", "critical", "м", Span(4, 11))], [10, 40])
    text = render(report(made), "html", Look())
    assert (
        '<mark class="minor">раз </mark><sup>1</sup><mark class="critical">два</mark><sup>2</sup><mark class="critical"> три</mark>' in text
    )


def test_html_tells_scores_fixes_and_reasons_in_both_languages():
    page = html(report(price(), good()))
    for words in ("не отправлять", "можно отправлять", "покрытие 90", "Здравствуйте, Михаил!", "Люди пишут", "Замечаний нет."):
        assert words in page.text
    assert "do not send" in html(report(price(), lang="en")).text
    links = {value for tag, name, value in page.attributes if (tag, name) == ("a", "href")}
    assert {value.removeprefix("#") for value in links} <= {value for _, name, value in page.attributes if name == "id"}


def test_windows_line_ends_are_not_shown():
    made = scored("раз\r\nдва", [finding("x", "minor", "м", Span(5, 8))], [10])
    assert "\\r" not in html(report(made)).text


def test_markdown_puts_the_worst_first_and_folds_the_rest():
    text = render(report(good(), price(), bad()), "markdown", Look())
    assert text.startswith("### replylint\n\n3 ответа: 13 замечаний, средняя оценка 43,3\n")
    assert text.index("возврат.txt | 0 | 9") < text.index("Черновик | 30 | 4")
    assert text.count("<details>") == text.count("</details>") == 2
    assert "куртка" not in text
    assert "<summary>черновики/возврат.txt — 0, не отправлять</summary>" in text


def test_markdown_of_a_clean_run():
    assert render(report(good()), "markdown", Look()) == "### replylint\n\n1 ответ: 0 замечаний, оценка 100\n\nЗамечаний нет.\n\n"


def test_a_comment_never_grows_over_the_limit():
    made = report(*[bad()] * 200, problems=[Problem(f"{n}.txt", "нет такого файла") for n in range(100)])
    text = render(made, "markdown", Look())
    assert len(text) < LIMIT + 100
    assert re.search(r"и ещё \d+: не поместились", text)


@pytest.mark.parametrize("text", ["@everyone", "#12", "!5", "&1", "~метка"])
def test_no_mentions(text):
    assert escaped(text) == f"\\{text[0]}<!-- -->{text[1:]}"


@pytest.mark.parametrize("text", ["a`b", "``", "`", "a\nb", " а "])
def test_code_holds_back_ticks(text):
    page = Page(MarkdownIt().render(code(text)))
    assert page.tags == ["p", "code"]
    assert page.text.strip() == " ".join(text.split())


def test_a_change_is_shown_in_whole_words():
    reply = "Данные вопросы"
    fix = Fix((Edit(Span(0, 1), "Здравствуйте, д"), Edit(Span(7, 13), "ответ")), safe=True)
    text = render(report(scored(reply, [finding("x", "minor", "м", Span(0, 1), fix=fix)], [10])), "html", Look())
    assert "<del>Данные</del> → <ins>Здравствуйте, данные</ins>; <del>вопросы</del> → <ins>ответы</ins>" in text
