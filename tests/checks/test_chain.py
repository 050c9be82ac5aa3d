"""Chains of nouns: what may stand in them and what parts them."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def chains(text: str) -> list[str]:
    found = check_one(Record(text), BOOK, Options(select=("verbal-noun-chain",))).findings
    return [text[f.span.start : f.span.end] for f in found]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Началось обсуждение нового расписания вечерних занятий хора.", "обсуждение нового расписания вечерних занятий хора"),
        ("Платно получение пропуска даже самого простого вида.", "получение пропуска даже самого простого вида"),
        ("Сведения о проведении согласования висят во дворе.", "Сведения о проведении согласования"),
        ("Возможность обмена билета зависит от тарифа.", "Возможность обмена билета"),
    ],
)
def test_one_long_or_two_verbal_nouns_make_a_chain(text: str, chain: str) -> None:
    assert chains(text) == [chain]


@pytest.mark.parametrize(
    "text",
    [
        "Получение нового пропуска бесплатно.",
        "Кнопка включения/отключения звука слева.",
        "Платье из новой осенней коллекции нашей мастерской ждёт вас.",
        "Сведения о проведении концерта висят во дворе.",
    ],
)
def test_short_or_parted_nouns_are_none(text: str) -> None:
    assert chains(text) == []
