"""A file is one draft: its text exactly, its first line, its front matter."""

from __future__ import annotations

import pytest

from replylint.model import Message, Problem, Record
from replylint.sources import Reading, read_bytes, read_text
from replylint.sources.plain import split

READING = Reading()


def one(text: str, reading: Reading = READING) -> Record:
    found = read_text(text, "a.txt", reading)
    assert isinstance(found, Record), found
    return found


def problem(text: str, reading: Reading = READING) -> Problem:
    found = read_text(text, "a.txt", reading)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize(
    ("text", "reply", "line"),
    [
        ("Добрый день!", "Добрый день!", 1),
        ("Добрый день!\n", "Добрый день!", 1),
        ("Добрый день!\r\nЖдём.\r\n", "Добрый день!\r\nЖдём.", 1),
        ("\n \t\r\n\n  Да.  \n\n \n", "  Да.  ", 4),
        ("\ufeffДа", "\ufeffДа", 1),
        ("а\rб\n", "а\rб", 1),
        ("---\nrating: 5\n---\nДа.\n", "Да.", 4),
        ("---\r\nrating: 5\r\n---\r\n\r\nДа.\r\nНет.\r\n", "Да.\r\nНет.", 5),
        ("---\n---\nДа.", "Да.", 3),
        ("--- тире\nДа.\n---\n", "--- тире\nДа.\n---", 1),
        ("---\nпросто черта", "---\nпросто черта", 1),
        ("\n---\nrating: 5\n---\n", "---\nrating: 5\n---", 2),
    ],
)
def test_the_reply_is_exact_and_its_line_is_right(text: str, reply: str, line: int) -> None:
    found = one(text)
    assert (found.reply, found.origin.line) == (reply, line)
    parts = split(text)
    assert text[parts.start : parts.end] == reply


def test_a_reply_may_be_two_words_a_number_or_an_emoji() -> None:
    assert [one(text).reply for text in ("Да, конечно", "5", "👍🏽", "…")] == ["Да, конечно", "5", "👍🏽", "…"]


def test_front_matter_tells_the_situation() -> None:
    found = one(
        "---\nrating: 5.0\ncustomer_name: Иван\nasked_at: 2026-01-01\nmood:\nstage: null\nplatform: 'null'\n"
        "history:\n  - {author: customer, text: Где заказ?}\n  - author: agent\n    text: Едет.\n    at: 12:30\n---\nДа."
    )
    assert (found.rating, found.customer_name, found.asked_at) == (5, "Иван", "2026-01-01")
    assert (found.mood, found.stage, found.platform) == ("", "", "null")
    assert found.history == (Message("customer", "Где заказ?"), Message("agent", "Едет.", "12:30"))


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("---\nraiting: 1\n---\nДа", "line 2", "неизвестный ключ «raiting»; может быть, «rating»?"),
        ("---\nmood: angry\nrating: 9\n---\nДа", "line 3", "rating: нужно число от 1 до 5, а не «9»"),
        ("---\n\n# что было\nmood: angri\n---\nДа", "line 4", "может быть, «angry»?"),
        ("---\r\nmood: angry\r\nmood: happy\r\n---\r\nДа", "line 3", "повторяется"),
        ("---\ncustomer_name: [Иван\n---\nДа", "", "«[»"),
        ("---\nСпасибо\n---\nДа", "line 2", "начните файл с пустой строки"),
        ("---\nreply: Да\n---\n", "line 2", "пишут под вступлением"),
        ("---\nrating: 1\nДа", "line 1", "не закрыто"),
        ("---\nrating: 1\n---\n\n", "", "ответ пуст"),
        ("", "", "ответ пуст"),
        (" \n\u200b\xa0\ufeff\n", "", "ответ пуст"),
        ("Да\0нет", "", "нулевые байты"),
        ("Да \ud83d", "", "половина знака"),
    ],
)
def test_faults_are_told(text: str, place: str, words: str) -> None:
    found = problem(text)
    assert words in found.message
    assert found.path == "a.txt"
    if place:
        assert found.place == place


def test_problems_speak_english() -> None:
    reading = Reading(lang="en")
    for text in (
        "",
        "---\nraiting: 1\n---\nДа",
        "---\nrating: 9\n---\nДа",
        "---\na: 'x\n---\nДа",
        "Да\0",
        "---\nrating: 1\nДа",
        "x" * 100_001,
    ):
        message = problem(text, reading).message
        assert message.isascii() or "“" in message, message


def test_a_reply_over_the_limit_is_told_with_length_and_limit() -> None:
    assert one("а" * 20, Reading(max_chars=20)).reply
    message = problem("а" * 21, Reading(max_chars=20)).message
    assert "21" in message
    assert "20" in message


def test_the_command_line_fills_what_is_open_and_overrides_nothing() -> None:
    reading = Reading(defaults={"rating": 1, "brand": "Ромашка"})
    found = one("---\nrating: 5\nbrand:\n---\nДа", reading)
    assert (found.rating, found.brand) == (5, "Ромашка")


def test_columns_are_for_tables_only() -> None:
    found = one("---\nrating: 5\n---\nДа", Reading(columns={"reply": "Ответ", "rating": "Оценка"}))
    assert (found.reply, found.rating) == ("Да", 5)


def test_standard_input_of_any_kind() -> None:
    assert [type(item) for item in read_bytes("Да".encode(), "<stdin>", ".text", READING)] == [Record]
    assert [type(item) for item in read_bytes(b'{"reply": "1"}\n{', "<stdin>", ".jsonl", READING)] == [Record, Problem]
