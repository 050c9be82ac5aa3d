"""Several templates in a text file: `---` between them, front matter of the file and of a block; lines of `key|text`."""

from __future__ import annotations

import time

from replylint.model import Problem, Record
from replylint.sources import Reading, read_bytes

LIBRARY = Reading(templates=True)
KEYS = Reading(format="key-value")


def items(text: str, reading: Reading = LIBRARY) -> list[Record | Problem]:
    return list(read_bytes(text.encode(), "a.txt", ".txt", reading))


def told(text: str, reading: Reading = LIBRARY) -> list[tuple[str, str]]:
    found = items(text, reading)
    return [(i.origin.place, i.reply) if isinstance(i, Record) else (i.place, f"!{i.message}") for i in found]


def test_templates_are_parted_by_rules() -> None:
    text = "Добрый день!\nЧем помочь?\n---\n\nДо свидания.\n\n--- \n---\r\n  Ждём.  \n---\n"
    assert told(text) == [("line 1", "Добрый день!\nЧем помочь?"), ("line 5", "До свидания."), ("line 9", "  Ждём.")]
    for found in items(text):
        assert isinstance(found, Record)
        assert text[slice(*found.origin.span)] == found.reply
    assert told("Да\n---\n---\n") == [("line 1", "Да")]
    assert told("---\n\n---\n")[0][1] == "!ответ пуст"
    assert told("Одна\n") == [("", "Одна")]
    assert told(text, Reading())[0][0] == ""
    assert len(told(text, Reading())) == 1


def test_front_matter_of_the_file_and_of_a_block() -> None:
    text = "---\nchannel: public\nintent: question\n---\nА\n---\nintent: complaint\nfault: ours\n---\nБ\n---\nВ\n"
    found = [item for item in items(text) if isinstance(item, Record)]
    assert [(i.reply, i.channel, i.intent, i.fault, i.origin.line) for i in found] == [
        ("А", "public", "question", "", 5),
        ("Б", "public", "complaint", "ours", 10),
        ("В", "public", "question", "", 12),
    ]
    assert [mark.line for mark in found[1].origin.marks] == [10]


def test_wrong_front_matter_is_told_with_its_line() -> None:
    assert told("А\n---\nintnt: complaint\n---\nБ\n---\nВ") == [
        ("line 1", "А"),
        ("line 3", "!неизвестный ключ «intnt»; может быть, «intent»?"),
        ("line 7", "В"),
    ]
    assert told("А\n---\nintent: x\n---\nБ")[1][0] == "line 3"
    assert told("---\nmood: x\n---\nА\n---\nБ")[0][1].startswith("!mood")
    assert told("А\n---\nСрок: день\n---\nБ") == [("line 1", "А"), ("line 3", "Срок: день"), ("line 5", "Б")]


def test_one_template_too_long_is_told_and_the_rest_is_read() -> None:
    found = told("А\n---\n" + "я" * 200_000 + "\n---\nБ")
    assert [text[:2] for _, text in found] == ["А", "!о", "Б"]
    start = time.monotonic()
    assert len(told("а\n---\n" * 30_000)) == 30_000
    told("---\n" * 100_000)
    told("a:\n" * 50_000 + "---\nx")
    assert time.monotonic() - start < 20


def test_lines_of_keys_and_texts() -> None:
    text = "# шапка\r\nhello|Здравствуйте, {имя}!\r\n\r\nбез черты\nbye | До | встречи\n|\n"
    assert told(text, KEYS) == [
        ("line 2", "Здравствуйте, {имя}!"),
        ("line 4", "!в строке нет «|»: пишут «ключ|текст»"),
        ("line 5", " До | встречи"),
        ("line 6", "!ответ пуст"),
    ]
    first = items(text, KEYS)[0]
    assert isinstance(first, Record)
    assert (first.id, first.origin.marks[0].column, text[slice(*first.origin.span)]) == ("hello", 7, first.reply)
    assert told("\n", KEYS)[0][1] == "!в файле нет записей"
