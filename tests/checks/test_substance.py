"""Issues by family, facts that only look like facts, refusals with their reason and their way out."""

from __future__ import annotations

import pytest

from replylint.checks.situation import Profile
from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def fires(rule: str, message: str, reply: str, intent: str = "complaint") -> bool:
    return bool(check_one(Record(reply, customer_message=message, intent=intent), BOOK, Options(select=(rule,))).findings)


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("Кассир хамит", "Поговорим с сотрудницей о тоне."),
        ("Пицца приехала холодная", "Остывшей её быть не должно."),
        ("Сапоги расклеились", "Поменяем пару."),
        ("Маломерит на два размера", "Жаль, что куртка оказалась узкой."),
        ("Приложение вылетает", "Переустановите его, пожалуйста."),
        ("Обслуживание плохое", "Расскажите, что случилось."),
    ],
)
def test_a_family_a_remedy_and_a_question_take_the_issue_up(message: str, reply: str) -> None:
    assert not fires("issue-not-addressed", message, reply)


def test_stock_talk_of_quality_takes_nothing_up() -> None:
    assert fires("issue-not-addressed", "Сапоги расклеились", "Постоянно работаем над повышением качества обслуживания.")


@pytest.mark.parametrize("reply", ["Ваше обращение № 4415 принято.", "Согласно п. 3.1 тарифов. Рады помочь.", "Мы всё проверили."])
def test_ticket_and_clause_numbers_are_no_facts(reply: str) -> None:
    assert fires("facts-missing", "Чек пробили дважды", reply)


def test_an_answer_is_fact_enough_for_a_question_only() -> None:
    reply = "Указывать хештеги не требуется."
    assert not fires("facts-missing", "Нужны ли хештеги?", reply, "question")
    assert fires("facts-missing", "Чек пробили дважды", "Нам очень жаль, требуется терпение.")


@pytest.mark.parametrize(
    ("reply", "bare"),
    [
        ("С коляской нельзя.", True),
        ("С коляской нельзя :(", True),
        ("С коляской нельзя: лестница узкая.", False),
        ("С коляской нельзя — лестница узкая.", False),
        ("Нельзя ли оставить коляску внизу?", False),
        ("Потому что лестница узкая. С коляской нельзя.", False),
    ],
)
def test_a_colon_explains_and_a_smile_does_not(reply: str, bare: bool) -> None:
    assert fires("refusal-without-reason", "Можно с коляской?", reply, "question") is bare


def test_a_way_out_may_come_later_but_not_long_before() -> None:
    later = "Скидок не предоставляем. Цены такие у всех. Город маленький. Зато подарим кружку."
    before = "Напишите размеры коробки. Срок неделя. Город маленький. Скидок не предоставляем."
    assert not fires("refusal-without-alternative", "Скидка будет?", later, "question")
    assert fires("refusal-without-alternative", "Скидка будет?", before, "question")


def test_an_incident_is_recognised_by_its_words_in_any_form() -> None:
    options = Options(select=("incident-status-missing",), profile=Profile(incidents=("не открывается приложение",)))
    told = [Record("Попробуйте позже.", customer_message=text) for text in ("приложения не открываются!", "Курьер опоздал")]
    assert [len(check_one(record, BOOK, options).findings) for record in told] == [1, 0]


@pytest.mark.parametrize(
    ("message", "reply", "expected"),
    [
        ("Из номера стащили фотоаппарат", "Отдали запись коридора следователю.", False),
        ("Из номера стащили фотоаппарат", "Спасибо за отзыв!", True),
        ("Из номера стащили фотоаппарат", "Отдали запись коридора следователю 😂", True),
        ("Из номера стащили фотоаппарат", "Начислили вам 300 баллов.", True),
        ("Вы убили мне весь вечер своим сервисом", "Спасибо за отзыв!", False),
    ],
)
def test_a_charge_wants_a_deed_and_no_joke(message: str, reply: str, expected: bool) -> None:
    assert fires("allegation-not-addressed", message, reply) is expected


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Кухня открыта до 23:00, приходите!", True),
        ("Кухня открыта до 23:00. Стульев целых три штуки.", False),
        ("До 23:00. Да", False),
        ("До 23:00. Малышей сажаем на высокие подушки.", False),
    ],
)
def test_clauses_are_shared_out_among_questions(reply: str, expected: bool) -> None:
    message = "До скольки открыта кухня и есть ли детский стул?"
    assert fires("question-unanswered", message, reply, "question") is expected


def test_a_question_after_a_refusal_offers_a_way_out_unless_it_is_wide_open() -> None:
    message = "Хочу в горы"
    assert not fires("refusal-without-alternative", message, "Возить в горы не можем. А озеро подойдёт?")
    assert fires("refusal-without-alternative", message, "Возить в горы не можем. На какой день вас записать?")
