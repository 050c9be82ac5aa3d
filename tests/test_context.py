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
        ("Ой, неужели белые уже все разобрали(( когда завезёте?", "question", "upset"),
        ("Если сломается через год, куда обращаться по гарантии?", "question", "neutral"),
        ("Смузи — это что такое?", "question", "neutral"),
        ("Купил дрель две недели назад, больше не нужна. Хочу сдать обратно", "other", "neutral"),
        ("Хотим сдать билеты на 15-е, планы поменялись", "other", "neutral"),
        ("идите в баню со своей рекламой, дармоеды", "troll", "angry"),
        ("Уступите тысячу, и я забираю", "price", "neutral"),
        ("Поставьте возле входа коврик", "suggestion", "neutral"),
        ("Шестой раз за месяц отключаете воду без предупреждения! Когда это кончится?!", "complaint", "angry"),
        ("Добрый день! В счёте за ноябрь не учтена наша оплата. Прошу исправить.", "complaint", "neutral"),
        ("Опоздали на ваш рейс из-за аварии, никто не виноват, но как же обидно", "complaint", "upset"),
        ("С юбилеем вас, родные! 🎉", "other", "happy"),
        ("Провалитесь вы со своим рынком", "troll", "angry"),
        ("Не пекарня, а сарай", "troll", "neutral"),
        ("Эти сандалии большемерят? Стопа 24 см", "question", "neutral"),
        ("Пледы чудо, обожаю 😍 а в клетку есть?", "question", "happy"),
        ("Просим выслать коммерческое предложение на 40 кресел", "price", "neutral"),
        ("Хоть раз внятно ответьте: вы работаете в субботу или нет?", "question", "angry"),
        ("Отмените столик на пятницу, мы с мужем развелись", "other", "upset"),
        ("Перепутал вокзалы и записался не туда. Перенесите запись на среду, пожалуйста", "other", "neutral"),
    ],
)
def test_guesses(message: str, intent: str, mood: str) -> None:
    found = context(customer_message=message)
    assert (found.value("intent"), found.value("mood")) == (intent, mood)


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ("Тренер не пришёл, двенадцать детей полчаса стояли у дверей", "ours"),
        ("Ключ активации не подходит, приложение не открывается, пишет ошибку", "unknown"),
        ("Уронила телефон в первый же день. Сама виновата, но так жалко...", "theirs"),
        ("В прошлой фирме нас обманули. У вас оплата по частям?", "none"),
        ("Ни разу не подвели за три года, спасибо!", "none"),
        ("Отдал машину на мойку, а в салоне подменили магнитолу! Жулики", "unknown"),
        ("Банк третий день морозит мой перевод брату, разберитесь!", "unknown"),
        ("Купила серьги, дома разонравились. В обмене отказали, хотя чек на руках!", "theirs"),
        ("Прислали штраф за парковку у вашего рынка, это грабёж!", "theirs"),
        ("Подшили брюки на 5 см короче, чем я просил", "ours"),
    ],
)
def test_fault(message: str, fault: str) -> None:
    assert context(customer_message=message).value("fault") == fault


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


@pytest.mark.parametrize(
    ("message", "reply", "fault"),
    [
        ("Ужас, в салате осколок стекла!", "Здравствуйте!", "ours"),
        ("Обещали за три дня, прошло десять, верните деньги!", "Здравствуйте!", "ours"),
        ("Ужасный сервис!", "Простите, это наша вина.", "ours"),
        ("Заблокировали мою карту, возмутительно!", "Здравствуйте!", "unknown"),
        ("Вы прислали не тот размер, ужас!", "В заказе указан размер S.", "ours"),
        ("Случайно заказала две одинаковые чашки", "Здравствуйте!", "theirs"),
        ("Сколько стоит доставка?", "Здравствуйте!", "none"),
        ("Чашка целая, но не подошла по цвету, жаль", "Здравствуйте!", "none"),
    ],
)
def test_whose_fault_it_is(message: str, reply: str, fault: str) -> None:
    assert context(reply, customer_message=message).value("fault") == fault


@pytest.mark.parametrize(
    "reply",
    ["Рады, что всё уладилось!", "Вопрос решён в личных сообщениях.", "Ольга, подытожу для всех: диван заменили."],
)
def test_a_reply_that_looks_back_is_of_a_resolved_case(reply: str) -> None:
    assert context(reply, customer_message="Диван пришёл рваный!").value("stage") == "resolved"


def test_writing_again_is_told_from_waiting_long() -> None:
    assert context(customer_message="Звонила вам трижды, никто не перезванивает").facts["repeat"]
    assert not context(customer_message="Доставка обещана через неделю, это долго").facts["repeat"]


def test_a_long_story_is_detailed() -> None:
    assert context(customer_message="слово " * 40).facts["message_detailed"]
    assert not context(customer_message="Всё супер").facts["message_detailed"]


def test_a_told_fault_is_known_as_told() -> None:
    assert context(customer_message="Суп холодный!", fault="ours").facts["fault_settled"]
    assert not context(customer_message="Суп холодный!").facts["fault_settled"]
