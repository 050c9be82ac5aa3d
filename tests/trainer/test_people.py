"""One person, many spellings."""

from __future__ import annotations

import pytest

from replylint.trainer.people import clean, key, names, pseudonyms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Иванов Иван", "Иван Иванов"),
        ("ИВАНОВ  иван", "иван иванов "),
        ("Пётр Семёнов", "Петр Семенов"),
        ("Иванов_Иван", "Иван Иванов"),
        ("Иванов, Иван", "Иван Иванов"),
        ("Андрей", "Андреи\u0306"),
        ("Ива\u00adнов И\u200bван", "Иван Иванов"),
        ("Иван\u00a0Иванов", "Иванов Иван"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Иванов Иван", "Иванов Илья"), ("Анна Мария", "Анна-Мария"), ("a@b.ru", "c@b.ru"), ("Иван", "Иван Иванов")]
)
def test_different_people(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_the_first_spelling_is_shown_and_long_ones_are_cut() -> None:
    assert names(["Пётр Ким", "Ким Петр"]) == {key("Пётр Ким"): "Пётр Ким"}
    assert len(clean("я" * 10_000)) == 120
    assert key(key("Ёлкин Пётр")) == key("Ёлкин Пётр")
    assert key("🙂") == "🙂"


def test_pseudonyms_are_stable_and_apart() -> None:
    few, many = pseudonyms(["иван", "анна"], "соль", "ru"), pseudonyms([*map(str, range(2000)), "иван"], "соль", "ru")
    assert many["иван"].startswith(few["иван"])
    assert len(set(many.values())) == len(many)
    assert pseudonyms(["иван"], "другая", "ru")["иван"] != few["иван"]
    assert pseudonyms(["иван"], "соль", "en")["иван"].startswith("Trainee ")
