"""What a reply must have: the sure words, and a wider net that some words slip through."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()
MESSAGE = "Безобразие! Привезли разбитый стол, третий день жду, верните деньги!"


def missing(text: str) -> bool:
    found = check_one(Record(text, customer_message=MESSAGE, fault="ours", rating=1), BOOK, Options(select=("remedy-missing",))).findings
    return bool(found)


@pytest.mark.parametrize(
    "text",
    [
        "Простите. Новый стол привезём в субботу.",
        "Простите. Столешницу отшлифуем сами.",
        # «посмотрим» mends nothing, but with a day it is a dated check
        "Простите. Запись со склада посмотрим завтра.",
    ],
)
def test_a_remedy_in_any_verb(text: str) -> None:
    assert not missing(text)


@pytest.mark.parametrize("text", ["Простите. Запись посмотрим.", "Простите. Обязательно учтём и постараемся."])
def test_verbs_that_only_sound_like_one(text: str) -> None:
    assert missing(text)
