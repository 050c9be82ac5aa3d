"""The face: what is shown, where the carets stand, what is folded, and that it fits the page."""

import re

import pytest
from handmade import BOOK, at, bad, finding, good, long_line, many, price, report, scored, unscored
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from replylint.model import Edit, Fix, Known, NotApplicable, Origin, Problem, Record, Span
from replylint.output import Look, render

ANSI = re.compile(r"\x1b\[[\d;]*m")


def full(*checked, lang="ru", problems=(), book=BOOK, **look):
    return render(report(*checked, lang=lang, problems=problems, book=book), "full", Look(**look))


def single(reply, span, severity="minor", **more):
    return scored(reply, [finding("x", severity, "Скажите проще.", span, **more)], [10])


def marked(text):
    """What stands above the carets, column by column."""
    lines = text.split("\n")
    row = next(n for n, line in enumerate(lines) if re.fullmatch(r"[ │|]*[^│|]*\^+.*", line) and "│" in line + lines[n - 1])
    start = cell_len(lines[row][: lines[row].index("^")])
    length = lines[row].count("^")
    above, column = "", 0
    for sign in lines[row - 1]:
        above += sign if start <= column < start + length else ""
        column += cell_len(sign)
    return above


def test_verdict_losses_and_findings_in_order_of_cost():
    text = full(price())
    assert "30   не отправлять" in text
    assert "Минус 70 баллов: Ведение диалога 40, Контакт и обращение 30" in text
    assert re.findall(r"−(\d+)  ", text) == ["20", "20", "20", "10"]
    assert text.index("Слишком коротко") < text.index("Нет имени клиента")


def test_a_good_draft_says_so():
    text = full(good())
    assert "100   можно отправлять" in text
    assert "Замечаний нет." in text
    assert "Хорошо: поздоровались" in text
    assert "Поняли так: вопрос о цене, первый ответ." in text


def test_what_is_missing_at_an_edge_needs_no_quote():
    text = full(price())
    assert "  + в начало: Здравствуйте, Михаил!" in text
    assert "здесь не хватает" not in text


def test_what_is_missing_inside_is_shown_with_its_words():
    reply = "Добрый день! Заказ в пути."
    fix = Fix((Edit(Span(11, 11), ", Иван"),), safe=True)
    text = full(single(reply, Span(11, 11), fix=fix))
    assert "^ здесь не хватает" in text
    assert "  + Добрый день, Иван!" in text


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize(
    ("reply", "piece", "shown"),
    [
        ("Мы осуществим возврат.", "осуществим возврат", "осуществим возврат"),
        ("🎉🎉 Мы осуществим", "осуществим", "осуществим"),
        ("Мой\u0306 цвет: и\u0306 плохо", "плохо", "плохо"),
        ("\tДа\tплохо", "плохо", "плохо"),
        ("а\u200b\u202e плохо", "плохо", "плохо"),
        ("а\u200bб", "\u200b", "\\u200b"),
        ("раз\r\nплохо\r\nтри", "плохо", "плохо"),
        ("слово " * 60 + "плохо " + "слово " * 60, "плохо", "плохо"),
        ("слово " * 60 + "плохо", "плохо", "плохо"),
        ("абв" * 100 + "плохо" + "где" * 100, "плохо", "плохо"),
    ],
)
def test_carets_stand_under_the_range(reply, piece, shown, width):
    assert marked(full(single(reply, at(reply, piece)), width=width)).rstrip() == shown


def test_carets_under_a_joined_emoji():
    reply = "Спасибо ❤️ и 👨\u200d👩\u200d👧 вам, плохо"
    lines = full(single(reply, at(reply, "плохо"))).split("\n")
    row = next(n for n, line in enumerate(lines) if "^" in line)
    assert cell_len(lines[row].split("^")[0]) == cell_len(lines[row - 1].split("плохо")[0])


def test_a_range_over_lines_is_marked_to_the_end_of_its_first_line():
    reply = "Первая строка\r\nвторая\r\nтретья"
    text = full(single(reply, Span(7, len(reply))))
    assert marked(text) == "строка"
    assert "и ещё 2 строки" in text


def test_an_old_and_a_new_line_for_a_fix():
    reply = "Осуществим возврат денежных средств."
    fix = Fix((Edit(at(reply, "Осуществим возврат"), "Вернём"), Edit(at(reply, "денежных средств"), "деньги")), safe=True)
    text = full(single(reply, Span(0, 35), fix=fix))
    assert "  − Осуществим возврат денежных средств\n  + Вернём деньги\n" in text


def test_the_same_rule_is_folded_with_its_points():
    text = full(bad())
    assert text.count("officialese-phrase") == 1
    assert "Ещё 2 таких же, −3: «по данному вопросу», «данный вопрос» → «этот вопрос»" in text


def test_many_of_the_same_are_counted():
    reply = "да " * 9
    found = [finding("x", "minor", "м", at(reply, "да", n)) for n in range(9)]
    text = full(scored(reply, found, [10, 5] + [0] * 7))
    assert "Ещё 8 таких же, −5: «да», «да», «да», и ещё 5" in text


def test_the_title_is_not_said_twice():
    assert "Нет приветствия: начните" not in full(price())
    assert "Начните с «Здравствуйте» и имени." in full(price())


def test_what_costs_nothing_is_short():
    text = full(bad())
    assert "Без баллов\n  · Три восклицательных знака: хватит одного — «!!!» → «.»\n  · Уже учли выше: Нет срока\n" in text


