"""Rude words: not those that the customer said, nor those that begin a title."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


@pytest.mark.parametrize(
    ("text", "message", "rude"),
    [
        ("Про «жрите сами»: рецепт проверил повар.", "Сами свой суп жрите!", False),
        ("Жрите сами, рецепт хороший.", "Сами свой суп жрите!", True),
        ("Про «жрите сами»: рецепт проверил повар.", "Суп пустой.", True),
        ("Пирог «Дурак» печём по средам.", "Что за пирог?", False),
        ("«Дурак» — это про вас.", "Что за пирог?", True),
        ("Десна поноет и пройдёт, а ночью ноет сильнее.", "Больно потом?", False),
        ("Ноете второй день.", "Больно!", True),
    ],
)
def test_whose_word_it_is(text: str, message: str, rude: bool) -> None:
    found = check_one(Record(text, customer_message=message), BOOK, Options(select=("insult-or-profanity",))).findings
    assert bool(found) is rude
