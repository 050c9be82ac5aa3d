"""What the situation is: guessed from the texts, told wins, history moves the stage."""

from __future__ import annotations

import pytest

from replylint.checks.situation import Profile
from replylint.context.build import situation_of
from replylint.model import Context, Message, Record
from replylint.rulebook import load

BOOK = load()


def context(reply: str = "Здравствуйте!", **known: object) -> Context:
    return situation_of(Record(reply, **known), BOOK, Profile()).context  # type: ignore[arg-type]  # keys of a record


@pytest.mark.parametrize(
    ("message", "intent", "mood"),
    [
        ("Сколько стоит доставка в Самару?", "price", "neutral"),
        ("Подскажите, как сменить пароль в приложении?", "question", "neutral"),
        ("Ужас! Третий раз привозят холодную пиццу, верните деньги!!!", "complaint", "angry"),
        ("Очень расстроились: торт приехал мятый", "complaint", "upset"),
        ("Спасибо мастеру Олегу, всё сделал идеально!", "praise", "happy"),
        ("Хотелось бы тёмную тему в приложении", "suggestion", "neutral"),
    ],
)
def test_guesses(message: str, intent: str, mood: str) -> None:
    found = context(customer_message=message)
    assert (found.value("intent"), found.value("mood")) == (intent, mood)


def test_what_is_told_is_not_guessed() -> None:
    found = context(customer_message="Ужас, верните деньги!!!", intent="question", rating=5)
    assert found.known["intent"].certainty == "told"
    assert found.value("intent") == "question"


def test_nothing_told_is_unknown_but_the_stage() -> None:
    found = context()
    assert found.known["intent"].certainty == "unknown"
    assert found.value("stage") == "first"


def test_an_answer_of_ours_in_the_history_means_the_talk_goes_on() -> None:
    found = context(customer_message="А когда?", history=(Message("customer", "Где заказ?"), Message("agent", "Ищем.")))
    assert found.value("stage") == "in-progress"


def test_the_customers_own_slip_is_not_our_fault() -> None:
    assert context(customer_message="Я сама ошиблась с размером, ужас как обидно", rating=2).value("fault") == "theirs"
