"""Who is called by a pet word, and what is only named so."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def found(text: str, **context: str) -> list[str]:
    findings = check_one(Record(text, **context), BOOK, Options(select=("familiarity",))).findings
    return [text[finding.span.start : finding.span.end] for finding in findings]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Солнышко, всё будет!", ["Солнышко"]),
        ("Всё будет, солнышко!", ["солнышко"]),
        ("Всё будет, солнышко 🌸", ["солнышко"]),
        ("Привет солнышко!", ["солнышко"]),
        ("Группа «Солнышко» открыта.", []),
        ("Солнышко греет, веранда открыта.", []),
        ("Красотка — это название крема.", []),
        ("Дорогая Анна, спасибо за письмо.", []),
        ("Наши ребята позвонят завтра.", []),
    ],
)
def test_a_pet_word_counts_where_somebody_is_called(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    ("text", "name", "places"),
    [
        ("Леночка, заказ готов.", "Елена", ["Леночка"]),
        ("Викуль, заказ готов.", "Виктория", ["Викуль"]),
        ("Лена, заказ готов.", "Елена", []),
        ("Юля, заказ готов.", "Юлия", []),
        ("Леночка, заказ готов.", "Леночка", []),
        ("Айгуль, заказ готов.", "Айгуль", []),
    ],
)
def test_a_diminutive_counts_unless_the_customer_uses_it(text: str, name: str, places: list[str]) -> None:
    assert found(text, customer_name=name) == places
