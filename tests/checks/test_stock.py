"""Stock phrases: what they cost, and the one polite line that is fine."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def severities(text: str) -> list[str]:
    return [finding.severity for finding in check_one(Record(text), BOOK, Options(select=("canned-phrase",))).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Дверцу заменим в четверг, мастер позвонит за час. Приятных выходных!",
        "Чек отправила на почту. Если появятся вопросы, пишите.",
        "Стол держим до семи. Ждём вас снова.",
    ],
)
def test_one_closing_courtesy_is_fine(text: str) -> None:
    assert severities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Приятных покупок! Ждём вас снова.",
        "Ждём вас снова. Дверцу заменим в четверг. Мастер позвонит за час. Чек на почте.",
        "Чек отправила на почту. Будем рады видеть вас снова. Приятных выходных!",
        "Приятных покупок!",
    ],
)
def test_courtesy_counts_beside_others_or_away_from_the_end(text: str) -> None:
    assert severities(text)


def test_the_first_is_major_where_stock_is_most_of_the_reply() -> None:
    assert severities("Приносим извинения за доставленные неудобства. Надеемся на понимание.") == ["major", "minor"]
    assert severities("Мастер приедет в четверг с девяти до десяти и заменит дверцу целиком. Надеемся на понимание.") == ["minor"]
