"""Who writes: said in words, or signed under the reply."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def found(rule: str, text: str, **context: object) -> bool:
    context = {"channel": "public", "intent": "complaint", "stage": "first"} | context
    return bool(check_one(Record(text, **context), BOOK, Options(select=(rule,))).findings)  # type: ignore[arg-type]  # keys of a record


@pytest.mark.parametrize("signature", ["Ателье «Стежок», Ирина.", "Ирина и Семён.", "Ваша Ира"])
def test_signed(signature: str) -> None:
    assert not found("self-introduction-missing", f"Здравствуйте, Олег! Подол перешью. {signature}", customer_name="Олег")


@pytest.mark.parametrize("close", ["Спасибо, Ирина.", "Ирина!", "Ирина приедет завтра.", "Ателье, подол, вторник, нитки, ножницы и Ирина."])
def test_not_signed(close: str) -> None:
    assert found("self-introduction-missing", f"Здравствуйте, Олег! Подол перешью. {close}", customer_name="Олег")


def test_the_customers_own_name_signs_nothing() -> None:
    assert found("self-introduction-missing", "Подол перешью. До встречи, Ирина.", customer_name="Ирина")


def test_a_story_needs_no_question() -> None:
    story = "Официант нагрубил, " + "суп остыл, хлеб был сухой, музыка гремела, " * 4
    assert not found("clarifying-question-missing", "Простите за такой вечер.", customer_message=story, rating=1)
    assert found("clarifying-question-missing", "Простите за такой вечер.", customer_message="Официант нагрубил", rating=1)


@pytest.mark.parametrize(("text", "bare"), [("Спасибо!", True), ("Спасибо 🙏", False), ("Спасибо, Лена!", False)])
def test_one_word_for_praise(text: str, bare: bool) -> None:
    assert found("terse-reply", text, intent="praise", customer_message="Пекут как дома, ватрушки огонь", rating=5) == bare
