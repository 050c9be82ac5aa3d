"""How the customer is called, with and without a house's choice."""

from __future__ import annotations

import pytest

from replylint.checks.address_form import run
from replylint.context.build import situation_of
from replylint.house import Profile
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def faults(text: str, name: str, house: str = "", **told: str) -> list[tuple[str, str, str | None]]:
    profile = Profile(switches={"address-form": house} if house else {})
    situation = situation_of(Record(text, customer_name=name, **told), BOOK, profile)
    return [(m.words["found"], m.words["wanted"], m.severity) for m in run(situation, {"neutral": ["Вика Ника"]})]


@pytest.mark.parametrize(
    ("text", "name", "house", "fault"),
    [
        ("Катюш, добрый день!", "Екатерина", "", ("Катюш", "Екатерина", "major")),
        ("Здравствуйте, Зверева!", "Анна Зверева", "", ("Зверева", "Анна", "major")),
        ("Здравствуйте, Зверева Анна!", "Анна Зверева", "", ("Зверева Анна", "Анна", "minor")),
        ("Здравствуйте, Анна!", "Анна Львовна", "patronymic", ("Анна", "Анна Львовна", "minor")),
        ("Здравствуйте, Анна Львовна!", "Анна Львовна", "patronymic", None),
        ("Здравствуйте, Анна Львовна!", "Анна Львовна", "first-name", ("Анна Львовна", "Анна", "minor")),
        ("Здравствуйте, Айгуль!", "Айгуль Нурланова", "patronymic", None),
        ("Здравствуйте, Вика!", "Виктория", "first-name", None),
        ("Здравствуйте! Зверевой место оставили.", "Анна Зверева", "", None),
        ("Здравствуйте, госпожа Зверева!", "Анна Зверева", "", None),
        ("Здравствуйте! Заказ собран.", "Анна Зверева", "patronymic", None),
    ],
)
def test_form(text: str, name: str, house: str, fault: tuple[str, str, str] | None) -> None:
    assert faults(text, name, house) == ([fault] if fault else [])


def test_a_pet_name_the_customer_uses() -> None:
    assert not faults("Танюша, добрый день!", "Татьяна", customer_message="Где заказ? Танюша")
    assert faults("Танюша, добрый день!", "Татьяна") == [("Танюша", "Татьяна", "major")]
    assert not faults("Танюша, привет!", "Татьяна", register="ty")
