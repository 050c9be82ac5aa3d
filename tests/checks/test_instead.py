"""A question or a request for a phone number where an answer should stand."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def found(rule: str, text: str, message: str) -> list[str]:
    findings = check_one(Record(text, customer_message=message, intent="question"), BOOK, Options(select=(rule,))).findings
    return [text[f.span.start : f.span.end] for f in findings]


def test_the_question_is_marked_without_its_mark() -> None:
    assert found("question-instead-of-answer", "Здравствуйте! Вы откуда? Ждём.", "До скольки вы работаете?") == ["Вы откуда"]


@pytest.mark.parametrize(
    "text",
    [
        "Работаем до девяти. Вы откуда?",  # a wording of an answer
        "Ковры чистим. Забрать завтра?",  # a word of the question
        "Вот ссылка: dom.example/?kovry",  # no question at all
        "А какие у вас ковры? От этого зависит средство.",  # a reason
    ],
)
def test_answered_or_explained(text: str) -> None:
    assert not found("question-instead-of-answer", text, "До скольки вы чистите ковры?")


def test_only_a_figure_answers_a_price() -> None:
    message = "Сколько стоит чистка ковра?"
    long = "Ковры чистим бережно, каждый мастер работает у нас больше пяти лет и знает все ткани. Какой у вас ковёр?"
    assert found("question-instead-of-answer", long, message) == ["Какой у вас ковёр"]
    assert not found("question-instead-of-answer", "Чистка от 900 ₽. Какой у вас ковёр?", message)


def test_nothing_is_asked() -> None:
    assert not found("question-instead-of-answer", "Вы откуда?", "Пишу по поводу ковра")
