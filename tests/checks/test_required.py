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


def cold(text: str, message: str = "Два часа стоял с коляской на морозе, автобус не пришёл! Позор!") -> bool:
    """Whether sympathy is missed."""
    return bool(check_one(Record(text, customer_message=message, rating=1), BOOK, Options(select=("empathy-missing",))).findings)


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("Коляска, мороз, ни одного автобуса. Рейс проверяют.", False),
        ("Стояли с коляской на морозе? Рейс проверяют.", True),
        ("Автобус сломался. Рейс проверяют.", True),
        ("Коляску и автобус проверяют на морозе.", True),
        # one deed is too little for somebody who is angry, two are enough
        ("Расписание пришлю в чат.", True),
        ("Диспетчер забыл про рейс. Расписание пришлю в чат.", False),
        ("Билет вернём завтра.", False),
        ("Билеты вернёт перевозчик.", True),
    ],
)
def test_telling_back_and_deeds_feel_with_the_customer(text: str, missed: bool) -> None:
    assert cold(text) is missed
