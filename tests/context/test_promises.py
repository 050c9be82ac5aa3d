"""By when an earlier message promised an answer, and whether that time has passed."""

from __future__ import annotations

from datetime import datetime

import pytest

from replylint.checks.situation import Earlier
from replylint.context.promises import given, promises
from replylint.house import Profile
from replylint.rulebook import load

BOOK = load()
LISTS = BOOK.cues["promises"]
TUESDAY = datetime(2026, 11, 24, 12, 0)  # the house's own clock


def said(text: str, at: str = "2026-11-24T12:00:00") -> Earlier:
    return Earlier("agent", *BOOK.message(text), at)


def promised(text: str, profile: Profile | None = None) -> list[tuple[str, str]]:
    found = promises(said(text), TUESDAY, LISTS, profile or Profile())
    return [(promise.kind, promise.due.strftime("%d.%m %H:%M")) for promise in found]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Проверю платёж и напишу вам сегодня до 18:00.", "24.11 18:00"),
        ("Ответим завтра до обеда.", "25.11 14:00"),
        ("Вернёмся к вам с ответом в течение двух дней.", "27.11 00:00"),
        ("Через час сообщу, где коробка.", "24.11 13:00"),
        ("Уточню у склада и до пятницы напишу.", "28.11 00:00"),
        ("К 15 ноября подготовим справку.", "16.11 00:00"),
        ("Напишем вам к 5 декабря.", "06.12 00:00"),
        ("Отпишусь через полчаса!", "24.11 12:30"),
        ("Рассмотрим заявку в течение трёх рабочих дней.", "28.11 00:00"),
        ("Рассмотрим за 5 рабочих дней и ответим.", "02.12 00:00"),
        ("Ждите ответа завтра утром.", "25.11 12:00"),
        ("Напишу вечером.", "25.11 00:00"),
        ("Сообщу до шести вечера.", "24.11 18:00"),
        ("Напишу к семи.", "24.11 19:00"),
        ("Ответим до 10:30.", "25.11 10:30"),
        ("Ответ будет послезавтра в 15 часов.", "26.11 15:00"),
        ("Ответим вам во вторник.", "02.12 00:00"),
        ("Решение пришлём до конца недели.", "30.11 00:00"),
        ("Решение пришлём на следующей неделе.", "07.12 00:00"),
        ("До конца месяца рассмотрим и ответим.", "01.12 00:00"),
        ("Вернусь с ответом до 2.12.", "03.12 00:00"),
        ("Ответим в течение 24 часов.", "25.11 12:00"),
        ("Сегодня или завтра узнаем и напишем.", "26.11 00:00"),
        ("Ответим через пару часов.", "24.11 15:00"),
    ],
)
def test_times_of_answers(text: str, due: str) -> None:
    assert promised(text) == [("answer", due)]


@pytest.mark.parametrize(
    "text",
    [
        "Магазин открыт сегодня до 18:00.",
        "Ответим, как только узнаем.",
        "Курьер был у вас вчера в 15:00, никого не застал.",
        "Скидка действует до пятницы.",
        "Спасибо, что написали сегодня!",
    ],
)
def test_what_promises_no_answer_by_a_time(text: str) -> None:
    assert promised(text) == []


def test_a_deed_is_told_apart() -> None:
    assert promised("Деньги вернём до пятницы.") == [("deed", "28.11 00:00")]
    assert promised("Перезвоним в течение часа.") == [("deed", "24.11 13:00")]


def test_working_days_are_those_of_the_house() -> None:
    assert promised("Ответим через 2 рабочих дня.", Profile(hours="ср 9-18, пт 9-18")) == [("answer", "28.11 00:00")]


@pytest.mark.parametrize(
    ("answered", "kinds"),
    [
        ("2026-11-24T18:10:00", []),
        ("2026-11-24T18:20:00", ["answer"]),
        ("2026-11-24T16:00:00+03:00", []),
        ("", []),
        ("вчера", []),
    ],
)
def test_overdue(answered: str, kinds: list[str]) -> None:
    talk = [Earlier("customer", *BOOK.message("Где деньги?")), said("Напишу сегодня до 18:00.")]
    assert list(given(talk, answered, LISTS, Profile()).broken) == kinds


def test_only_our_last_message_counts() -> None:
    talk = [said("Напишу до 13:00."), said("Деньги отправлены.", "2026-11-24T12:50:00")]
    assert not given(talk, "2026-11-25T10:00:00", LISTS, Profile()).broken


def test_the_words_of_the_promise_are_told() -> None:
    assert given([said("Проверю и завтра до обеда напишу.")], "2026-11-26T10:00:00", LISTS, Profile()).broken == {
        "answer": "завтра до обеда"
    }


def test_a_promise_counts_even_where_no_time_of_writing_is_known() -> None:
    assert given([said("Напишу завтра до обеда.", "")], "", LISTS, Profile()).any
    assert not given([said("Спасибо, номер записали.", "")], "", LISTS, Profile()).any
