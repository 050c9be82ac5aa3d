"""The six steps on whole replies: findings with places, fixes that settle, replies that cannot be judged."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from replylint import Options, Record, check, load_rulebook
from replylint.engine import check_one, fixed
from replylint.model import Checked, Problem

BOOK = load_rulebook()


def rules(reply: str, **known: object) -> set[str]:
    return {f.rule for f in check_one(Record(reply, **known), BOOK, Options()).findings}  # type: ignore[arg-type]  # keys of a record


def scored(reply: str, **known: object) -> int:
    checked = check_one(Record(reply, **known), BOOK, Options())  # type: ignore[arg-type]  # keys of a record
    assert checked.score is not None
    return checked.score.value


PRICE = {"customer_message": "Сколько стоят часы?", "customer_name": "Михаил", "channel": "public"}


def test_a_bare_price_is_below_a_price_with_greeting_name_and_question() -> None:
    bare = scored("50 000 рублей.", **PRICE)
    gift = scored("Добрый день, Михаил! Часы стоят 50 000 ₽, есть в двух цветах. Вы для себя берёте или в подарок?", **PRICE)
    good = scored("Добрый день, Михаил! Часы стоят 50 000 ₽, есть чёрные и стальные. Отложить вам какие-нибудь?", **PRICE)
    assert bare < 50 < gift < good
    assert good >= 90


def test_a_regulation_verdict_is_below_its_plain_version() -> None:
    verdict = "В рамках установленных регламентов обратная связь была предоставлена ответственным менеджером."
    assert scored(verdict) < scored("Здравствуйте! Менеджер Олег ответил вам вчера, письмо продублирую сегодня.")
    clause = "Согласно пункту 4.2.1 правил акции данная скидка не суммируется."
    assert scored(clause) < scored("Здравствуйте! Скидки не складываются: выберите одну, баллы или купон.")


def test_polite_emptiness_is_below_a_personal_answer() -> None:
    situation = {
        "customer_message": "Стиральная машина сломалась через день! Верните деньги!",
        "customer_name": "Иван",
        "rating": 1,
        "channel": "public",
    }
    empty = "Нам очень жаль, что сложилась такая ситуация. Мы обязательно разберёмся."
    personal = "Здравствуйте, Иван! Меня зовут Дарья, отвечаю за возвраты. Простите за сломанную машину. Сегодня вернём деньги, завтра до 12:00 заберём её."
    assert scored(empty, **situation) < 50 <= scored(personal, **situation) - 30


def test_stock_appreciation_is_found() -> None:
    assert "canned-appreciation" in rules("Спасибо за то, что написали. Мы очень ценим ваше мнение.")


@pytest.mark.parametrize("reply", ["1", "👍", "Да", "Ок, спасибо"])
def test_a_word_a_number_an_emoji_are_replies(reply: str) -> None:
    assert scored(reply) <= 100


@pytest.mark.parametrize(
    "reply",
    ["Рахмет сізге, келіңіз, қуаныштымыз!", "Дякуємо за відгук, ми раді вам допомогти!", "Thank you for your kind review, come again!"],
)
def test_other_languages_are_told_not_scored(reply: str) -> None:
    report = check([Record(reply)], BOOK)
    assert report.checked[0].score is None
    assert "не на русском" in report.problems[0].message


def test_problems_pass_through() -> None:
    report = check([Problem("x.txt", "нет такого файла"), Record("Здравствуйте!")], BOOK)
    assert len(report.checked) == 1
    assert report.problems[0].path == "x.txt"


def test_quotes_are_the_places_of_the_reply() -> None:
    reply = "Здравствуйте! 😀 Обяза\u00adтельно разберёмся."
    for finding in check_one(Record(reply, rating=1, customer_message="Плохо!"), BOOK, Options()).findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(reply)
    found = [
        f for f in check_one(Record(reply, rating=1, customer_message="Плохо!"), BOOK, Options()).findings if f.rule == "empty-promise"
    ]
    assert reply[found[0].span.start : found[0].span.end] == "Обяза\u00adтельно разберёмся"


MESSY = [
    "Здравствуйте! Данная модель на данный момент отсутствует. Мы осуществим возврат денежных средств!!!",
    "Рады, что Вы с нами, ваш код ниже.",
    "Произведём замену фильтра в кратчайшие сроки. Денежные средства вернём.",
]


@pytest.mark.parametrize("reply", MESSY)
@pytest.mark.parametrize("unsafe", [False, True])
def test_mending_twice_changes_nothing_and_brings_no_new_finding(reply: str, unsafe: bool) -> None:
    record = Record(reply, customer_name="Игорь", customer_message="Где возврат?", intent="question")
    before = check_one(record, BOOK, Options())
    once, applied = fixed(record, BOOK, Options(), unsafe=unsafe)
    twice, _ = fixed(once, BOOK, Options(), unsafe=unsafe)
    assert applied
    assert once.reply == twice.reply
    assert {f.rule for f in check_one(once, BOOK, Options()).findings} <= {f.rule for f in before.findings}


def test_select_and_ignore() -> None:
    def found(**options: tuple[str, ...]) -> set[str]:
        checked: Checked = check_one(Record("Обязательно разберёмся!!!", rating=1), BOOK, Options(**options))  # type: ignore[arg-type]
        return {f.rule for f in checked.findings}

    assert found(select=("greeting-missing",)) == {"greeting-missing"}
    assert "greeting-missing" not in found(ignore=("contact",))


def test_any_reply_may_answer_any_message() -> None:
    """Replies and messages that have nothing to do with each other, cut and joined: whatever comes of it, no check breaks."""
    paths = sorted((Path(__file__).parent / "judged").glob("*.jsonl"))
    rows = [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    replies, messages = [row["reply"] for row in rows], [row["customer_message"] for row in rows if row.get("customer_message")]
    chance = random.Random(8)  # the same every time
    for _ in range(1_500):
        reply, message = chance.choice(replies), chance.choice(messages)
        reply = reply[: chance.randint(1, len(reply))] if chance.random() < 0.3 else reply
        message = f"{message} {chance.choice(messages)}" if chance.random() < 0.2 else message
        known = {"intent": chance.choice(["", "question", "price", "praise", "complaint", "suggestion", "troll", "other"])}
        known["channel"] = chance.choice(["", "public", "private"])
        checked = check_one(Record(reply, customer_message=message, rating=chance.choice([None, 1, 3, 5]), **known), BOOK, Options())
        assert all(0 <= f.span.start <= f.span.end <= len(reply) for f in checked.findings)
