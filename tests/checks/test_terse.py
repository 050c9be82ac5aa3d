"""Replies that are too short: for whom, and by how much."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rule import at_most
from replylint.rulebook import load

BOOK = load()
RULE = next(rule for rule in BOOK.rules if rule.id == "terse-reply")
PRAISE = "Отмечали юбилей: зал, музыка и торт — всё прекрасно, спасибо!"


def severities(text: str, **context: object) -> list[str]:
    return [f.severity for f in check_one(Record(text, **context), BOOK, Options(select=("terse-reply",))).findings]  # type: ignore[arg-type]  # keys of a record


@pytest.mark.parametrize("text", ["Завтра.", "Да.", "Здравствуйте! В наличии.", "Смотря какой диван и куда везти его."])
def test_too_short(text: str) -> None:
    assert severities(text, customer_message="Скажите, есть ли доставка?", intent="question") == [at_most("major", RULE.ceiling)]


@pytest.mark.parametrize(
    "text", ["Есть. Привезти вам завтра утром?", "Пришлите чек, мастер посмотрит сегодня.", "Правила: dom.example/pravila, раздел второй."]
)
def test_short_but_enough(text: str) -> None:
    assert not severities(text, customer_message="Скажите, есть ли доставка?", intent="question")


def test_thanks_for_praise() -> None:
    assert severities("Спасибо за визит!", customer_message=PRAISE, rating=5) == ["minor"]
    assert not severities("Здравствуйте! Спасибо за визит.", customer_message=PRAISE, rating=5)
    assert not severities("Спасибо за визит!", rating=5)
