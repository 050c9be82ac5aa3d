"""What holds for every format of code hosts: nothing breaks out, nothing is lost, equal input gives equal bytes."""

import pytest
from handmade import many
from hostile import BREAKOUTS, NASTY, REPORTS, everything

from replylint.model import Problem
from replylint.output import FORMATS, Look, render

HOSTS = ("sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown", "html")
INVISIBLE = set("\x00\x07\x1b\u202e\u2066\u200b\ufffe\uffff")


def test_all_of_them_are_registered():
    assert set(HOSTS) <= set(FORMATS)


@pytest.mark.parametrize("name", HOSTS)
@pytest.mark.parametrize("kind", REPORTS)
def test_any_report_can_be_written_as_utf_8(name, kind):
    text = render(REPORTS[kind], name, Look())
    assert text.encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize("name", HOSTS)
def test_equal_reports_give_equal_bytes(name):
    assert render(everything(NASTY), name, Look()) == render(everything(NASTY), name, Look(color=True, width=40))
    assert render(many(), name, Look()) == render(many(), name, Look(width=200))


@pytest.mark.parametrize("name", HOSTS)
def test_what_was_not_checked_is_told(name):
    text = render(REPORTS["only problems"], name, Look())
    for word in ("нет такого файла", "кавычка не закрыта", "row 3"):
        assert word in text
    assert "a.csv" in text


@pytest.mark.parametrize("name", HOSTS)
def test_a_place_without_a_line_is_told(name):
    made = REPORTS["library"]
    text = render(made, name, Look())
    assert "Лист1!B7" in text.replace("\\!", "!").replace("!<!-- -->", "!")
    problem = made._replace(problems=(Problem("а.json", "пусто", "$.greetings[3]"),))
    assert "greetings" in render(problem, name, Look())


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "checkstyle", "markdown", "html"])
def test_invisible_signs_become_visible(name):
    text = render(REPORTS["nasty"], name, Look())
    assert not INVISIBLE & set(text)
    assert "x1b" in text


@pytest.mark.parametrize("name", ["sarif", "junit", "markdown", "html"])
def test_a_suppression_keeps_its_reason(name):
    assert "так-надо" in render(everything("так-надо"), name, Look()).replace("\\", "")


@pytest.mark.parametrize("name", ["github", "gitlab", "checkstyle", "rdjson"])
def test_a_format_that_knows_no_suppressions_leaves_them_out(name):
    text = render(everything("текст"), name, Look())
    assert "bad-words" in text
    assert "hushed" not in text


@pytest.mark.parametrize("text", BREAKOUTS)
def test_one_at_a_time(text):
    for name in HOSTS:
        render(everything(text), name, Look()).encode("utf-8")
