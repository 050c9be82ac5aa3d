"""A time excuses a promise only where it looks ahead; a date of birth beside a name is personal."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def hits(text: str, rule: str) -> int:
    return len(check_one(Record(text, channel="public", intent="complaint"), BOOK, Options(select=(rule,))).findings)


@pytest.mark.parametrize(
    "text",
    [
        "Замок в среду заклинило. Проверим.",
        "Понимаем, что в пятницу вам ехать. Проверим.",
        "Извините за вторник. Проверим.",
    ],
)
def test_a_time_that_is_past_or_the_customers_own(text: str) -> None:
    assert hits(text, "timeframe-missing") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Проверим. Срок — три дня.",
        "Проверим и в среду расскажем.",
        "Замок заклинило, слесарь приезжает в среду. Проверим.",
        "Заявка осталась у нас до среды. Проверим.",
    ],
)
def test_a_time_that_is_to_come(text: str) -> None:
    assert not hits(text, "timeframe-missing")


@pytest.mark.parametrize("text", ["Котова А. В., 03.04.1979: ждём вас.", "Котова Анна, 03.04.1979, ждём вас."])
def test_somebody_with_their_date_of_birth(text: str) -> None:
    assert hits(text, "personal-data-in-public") == 1


@pytest.mark.parametrize("text", ["Договор от 03.04.2019 у вас.", "Котова А. В. ждёт вас."])
def test_a_date_or_a_name_alone(text: str) -> None:
    assert not hits(text, "personal-data-in-public")
