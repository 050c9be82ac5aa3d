"""Where the greeting goes, and what is none."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.fixing import mend
from replylint.model import Finding, Record
from replylint.rulebook import load

BOOK = load()


def findings(text: str, **context: str) -> tuple[Finding, ...]:
    return check_one(Record(text, **context), BOOK, Options(select=("greeting-missing",))).findings


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Марина, заказ уже в пути.", "Марина, здравствуйте! Заказ уже в пути."),
        ("Марина! заказ уже в пути.", "Марина, здравствуйте! Заказ уже в пути."),
        ("Марина Викторовна, заказ едет.", "Марина Викторовна, здравствуйте! Заказ едет."),
        ("Марина,\nзаказ едет.", "Марина, здравствуйте!\nЗаказ едет."),
        ("Дорогая Марина, спасибо!", "Здравствуйте, дорогая Марина, спасибо!"),
        ("Уважаемый покупатель! Заказ едет.", "Здравствуйте, уважаемый покупатель! Заказ едет."),
        ("да, есть.", "Здравствуйте, Марина! Да, есть."),
        ("😊 Заказ едет.", "Здравствуйте, Марина! 😊 Заказ едет."),
        ("Спасибо, Марина! Ждём вас.", "Здравствуйте! Спасибо, Марина! Ждём вас."),
        ("Марине передали заказ.", "Здравствуйте! Марине передали заказ."),
    ],
)
def test_the_greeting_stands_where_a_person_would_put_it(text: str, mended: str) -> None:
    found = findings(text, customer_name="Марина")
    assert mend(text, found, unsafe=False).text == mended
    assert not findings(mended, customer_name="Марина")


def test_friends_say_privet() -> None:
    text = "Да, есть."
    assert mend(text, findings(text, register="ty"), unsafe=False).text == "Привет! Да, есть."


@pytest.mark.parametrize("text", ["Есть такой. Доброго дня!", "Завтра добрый день для покупок.", "Желаем доброго дня!"])
def test_a_wish_is_no_greeting(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    "text",
    ["Доброго вам дня! Есть.", "Приветики! Есть.", "Здравствйте! Есть.", "Рады вас приветствовать! Есть.", "Марина! Добрый день."],
)
def test_many_greetings(text: str) -> None:
    assert not findings(text)
