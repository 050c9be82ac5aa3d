"""Keys of replylint.yaml that tell how sources are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint.cli.settings import columns, reading_of
from replylint.config import Config, read
from replylint.errors import ConfigFault
from replylint.model import Record
from replylint.sources import read as records_of

FULL = """columns: {reply: [Чай, Кофе], stage: Этап}
sheets: [Ромашка]
paths: ['$.greetings[*]', 't[*].text']
literals: REPLY_*, TEMPLATES
format: key-value
inactive: check
include: ['*.yaml']
exclude: drafts
situations:
  "complaints/**": {intent: complaint, rating: 2}
"""


def test_every_key_reaches_the_sources() -> None:
    found = reading_of(read(FULL, "c.yaml"), {})
    assert (found.columns, found.replies) == ({"reply": "Чай", "stage": "Этап"}, ("Чай", "Кофе"))
    assert (found.sheets, found.paths, found.literals) == (("Ромашка",), ("$.greetings[*]", "t[*].text"), ("REPLY_*", "TEMPLATES"))
    assert (found.format, found.inactive, found.include, found.exclude) == ("key-value", True, ("*.yaml",), ("drafts",))
    assert found.situations == {"complaints/**": {"intent": "complaint", "rating": 2}}


def test_the_command_line_names_columns_over_the_configuration() -> None:
    config = read("columns: {reply: [Чай, Кофе], stage: Этап}", "c.yaml")
    assert reading_of(config, columns(["reply=Ответ"])).replies == ()
    assert reading_of(config, columns(["reply=Ответ"])).columns == {"reply": "Ответ", "stage": "Этап"}
    assert reading_of(Config(), columns(["reply=А", "reply=Б"])).replies == ("А", "Б")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("columns: {reply: []}", 1, "список пуст"),
        ("columns: {rating: [а]}", 1, "нужен текст"),
        ("paths: ['$.a[']", 1, "непонятен путь «$.a[»"),
        ("situations: [а]", 1, "нужны ключи и значения"),
        ("situations:\n  a: б", 2, "нужны ключи и значения"),
        ("situations:\n  a: {intnt: price}", 2, "«intent»"),
        ("situations:\n  a:\n    intent: prise", 3, "может быть, «praise»"),
        ("situations: {a: {rating: 9}}", 1, "от 1 до 5"),
        ("situations: {a: {reply: да}}", 1, "неизвестный ключ"),
        ("format: keyvalue", 1, "может быть, «key-value»"),
    ],
)
def test_wrong_values_are_told(text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigFault) as caught:
        read(text, "c.yaml")
    assert caught.value.line == line
    assert words in f"{caught.value.message} {caught.value.hint}"


def test_the_folder_tells_the_situation(tmp_path: Path) -> None:
    for name, text in (("complaints/a.txt", "Да"), ("complaints/b.txt", "---\nintent: price\n---\nНет"), ("c.txt", "Ждём")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    reading = reading_of(read(FULL.replace("include: ['*.yaml']\n", "").replace("format: key-value\n", ""), "c.yaml"), {})
    found = {item.reply: item for item in records_of([str(tmp_path)], reading._replace(defaults={"rating": 5})) if isinstance(item, Record)}
    assert [(item.intent, item.rating) for item in found.values()] == [("", 5), ("complaint", 2), ("price", 2)]