def test_over_five_rules_the_cheaper_come_in_a_line_each():
    reply = "раз два три четыре пять шесть семь восемь"
    found = [finding(f"rule-{n}", "minor", f"Скажите {n}.", at(reply, word)) for n, word in enumerate(reply.split())]
    costs = [12] * 4 + [13] * 4
    assert full(scored(reply, found, costs)).count("^\n") == 4
    assert " мелочь    −12  rule-3: «четыре»\n" in full(scored(reply, found, costs))
    assert full(scored(reply, found, costs), verbosity=1).count("^\n") == 8


def test_why_only_when_asked():
    assert "Почему" not in full(price())
    assert "Почему: Люди пишут" in full(price(), verbosity=1)


def test_the_cap_of_a_critical_finding_is_told():
    checked = scored("Олег", [finding("x", "critical", "м", Span(0, 4))], [60], value=40, raw=60)
    assert "С критичным замечанием оценка не выше 40." in full(checked)
    assert "не выше" not in full(price())


def test_context_that_would_sharpen():
    text = full(bad())
    assert "Скажите --rating, --message и --channel: проверим ещё 3 правила (покрытие 62 %)." in text
    assert "Заполните rating: проверим ещё 1 правило (покрытие 80 %)." in full(long_line())


def test_a_told_message_is_not_asked_for_again():
    record = Record("Да.", customer_message="Где?", origin=Origin("a.txt"))
    skipped = (NotApplicable("a", "asks: ?", "asks"), NotApplicable("b", "mood: ?", "mood"))
    assert "Скажите --mood: проверим ещё 1 правило" in full(scored("Да.", [], [], record=record, not_applicable=skipped))


def test_guesses_are_told_apart_and_what_was_told_is_not_repeated():
    known = {"intent": Known("complaint", "told"), "mood": Known("angry", "weak"), "stage": Known("first", "sure")}
    assert "Поняли так: первый ответ; похоже, клиент сердится." in full(scored("Да.", [], [], known=known))


def test_suppressed_findings_show_only_when_asked():
    hidden = finding("x", "major", "м", Span(0, 1), suppressed="так надо")
    assert "x (так надо)" in full(scored("а", [hidden], [0]), verbosity=1)
    assert "так надо" not in full(scored("а", [hidden], [0]))


def test_quiet_keeps_what_is_wrong():
    text = full(good(), price(), verbosity=-1)
    assert "куртка" not in text
    assert "Итого" not in text
    assert "Поняли так" not in text
    assert "Слишком коротко" in text


def test_several_drafts_have_a_total():
    text = render(many(), "full", Look())
    assert "5 ответов: 16 замечаний, средняя оценка 47,5, 1 не проверен" in text
    assert re.search(r"не отправлять +2  █+", text)
    assert "Чаще всего: Канцелярит (4)" in text
    assert "Итого" not in full(good())


def test_an_unscored_reply_is_told_once():
    problem = Problem("a.csv", "ответ не на русском", "row 9")
    assert full(unscored(), problems=[problem]).count("a.csv, строка 9") == 1
    assert "без оценки" in full(unscored())


def test_statistics():
    text = full(price(), bad(), statistics=True)
    assert re.search(r"^officialese-phrase +3 +10$", text, re.MULTILINE)


def test_english():
    text = full(bad(), lang="en")
    assert "do not send" in text
    assert "Minus 100 points: Tone and empathy 43" in text
    assert "2 more of the same, −3" in text
    assert "With --rating, --message and --channel 3 more rules can judge (coverage 62%)." in text


def test_colour_adds_only_colour_and_none_is_none():
    made = many()
    colored = render(made, "full", Look(color=True))
    assert ANSI.sub("", colored) == render(made, "full", Look())
    assert "\x1b" not in render(made, "full", Look())


def test_only_colours_that_read_on_light_and_dark():
    codes = {code for found in re.findall(r"\x1b\[([\d;]+)m", render(many(), "full", Look(color=True))) for code in found.split(";")}
    assert codes <= {"0", "1", "2", "7", "31", "32", "35"}


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("unicode_ok", [True, False])
@pytest.mark.parametrize("verbosity", [0, 2])
def test_lines_fit(width, lang, unicode_ok, verbosity):
    made = many()._replace(language=lang)
    text = render(made, "full", Look(width=width, unicode_ok=unicode_ok, verbosity=verbosity, statistics=True))
    assert max(map(cell_len, text.split("\n"))) <= width


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="аб вй\u0306 🎉❤️\u200d👧\t\n\r\u200b.-", min_size=1, max_size=300), st.data())
def test_any_reply_and_any_range_fits(reply, data):
    start = data.draw(st.integers(0, len(reply)))
    end = data.draw(st.integers(start, len(reply)))
    fix = Fix((Edit(Span(start, end), data.draw(st.text(alphabet="аб \n🎉", max_size=80))),), safe=True)
    for width in (60, 80):
        text = full(single(reply, Span(start, end), fix=fix), width=width)
        assert max(map(cell_len, text.split("\n"))) <= width


def test_a_reply_of_a_hundred_thousand_signs_is_quick():
    reply = "слово " * 16_000
    found = [finding(f"x{n}", "minor", "м", at(reply, "слово", n * 3)) for n in range(200)]
    assert full(scored(reply, found, [10] * 10 + [0] * 190))
