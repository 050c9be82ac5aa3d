"""What is a slot left open, and what only looks like one."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def slots(text: str, **context: str) -> list[str]:
    found = check_one(Record(text, **context), BOOK, Options(select=("unfilled-placeholder",))).findings
    return [text[f.span.start : f.span.end] for f in found]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Здравствуйте, {{ customer.name }}!", "{{ customer.name }}"),
        ("Добрый день, ${name}!", "${name}"),
        ("Добрый день, $name!", "$name"),
        ("Здравствуйте, #ИМЯ#!", "#ИМЯ#"),
        ("Здравствуйте, ИМЯ!", "ИМЯ"),
        ("Добрый день, Имя Фамилия!", "Имя Фамилия"),
        ("Здравствуйте, (имя клиента)!", "(имя клиента)"),
        ("Заказ №XXX готов.", "XXX"),
        ("Заказ ХХХХ готов.", "ХХХХ"),
        ("Возврат N руб. оформлен.", "N"),
        ("Скидка ХХ% ваша.", "ХХ"),
        ("Приедем ДД.ММ.ГГГГ.", "ДД.ММ.ГГГГ"),
        ("Мы рад(а) помочь.", "рад(а)"),
        ("Вы обратился(-лась) к нам.", "обратился(-лась)"),
        ("Уважаемый (-ая) Ольга!", "Уважаемый (-ая)"),
        ("Привет, undefined!", "undefined"),
    ],
)
def test_slots(text: str, slot: str) -> None:
    assert slots(text) == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "Спасибо <3",
        "Карта **** 1234 готова.",
        "Размеры S/M и XXXL есть, том XXX тоже.",
        "Работаем 24/7, да/нет — выбирайте.",
        "Пункт 3(а) договора, заказ(ы) в пути.",
        "Кнопка [Оплатить](https://shop.example) внизу.",
        "Доставка 20 %, почта care@shop.example, #акция.",
        "НАПИШИТЕ ФИО КЛИЕНТА В ЗАЯВКЕ.",
        "Если вы самозанятый/ая, справка не нужна.",
    ],
)
def test_no_slots(text: str) -> None:
    assert slots(text) == []


def test_a_slot_that_the_customer_asks_about() -> None:
    assert slots("Поставьте {first_name} вместо {name}.", customer_message="В письме стоит {name}, почему?") == []
