"""What ties a reply to the customer, and what does not."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()
STORY = "Курьер уронил коробку, посуда вдребезги, скатерть в осколках."


def fits_anybody(text: str, message: str = STORY, **context: str) -> bool:
    record = Record(text, customer_message=message, rating=2, **context)
    return bool(check_one(record, BOOK, Options(select=("interchangeable-reply",))).findings)


@pytest.mark.parametrize(
    "text",
    [
        "Приносим извинения, обязательно разберёмся.",
        "Ирина, нам очень жаль. С уважением, команда «Ириса».",
        "Качество доставки для нас важно, спасибо за сигнал.",
        "Понимаем ваше разочарование! Учтём все замечания.",
    ],
)
def test_fits_anybody(text: str) -> None:
    assert fits_anybody(text, customer_name="Ирина", brand="Салон «Ирис»")


@pytest.mark.parametrize(
    "text",
    [
        "Простите за разбитую посуду.",
        "Простите нас, коробки теперь упаковываем в плёнку.",
        "Простите нас, заказ 5512 повторим.",
        "Простите нас. Павел всё исправит.",
        "Простите нас, исправим до вечера.",
        "Нам очень жаль. Что именно разбилось? Опишите, пожалуйста.",
    ],
)
def test_tied_to_the_customer(text: str) -> None:
    assert not fits_anybody(text)


def test_a_message_that_tells_nothing_asks_for_nothing() -> None:
    assert not fits_anybody("Спасибо, обязательно учтём.", "Не понравилось")
    assert not fits_anybody("Спасибо, обязательно учтём.", "")


def test_trade_words_tie_where_the_customer_used_them() -> None:
    assert fits_anybody("Простите за качество.")
    assert not fits_anybody("Простите за качество.", "Качество печати ужасное, буквы смазаны")
