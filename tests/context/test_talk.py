"""What the earlier talk tells: repeats, questions of ours, promises, what was said once already."""

from __future__ import annotations

import pytest

from replylint.context.build import situation_of
from replylint.house import Profile
from replylint.model import Message, Record
from replylint.rulebook import load

BOOK = load()
TROUBLE = Message("customer", "Где мой диван? Жду третью неделю!", "2026-11-24T09:00:00")
SORRY = Message("agent", "Ирина, здравствуйте! Простите, ищу вашу машину, напишу сегодня до 18:00.", "2026-11-24T09:30:00")
ASKS = Message("agent", "Ирина, простите! Подскажите номер заказа.", "2026-11-24T09:30:00")


def fact(name: str, message: str, *history: Message, answered_at: str = "", **known: str) -> bool | None:
    record = Record("Нашли, едет.", customer_message=message, history=history, answered_at=answered_at, **known)  # type: ignore[arg-type]  # texts
    return situation_of(record, BOOK, Profile()).context.facts[name]


@pytest.mark.parametrize(
    ("message", "history", "repeat"),
    [
        ("Диван так и не привезли, ужас", (TROUBLE, SORRY), True),
        ("Ну и что там?", (TROUBLE, SORRY), True),
        ("Номер 55120", (TROUBLE, ASKS), False),
        ("Хорошо, спасибо, жду", (TROUBLE, SORRY), False),
        ("А синий есть?", (Message("customer", "Сколько стоит чайник?"), Message("agent", "Здравствуйте! 2 900 ₽.")), False),
        ("Диван так и не прислали", (TROUBLE,), True),
        ("Привезли не тот диван", (Message("agent", "Здравствуйте! Заказ собрали."),), False),
    ],
)
def test_a_repeat_is_trouble_after_our_answer(message: str, history: tuple[Message, ...], repeat: bool) -> None:
    assert fact("repeat", message, *history) is repeat


def test_what_we_promised_and_asked() -> None:
    assert fact("promised", "Ну что?", TROUBLE, SORRY)
    assert not fact("promised", "Ну что?", TROUBLE, Message("agent", "Добрый день."))
    assert fact("we_asked", "55120", TROUBLE, ASKS)
    assert not fact("we_asked", "Ну что?", TROUBLE, SORRY)


def test_an_apology_stands_until_something_new_goes_wrong() -> None:
    assert fact("apologised", "Ну что там?", TROUBLE, SORRY)
    assert not fact("apologised", "Привезли сломанный!", TROUBLE, SORRY)
    assert not fact("apologised", "Ну что там?", TROUBLE, SORRY, answered_at="2026-11-25T10:00:00")
    assert fact("consoled", "Ну что там?", TROUBLE, SORRY)
    assert not fact("consoled", "Ну что там?", TROUBLE)


def test_a_time_stands_until_it_has_passed() -> None:
    assert fact("time_stands", "Ну что там?", TROUBLE, SORRY, answered_at="2026-11-24T12:00:00")
    assert fact("time_stands", "Ну что там?", TROUBLE, SORRY)
    assert not fact("time_stands", "Ну что там?", TROUBLE, SORRY, answered_at="2026-11-24T19:00:00")
    assert not fact("time_stands", "55120", TROUBLE, ASKS)


def test_deeds_are_overdue_only_where_the_customer_says_so() -> None:
    refund = Message("agent", "Деньги вернём до среды.", "2026-11-24T09:30:00")
    assert fact("overdue", "Деньги так и не пришли", TROUBLE, refund, answered_at="2026-11-27T10:00:00")
    assert not fact("overdue", "Спасибо, всё получила", TROUBLE, refund, answered_at="2026-11-27T10:00:00")


def test_where_no_private_messages_are_the_channel_is_public() -> None:
    situation = situation_of(Record("Да.", platform="google-play"), BOOK, Profile())
    assert situation.context.value("channel") == "public"
    assert situation_of(Record("Да.", platform="vk"), BOOK, Profile()).context.value("channel") == ""
    assert situation_of(Record("Да.", platform="google-play", channel="private"), BOOK, Profile()).context.value("channel") == "private"


def test_a_draft_alone_has_no_mood() -> None:
    situation = situation_of(Record("Простите за холодный суп, деньги вернули."), BOOK, Profile())
    assert situation.context.value("mood") != "upset"
