"""Which questions a message asks, what each asks for, and which of them a reply leaves open."""

from __future__ import annotations

import pytest

from replylint.checks.asking import questions
from replylint.checks.situation import Profile
from replylint.context.build import situation_of
from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()
RULE = BOOK.rule("question-unanswered")


def asked(message: str) -> list[str]:
    assert RULE is not None
    situation = situation_of(Record("Здравствуйте!", customer_message=message), BOOK, Profile())
    return [question.kind for question in questions(situation, RULE.spec)]


def left_open(message: str, reply: str, **context: str) -> list[str]:
    record = Record(reply, customer_message=message, **{"intent": "question", **context})
    return [finding.message for finding in check_one(record, BOOK, Options(select=("question-unanswered",))).findings]


@pytest.mark.parametrize(
    ("message", "kinds"),
    [
        ("Сколько стоит кольцо?", ["price"]),
        ("Есть 42-й размер и сколько стоит доставка?", ["whether", "price"]),
        ("почём замена? своё масло можно? ждать долго?", ["price", "may", "when"]),
        ("Подскажите, когда привезут кран", ["when"]),
        ("Где посмотреть расписание? И ходит ли ночной?", ["where", "whether"]),
        ("Почему отменили рейс и кто вернёт деньги?", ["why", "who"]),
        ("Как отключить автопродление и вернут ли деньги?", ["how", "whether"]),
        ("Что мне делать, если код не приходит?", ["do"]),
        ("Чем «Утро» отличается от «Полного»?", ["choice"]),
        ("Сколько человек помещается в сауне?", ["amount"]),
        ("Подскажите по условиям рассрочки", ["terms"]),
        ("Работаете девятого мая?", ["open"]),
        ("Модератор один или можно добавить второго?", ["may"]),
    ],
)
def test_each_question_is_found_and_typed(message: str, kinds: list[str]) -> None:
    assert asked(message) == kinds


@pytest.mark.parametrize(
    "message",
    [
        "Вы издеваетесь? Сколько можно?",
        "Где ваша совесть?",
        "Это вообще нормально?",
        "Когда открыла коробку, там была чужая куртка.",
        "Не могу понять, куда это вставить. Верну.",
        "Спасибо, всё понятно.",
    ],
)
def test_indignation_and_telling_are_no_questions(message: str) -> None:
    assert asked(message) == []


def test_each_open_question_is_a_finding_of_its_own() -> None:
    found = left_open("Парковка есть? Во сколько закрываетесь? Сколько стоит обед?", "Да, парковка во дворе.")
    assert ["закрываетесь" in found[0], "обед" in found[1]] == [True, True]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("Когда выйдет обновление?", "Точной даты пока не знаем, как только появится, напишем."),
        ("Возьмёте ребёнка без прививки?", "Узнаю у врача и до вечера напишу."),
        ("Как подключить рассрочку?", "Всё описано здесь: lavka.example/rassrochka."),
        ("Работаете девятого мая?", "Да, с полудня."),
        ("Что охраняется? Какие материалы?", "Охраняется любая музыка, видео и картинки, у всех есть автор, известен он вам или нет."),
    ],
)
def test_a_put_off_a_link_and_a_yes_are_answers(message: str, reply: str) -> None:
    assert left_open(message, reply) == []


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("Какой ноутбук взять?", "Выбор за вами, смотря какие задачи."),
        ("Когда привезут кран?", "Не можем повлиять на доставку."),
        ("Почему не отправляете заказ?", "Извините за задержку с отправкой заказа, отправим."),
        (
            "Кто оплатит врача?",
            "Любовь, мастер работает у нас восемь лет, и материалы проверены, это знают все в городе и за его пределами.",
        ),
        ("Цена?", "Всё отправили в личные сообщения."),
    ],
)
def test_evasions_are_no_answers(message: str, reply: str) -> None:
    assert len(left_open(message, reply)) == 1


def test_a_bare_yes_is_judged_like_any_reply() -> None:
    """Sentences that tell nothing were once looked up among those that do."""
    assert left_open("Есть ли у вас доставка в Мытищи и какой минимальный заказ?", "Да, есть.")


@pytest.mark.parametrize("message", ["Буркнула 'а сколько вам надо' и ушла", 'Рейка 1/2" гнётся, спросила "когда замените" — молчат'])
def test_what_quotes_hold_is_not_asked(message: str) -> None:
    assert asked(message) == []


@pytest.mark.parametrize(
    ("message", "reply", "left"),
    [
        ("Когда будет готов мой пиджак?", "Ателье открыто с 10 до 20.", 1),
        ("Когда можно зайти?", "Ателье открыто с 10 до 20.", 0),
        ("Когда уберут яму у дома?", "Экскаватор работает с 8 утра, к вечеру закончит.", 0),
        ("Сколько стоит покраска и сколько это займёт?", "Покраска от 7 000 ₽.", 1),
        ("Сколько стоит покраска и сколько это займёт?", "Покраска от 7 000 ₽, два дня.", 0),
        ("Сколько стоит покраска и сколько это займёт?", "Покраска 7 000 ₽ за два дня.", 0),
        ("Сколько стоит покраска и сколько это займёт?", "Покраска от 7 000 ₽. Сохнет сутки.", 0),
        ("Сколько дней действует пропуск?", "Цену пропуска уточняйте на вахте.", 1),
    ],
)
def test_an_answer_fits_its_question(message: str, reply: str, left: int) -> None:
    assert len(left_open(message, reply)) == left
