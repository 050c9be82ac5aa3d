"""What counts as an answer, a price, a reason, a way out: the build of a reply, not its wording."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def found(rule: str, message: str, reply: str, **context: str) -> bool:
    record = Record(reply, customer_message=message, **context)
    return bool(check_one(record, BOOK, Options(select=(rule,))).findings)


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("Что взять с собой в поход?", "Сменную одежду, кепку, крем и хорошее настроение."),
        ("Парты только белые?", "Ещё ольха и дуб."),
        ("Чем «Старт» отличается от «Полного»?", "«Старт» — про азы. В «Полном» есть проект."),
        ("Можно ли заправить Epson?", "С Epson возимся каждый день."),
    ],
)
def test_a_reply_answers_by_its_build(message: str, reply: str) -> None:
    assert not found("question-unanswered", message, reply, intent="question")


@pytest.mark.parametrize(
    ("reply", "withheld"),
    [
        ("Двухместный — 3 500.", False),
        ("Приедем в 10:30.", True),
        ("Дом 1200 на углу.", True),
        ("Диагностика бесплатная, а дальше видно будет.", True),
    ],
)
def test_a_bare_figure_is_a_price_if_it_reads_as_one(reply: str, *, withheld: bool) -> None:
    assert found("price-withheld", "Сколько стоит чистка дивана?", reply) is withheld


@pytest.mark.parametrize(
    ("reply", "unexplained"),
    [
        ("Сегодня не получится, у Инны всё расписано до ночи.", False),
        ("Сегодня не получится, но ждём вас завтра.", True),
        ("Сегодня не получится, всего доброго.", True),
    ],
)
def test_a_clause_behind_a_refusal_is_its_reason(reply: str, *, unexplained: bool) -> None:
    assert found("refusal-without-reason", "Перенесите на сегодня", reply, intent="question") is unexplained


@pytest.mark.parametrize(
    ("message", "passed_by"),
    [
        ("Чудесный отель! Минус: жёсткий матрас, болит спина.", True),
        ("Чудесный отель! Минусы: не нашли.", False),
        ("Чудесный отель, минусы закрывают плюсами.", False),
    ],
)
def test_praise_may_name_a_flaw(message: str, *, passed_by: bool) -> None:
    assert found("issue-not-addressed", message, "Спасибо, ждём вас снова!", intent="praise") is passed_by
