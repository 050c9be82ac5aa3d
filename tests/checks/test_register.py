"""«Ты», «вы» and «Вы»."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.fixing import mend
from replylint.model import Finding, Record
from replylint.rulebook import load

BOOK = load()


def findings(rule: str, text: str, **context: str) -> tuple[Finding, ...]:
    return check_one(Record(text, **context), BOOK, Options(select=(rule,))).findings


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Благодарим Вас за отзыв и ждём вас, Вам понравится.", "Благодарим вас за отзыв и ждём вас, вам понравится."),
        ("Рады, что Вы с нами. Мы ждём вас и Ваших друзей.", "Рады, что вы с нами. Мы ждём вас и ваших друзей."),
        ("Вы с нами. Мы ждём Вас и вашу маму.", "Вы с нами. Мы ждём вас и вашу маму."),
    ],
)
def test_the_capital_goes(text: str, mended: str) -> None:
    found = findings("register-inconsistent", text)
    assert [f.severity for f in found] == ["minor"]
    assert mend(text, found, unsafe=False).text == mended


@pytest.mark.parametrize(
    "text",
    ["Вы правы. Мы нашли ваш чек.", "1. Вы звоните. 2. Мы едем к вам.", "«Ваш выбор» — наш раздел, ждём вас.", "Ждём Вас. Ваша команда."],
)
def test_where_a_capital_is_due(text: str) -> None:
    assert not findings("register-inconsistent", text)


def test_ty_beside_vy_is_the_dearer_slip() -> None:
    assert [f.severity for f in findings("register-inconsistent", "Напиши номер, и мы вернём вам деньги.")] == ["major"]


def test_a_cold_vy_costs_less_than_a_familiar_ty() -> None:
    assert [f.severity for f in findings("register-mismatch", "Пришлите чек.", register="ty")] == ["minor"]
    assert [f.severity for f in findings("register-mismatch", "Пришли чек.", register="vy")] == ["major"]


@pytest.mark.parametrize("word", ["тушь", "гуашь", "мышь", "чушь", "роскошь"])
def test_nouns_are_no_verbs(word: str) -> None:
    assert not findings("register-mismatch", f"Проверили: {word} лежит в коробке.")
