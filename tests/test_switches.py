"""Every switch of the house profile decides something: a reply that is found under one value and not under another.

The switches settle the conflicts of the articles (C1–C17): C1 empathy, C3 follow-up, C4 redirect and private messages,
C5 register, C6 address form, C7 humour and emoji, C8 trolls, C9 moderation, C10 promotion, C11 thanks, C13 apology,
C14 price in public, C15 formality, C16 voice. C2 (templates) and C12 (arguing) need none: what is empty or contradicts is
found whoever asks. C17: the authors' own slips are found like anybody's.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from replylint.engine import Options, check_one
from replylint.house import NAMES, SWITCHES, Profile
from replylint.model import Finding, Message, Record
from replylint.rulebook import load

BOOK = load()


class Case(NamedTuple):
    """A rule that finds something under a value of a switch, and nothing (or something lighter) under another."""

    switch: str
    found: str
    passed: str
    rule: str
    reply: str
    known: dict[str, Any]
    severities: tuple[str, str] = ("", "")
    """Where both values find it: how dear it is under each."""


COMPLAINT: dict[str, Any] = {
    "customer_message": "Стиральная машина сломалась через день! Ужас, верните деньги!",
    "rating": 1,
    "channel": "public",
    "intent": "complaint",
    "mood": "angry",
}
PRICE: dict[str, Any] = {"customer_message": "Сколько стоит кольцо?", "channel": "public"}
PRAISE: dict[str, Any] = {
    "customer_message": "Спасибо мастеру Олегу, починил кран за час!",
    "rating": 5,
    "channel": "public",
    "intent": "praise",
}
STORY = (
    "Вызвали мастера вечером, приехал Олег, уже через час. Снял старый кран, нашёл трещину в трубе, показал нам, объяснил, почему капало. "
    "Поставил новый, убрал за собой воду и стружку, проверил стиральную машину, хотя мы не просили, и ничего за это не взял. "
    "Соседям тоже посоветовали, очень довольны!"
)

CASES = [
    Case("empathy", "full", "low", "empathy-missing", "Здравствуйте! Извините. Деньги возвращаются в течение десяти дней.", COMPLAINT),
    Case("follow-up", "pre-sale", "never", "follow-up-question-missing", "Здравствуйте! Кольцо стоит 12 400 ₽.", PRICE),
    Case(
        "follow-up",
        "always",
        "pre-sale",
        "follow-up-question-missing",
        "Здравствуйте! Настройки лежат в разделе «Профиль», внизу.",
        {"customer_message": "Где найти настройки уведомлений?", "intent": "question"},
    ),
    Case(
        "redirect",
        "never",
        "explained",
        "redirect-instead-of-answer",
        "Здравствуйте! Карту разблокирует только отделение: нужно проверить паспорт. Позвоните 8 800 000-00-00, я предупредил коллег.",
        {"customer_message": "Заблокировали карту, что делать?", "channel": "public", "intent": "question"},
    ),
    Case(
        "address-form",
        "patronymic",
        "first-name",
        "address-form-mismatch",
        "Здравствуйте, Иван! Договор готов.",
        {"customer_message": "Готов ли договор?", "customer_name": "Иван Петрович Соколов"},
    ),
    Case(
        "humour",
        "never",
        "allowed",
        "humor-inappropriate",
        "Здравствуйте! Олег такой: пришёл, увидел, починил. Шучу, он правда старался!",
        PRAISE,
    ),
    Case(
        "humour",
        "never",
        "praise-only",
        "humor-inappropriate",
        "Здравствуйте! Олег такой: пришёл, увидел, починил. Шучу, он правда старался!",
        PRAISE,
    ),
    Case("emoji", "never", "praise-only", "brand-voice-lexicon", "Здравствуйте! Спасибо, передадим Олегу 😊", PRAISE),
    Case(
        "troll-policy",
        "ignore",
        "play-along",
        "troll-bait",
        "Здравствуйте! Вам скучно? Пишите ещё.",
        {"customer_message": "Когда уже закроетесь, шарашкина контора", "intent": "troll", "channel": "public"},
    ),
    Case(
        "moderation",
        "silent",
        "announced",
        "deletion-threat",
        "Здравствуйте! Ваш комментарий удалён: он нарушает правила. Сам вопрос решим: пришлите номер заказа на help@shop.example.",
        {"customer_message": "Где мой заказ, так вас и растак", "channel": "public"},
    ),
    Case(
        "promotion",
        "never",
        "allowed",
        "sales-pitch-in-support",
        "Здравствуйте! Спасибо за тёплые слова. Кстати, до воскресенья у нас скидка 20 % на установку смесителей, заказывайте!",
        PRAISE,
    ),
    Case("thanks", "specific", "any", "thanks-missing", "Здравствуйте! Спасибо за отзыв.", {**PRAISE, "customer_message": STORY}),
    Case(
        "apology",
        "always",
        "ours",
        "apology-missing",
        "Здравствуйте! Понимаю, как это досадно. В заказе указан размер S, поменяем на L бесплатно.",
        {"customer_message": "Платье мало!", "intent": "complaint", "fault": "theirs", "rating": 2},
    ),
    Case("price-in-public", "required", "private", "price-withheld", "Здравствуйте! Цену отправили вам в директ, посмотрите.", PRICE),
    Case("price-in-public", "required", "private", "dm-without-public-answer", "Здравствуйте! Ответили вам в директ.", PRICE),
    Case("formality", "plain", "formal", "clause-number-reference", "Здравствуйте! Согласно п. 7.3.2 договора бонус не начисляется.", {}),
    Case("voice", "i", "we", "faceless-we", "Здравствуйте! Нам очень жаль. Завтра вернём деньги.", COMPLAINT),
    Case(
        "introduction",
        "complaints",
        "never",
        "self-introduction-missing",
        "Здравствуйте! Простите, машину заберём завтра до 12:00.",
        COMPLAINT,
    ),
    Case(
        "introduction",
        "always",
        "complaints",
        "self-introduction-missing",
        "Здравствуйте! Кольцо стоит 12 400 ₽. Отложить вам?",
        PRICE,
    ),
    Case(
        "name",
        "always",
        "usual",
        "customer-name-missing",
        "Здравствуйте! Кольцо стоит 12 400 ₽. Отложить вам?",
        {**PRICE, "customer_name": "Марина"},
        ("major", "minor"),
    ),
    Case(
        "private-messages",
        "no",
        "yes",
        "channel-unavailable",
        "Здравствуйте! Пришлите чек нам в личные сообщения, вернём деньги сегодня.",
        {**COMPLAINT, "platform": "наш форум"},
    ),
]


def found(case: Case, value: str) -> list[Finding]:
    profile = Profile(switches={case.switch: value})
    record = Record(case.reply, **case.known)
    return [finding for finding in check_one(record, BOOK, Options(profile=profile)).findings if finding.rule == case.rule]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.switch}-{case.found}-{case.passed}-{case.rule}")
def test_both_sides_of_a_switch(case: Case) -> None:
    if BOOK.rule(case.rule) is None:
        pytest.skip(f"no rule {case.rule} yet")
    under, other = found(case, case.found), found(case, case.passed)
    assert under
    if case.severities == ("", ""):
        assert not other
    else:
        assert (under[0].severity, other[0].severity) == case.severities


def test_every_switch_has_a_case_and_every_value_is_one_of_its_own() -> None:
    assert {case.switch for case in CASES} == {switch.name for switch in SWITCHES}
    values = {switch.name: switch.values for switch in SWITCHES}
    assert all({case.found, case.passed} <= set(values[case.switch]) for case in CASES)


def test_every_switch_has_its_key_for_conditions() -> None:
    assert len(set(NAMES.values())) == len(SWITCHES)


def test_defaults_are_the_first_values() -> None:
    assert {name: known.value for name, known in Profile().state().items()} == {
        NAMES[switch.name]: switch.values[0] for switch in SWITCHES if switch.values[0]
    }


def test_moderation_may_be_announced_but_no_threat() -> None:
    case = next(case for case in CASES if case.switch == "moderation")
    threat = case._replace(reply="Ваш отзыв удалён: он нарушает правила. Ещё раз — и подадим в суд.")
    assert found(threat, "announced")


def test_a_price_is_told_in_private_whatever_the_house_says_of_public() -> None:
    case = next(case for case in CASES if case.rule == "price-withheld")
    assert found(case._replace(known={**PRICE, "channel": "private"}), "private")


HISTORY = (
    Message("customer", "Сломалась через день", "2026-11-24T09:00:00"),
    Message("agent", "Добрый день! Простите.", "2026-11-24T09:30:00"),
)


@pytest.mark.parametrize(("at", "greeted"), [("2026-11-24T18:00:00", True), ("2026-11-25T10:00:00", False)])
def test_who_was_greeted_today_is_greeted(at: str, greeted: bool) -> None:
    record = Record("Мастер выехал, будет к шести.", answered_at=at, history=HISTORY, stage="first")
    rules = {finding.rule for finding in check_one(record, BOOK, Options()).findings}
    assert ("greeting-missing" not in rules) is greeted
