"""Words in capitals: shouted, or what something is called."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def shouted(text: str) -> list[str]:
    checked = check_one(Record(text, intent="complaint"), BOOK, Options(select=("emotional-escalation",)))
    return [text[finding.span.start : finding.span.end] for finding in checked.findings]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Курьер НИКОГДА не опаздывает.", ["НИКОГДА"]),
        ("Это ПРАВИЛО, и оно для ВСЕХ клиентов, ТОЛЬКО так.", ["ПРАВИЛО", "ТОЛЬКО"]),
        ("Промокод ВТОРОЙ лежит в чате.", []),
        ("Введите ЛЕТО при оплате.", []),
        # a noun alone may be a name
        ("Вход между ЯБЛОКОМ и почтой.", []),
        ("Вход между ЯБЛОКОМ и почтой!!", ["!!", "ЯБЛОКОМ"]),
    ],
)
def test_capitals(text: str, words: list[str]) -> None:
    assert sorted(shouted(text)) == sorted(words)
