"""Wordings that are a fault only under a complaint to which the reply offers no step."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()
RULES = ("blames-customer", "denial-of-problem", "minimizing-problem", "blame-shifting")


def hits(text: str, intent: str = "complaint") -> list[str]:
    record = Record(text, channel="public", intent=intent)
    return [finding.rule for finding in check_one(record, BOOK, Options(select=RULES)).findings]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Парковаться надо по разметке.", "blames-customer"),
        ("Фильтры меняем регулярно.", "denial-of-problem"),
        ("Усадка — процесс естественный.", "minimizing-problem"),
        ("Мы такие же пользователи.", "blame-shifting"),
    ],
)
def test_nothing_but_an_excuse(text: str, rule: str) -> None:
    assert hits(text) == [rule]
    assert not hits(f"{text} Мастер приедет завтра, починим.")
    assert not hits(text, "question")


def test_what_only_sounds_like_a_step() -> None:
    assert hits("Парковаться надо по разметке. Постараемся учесть.") == ["blames-customer"]


def test_a_place_is_told_once() -> None:
    assert hits("Надо было читать внимательнее.") == ["blames-customer"]
