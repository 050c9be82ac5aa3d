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
        # deeds are no answer to anger, unless somebody owns the fault, makes it good and sees to it in person
        ("Расписание пришлю в чат.", True),
        ("Диспетчер забыл про рейс. Расписание пришлю в чат.", True),
        ("Билет вернём завтра.", True),
        ("Диспетчер забыл про рейс. Билет вернём, прослежу.", False),
        # an apology for what was told, and one for what any order may have
        ("Простите за мороз с коляской. Рейс проверяют.", False),
        ("Простите за два часа ожидания. Рейс проверяют.", False),
        ("Простите за автобус. Рейс проверяют.", True),
        ("Простите, если коляска стояла на морозе. Рейс проверяют.", True),
        ("Здравствуйте! Автобус сломался.", True),
    ],
)
def test_telling_back_and_deeds_feel_with_the_customer(text: str, missed: bool) -> None:
    assert cold(text) is missed
