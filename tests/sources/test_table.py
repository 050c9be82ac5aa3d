"""CSV as spreadsheets write it: delimiters, quotes, broken rows, columns of other names."""

from __future__ import annotations

import time

import pytest

from replylint.model import Message, Problem, Record
from replylint.sources import Reading, read_bytes

READING = Reading()


def items(text: str, reading: Reading = READING) -> list[Record | Problem]:
    return list(read_bytes(text.encode(), "a.csv", ".csv", reading))


def told(text: str, reading: Reading = READING) -> list[tuple[str, str]]:
    found = items(text, reading)
    return [(i.origin.place, i.reply) if isinstance(i, Record) else (i.place, f"!{i.message}") for i in found]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(sign: str, end: str) -> None:
    text = end.join([f"id{sign}reply{sign}rating", f'1{sign}"Да{sign} ""всё""{end}верно"{sign}5', "", f"2{sign}Нет{sign}", ""])
    first, second = items("\ufeff" + text)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.id, first.reply, first.rating, first.origin.place) == ("1", f'Да{sign} "всё"{end}верно', 5, "row 2")
    assert (second.reply, second.rating, second.origin.place) == ("Нет", None, "row 5")


def test_the_first_line_of_excel() -> None:
    assert told("sep=;\r\nreply;note\r\nДа, да, да;x\r\n") == [("row 3", "Да, да, да")]


def test_a_row_with_too_many_cells_is_told_and_blank_ones_are_not() -> None:
    assert told("reply;rating\nа;5;;\nб;5;лишнее\n;;\nв\n") == [
        ("row 2", "а"),
        ("row 3", "!ячеек больше, чем столбцов: 3 вместо 2; текст с разделителем берут в кавычки"),
        ("row 5", "в"),
    ]


def test_broken_quotes_are_told_and_the_rest_is_read() -> None:
    found = told('reply,rating\n"Спасибо" за отзыв,5\nда,5\n"не закрыта,4\nнет,3\n')
    assert [place for place, _ in found] == ["row 2", "row 3", "row 4", "row 5"]
    assert "кавычки внутри текста удваивают" in found[0][1]
    assert found[1][1] == "да"
    assert "не закрыта" in found[2][1]
    assert found[3][1] == "нет"


def test_open_quotes_without_end_take_no_time() -> None:
    start = time.monotonic()
    found = told("reply\n" + '"""x\n' * 30_001)
    assert time.monotonic() - start < 3
    assert found[-1][1].startswith("!")


def test_a_blank_reply_in_a_row_is_told() -> None:
    assert told("reply,rating\n,5\nда,9\n") == [("row 2", "!ответ пуст"), ("row 3", "!rating: нужно число от 1 до 5, а не «9»")]


def test_headers() -> None:
    ((place, message),) = told("id;Шаблонный ответ;Оценка\n1;да;5\n")
    assert place == "row 1"
    assert '--column reply="Шаблонный ответ"' in message
    (found,) = items("id;Шаблонный ответ; Оценка \n1;да;5\n", Reading(columns={"reply": "Шаблонный ответ", "rating": "Оценка"}))
    assert isinstance(found, Record)
    assert (found.reply, found.rating, found.ignored) == ("да", 5, ())


def test_a_column_that_stands_twice_is_told_where_it_is_used() -> None:
    assert told("reply,reply\nа,б\n") == [("row 1", "!столбец «reply» повторяется")]
    assert told("reply,,note,note,\nа,б,в,г,\n") == [("row 2", "а")]


@pytest.mark.parametrize(("text", "words"), [("", "нет ключа"), ("reply\n", "нет строк"), ('"reply\nа', "не закрыта")])
def test_tables_without_replies_are_told(text: str, words: str) -> None:
    assert words in told(text)[0][1]


def test_history_in_a_cell_and_nul_in_another() -> None:
    first, second = items('reply\thistory\nа\t"[{""author"": ""agent"", ""text"": ""б""}]"\nв\0г\t\n')
    assert isinstance(first, Record)
    assert first.history == (Message("agent", "б"),)
    assert isinstance(second, Problem)
    assert "нулевые байты" in second.message


def test_problems_speak_english() -> None:
    for text in ("reply\n", "a\nb\n", "reply,reply\n", "reply\na,b\n", 'reply\n"a" b\n', 'reply\n"a'):
        message = told(text, Reading(lang="en"))[0][1]
        assert message.replace("“", "").replace("”", "").isascii(), message
