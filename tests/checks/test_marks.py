"""Emoji and brackets that laugh, and brackets that only close."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def found(text: str, message: str = "Коробка мятая, чашка разбита.", rating: int = 1) -> list[str]:
    record = Record(text, customer_message=message, rating=rating)
    checked = check_one(record, BOOK, Options(select=("humor-inappropriate",)))
    return [text[finding.span.start : finding.span.end] for finding in checked.findings]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Чашка не выдержала 😂", ["😂"]),
        ("Чашка не выдержала 😂🤣 Бывает.", ["😂🤣"]),
        ("Чашка не выдержала 😂 🤣", ["😂 🤣"]),
        ("Чашка не выдержала)))))", [")))))"]),
        ("Чашка не выдержала :D", [":D"]),
        ("Заменим (есть белая (и синяя (и чёрная)))", []),
        ("Заменим (есть белая))))", [")))"]),
        ("Заменим завтра :) 🌸", []),
        ("С хрупким мы не шутим, упакуем плотнее.", []),
    ],
)
def test_laughter_is_seen_and_brackets_may_close(text: str, places: list[str]) -> None:
    assert found(text) == places


def test_a_quoted_laugh_is_the_customers() -> None:
    assert not found("Вы пишете «смешно вам? ха 😂» — нет, простите.", "смешно вам? ха 😂 Чашка разбита!")


def test_one_may_laugh_with_a_happy_customer() -> None:
    assert not found("Хаха, спасибо 😂", "Кот в восторге, всё отлично 😂", rating=5)
    assert found("Хаха, спасибо 😂")


def test_a_joke_about_an_injury_must_not_go_out() -> None:
    record = Record("Горячий чайник 😂", customer_message="Чайник загорелся, ожог руки!", rating=1)
    (finding,) = check_one(record, BOOK, Options(select=("humor-inappropriate",), severities={})).findings
    assert finding.rule == "humor-inappropriate"
