"""Slips of the pen: what a proof-reader marks, what only looks like a slip, and repairs that leave none behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from replylint import morph
from replylint.checks.typography.near import misheard, nearest, slip
from replylint.checks.typography.repairs import Repairs
from replylint.engine import Options, check_one, fixed
from replylint.house import Profile
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()
SPELLING = Options(select=("spelling-typography",))
UNKNOWN = Options(select=("unknown-word",))


def found(text: str, options: Options = SPELLING, **context: str) -> list[str]:
    return [text[f.span.start : f.span.end] for f in check_one(Record(text, **context), BOOK, options).findings]


def mended(text: str) -> str:
    return fixed(Record(text), BOOK, SPELLING, unsafe=True)[0].reply


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Готово , забирайте.", "Готово, забирайте."),
        ("Готово ,забирайте.", "Готово, забирайте."),
        ("Готово !", "Готово!"),
        ("Цена 4750 . Ждём.", "Цена 4750. Ждём."),
        ("Олег,готово.", "Олег, готово."),
        ("Дом на Лесной,8.", "Дом на Лесной, 8."),
        ("В 18,мастер ждёт.", "В 18, мастер ждёт."),
        ("Чек готов.Забирайте.", "Чек готов. Забирайте."),
        ("Спасибо!ждём вас.", "Спасибо! Ждём вас."),
        ("Чек,, акт и фото.", "Чек, акт и фото."),
        ("Готово..", "Готово."),
        ("Кафе ( у метро) открыто.", "Кафе (у метро) открыто."),
        ("Кафе « Луч » открыто.", "Кафе «Луч» открыто."),
        ("Чат- это удобно.", "Чат — это удобно."),
        ("Две  пары есть.", "Две пары есть."),
        ("готово, забирайте.", "Готово, забирайте."),
        ("Чек у мастера. завтра отдадим.", "Чек у мастера. Завтра отдадим."),
        ("Чек у мастера.  завтра отдадим.", "Чек у мастера. Завтра отдадим."),
        ("Нашли вaш зонт.", "Нашли ваш зонт."),
        ("Едем c Лесной.", "Едем с Лесной."),
        ("Ключ на на посту.", "Ключ на посту."),
        ("Мы небудем ждать.", "Мы не будем ждать."),
        ("Курьер свяжеться с вами.", "Курьер свяжется с вами."),
        ("Сможем помоч завтра.", "Сможем помочь завтра."),
        ("ИЗВЕНИТЕ, ошиблись.", "ИЗВИНИТЕ, ошиблись."),
        ("Не смотря на дождь, едем.", "Несмотря на дождь, едем."),
        ("Анна здравствуйте!", "Анна, здравствуйте!"),
        ("Анна Петровна здравствуйте!", "Анна Петровна, здравствуйте!"),
        ("Мы к сожалению не успели.", "Мы, к сожалению, не успели."),
        ("К сожалению мы не успели.", "К сожалению, мы не успели."),
        ("Но к сожалению мы не успели.", "Но, к сожалению, мы не успели."),
        ("Напишите, пожалуйста номер.", "Напишите, пожалуйста, номер."),
        ("Не дозвонились потому что занято.", "Не дозвонились, потому что занято."),
        ("Пришлите чек на котором видна дата.", "Пришлите чек, на котором видна дата."),
    ],
)
def test_repairs(text: str, better: str) -> None:
    assert mended(text) == better
    assert found(better) == []


@pytest.mark.parametrize(
    "text",
    [
        "Спасибо :) Ждём ;) И ещё раз ))",
        "Жаль :( Исправим =(",
        "Ждём... И напишем … завтра.",
        "Сайт shop.example/a,b , почта care@shop.example.",
        "Размеры S,M,L и 42,5; артикул AB-12,3.",
        "Теле- и радиоантенны, одно- и двухместные.",
        "Заказ на ул. Мира, тел. офиса 5, 10 шт. в коробке, г. Тверь.",
        "Яндекс.Маркет привезёт завтра. Оплата через Яндекс.Пэй.",
        "iPhone с USB-C, IT-отдел, SIM-карта, Wi-Fi.",
        "Таблетки: витамин c, группа c.",
        'Дюймы: 15" и 17", фирма "Луч".',
        "ООО «Фирма «Луч» пришлёт счёт.",
        "1) Чек. 2) Акт. а) Фото.",
        "Очень очень рады, да да!",
        "Хорошо Хорошо — наше кафе.",
        "Они могут вернуться. Они вернутся.",
        "Деньги должны вернуться завтра, они вернуться обещали.",
        "Потому, что вы просили, и молчали.",
        "Можно, но только если чек цел, и даже когда его нет.",
        "В случае если чек утерян, звоните. Напишите когда угодно.",
        "Фильм, права на который у студии, и ролик, полный доступ к которому закрыт.",
        "Если что. Если можно вернуть деньги.",
        "Ольге спасибо за помощь.",
        "Мадина, Жанболат, Гаянэ и Кымбат на смене.",
        "Здравствуйте\nСпасибо за отзыв",
        "шкаф.рф — наш сайт",
        "Ещё и еще, ёлка и елка.",
        "Придет незваный гость.",
    ],
)
def test_no_slips(text: str) -> None:
    assert [quote for quote in found(text) if quote != "шкаф"] == []


def test_words_of_the_customer_are_theirs() -> None:
    text = "Вы пишете: «Извените , где чек?» — он у мастера."
    assert found(text) == ["Извените", " ,"]
    assert found(text, customer_message="Извените , где чек?") == []


def test_three_slips_are_major_and_a_double_space_is_free() -> None:
    two = check_one(Record("Извените , чек  готов."), BOOK, SPELLING).findings
    three = check_one(Record("Извените , чек  готов !"), BOOK, SPELLING).findings
    assert [f.severity for f in two] == ["minor", "minor", "info"]
    assert [f.severity for f in three] == ["major", "major", "info", "major"]


def test_a_comma_is_not_told_twice() -> None:
    assert found("Анна здравствуйте !") == ["Анна здравствуйте", " !"]


def test_messages_name_the_fault_in_both_languages() -> None:
    for lang, name in (("ru", "не хватает запятой"), ("en", "a comma is missing")):
        options = Options(select=("spelling-typography",), lang=lang)  # type: ignore[arg-type]  # a language
        assert name in check_one(Record("Жаль что так."), BOOK, options).findings[0].message


def test_every_fault_has_a_name() -> None:
    rule = BOOK.rule("spelling-typography")
    assert rule is not None
    path = Path(__file__).parents[2] / "replylint/checks/typography"
    code = "".join(file.read_text(encoding="utf-8") for file in path.glob("*.py"))
    names = rule.spec["faults"]
    assert all(f'"{name}"' in code for name in names)
    assert all(set(texts) == {"ru", "en"} for texts in names.values())


@pytest.mark.parametrize("line", (Path(__file__).parents[1] / "judged/spelling.jsonl").read_text(encoding="utf-8").splitlines())
def test_safe_repairs_leave_nothing_new(line: str) -> None:
    text = json.loads(line)["reply"]
    findings = check_one(Record(text), BOOK, SPELLING).findings
    better, applied = fixed(Record(text), BOOK, SPELLING)
    assert len(check_one(better, BOOK, SPELLING).findings) <= len(findings) - (1 if applied else 0)


@pytest.mark.parametrize(
    ("text", "word"),
    [("Торт клубичный.", "клубичный"), ("Пирог черничый.", "черничый"), ("Соус карамелный.", "карамелный")],
)
def test_unknown_words(text: str, word: str) -> None:
    assert found(text, UNKNOWN) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Маркетплейс, промокод, трек-номер, повербанк, селлер, рилс.",
        "Жанболат и Клубичный на смене.",
        "Видеоотзыв, автодоставка, энергоёмкий, потестировать.",
        "Пошагово и мотивированно.",
        "ЛС, МФЦ, СДЭК, кг, шт, 3D-модель.",
        "Извените, расчитаем.",
    ],
)
def test_words_to_leave_alone(text: str) -> None:
    assert found(text, UNKNOWN) == []


def test_the_customer_and_the_house_have_words_of_their_own() -> None:
    text = "Клубичный торт: берём клубичный."
    assert found(text, UNKNOWN) == ["клубичный"]
    assert found(text, UNKNOWN, customer_message="Хочу клубичный!") == []
    options = UNKNOWN._replace(profile=Profile(jargon=("клубичный",)))
    assert found(text, options) == []


def test_an_unknown_word_costs_nothing() -> None:
    checked = check_one(Record("Торт клубичный."), BOOK, UNKNOWN)
    assert checked.score is not None
    assert (checked.findings[0].severity, checked.score.value) == ("info", 100)


def test_both_rules_never_name_the_same_word() -> None:
    rule = BOOK.rule("spelling-typography")
    assert rule is not None
    wrong = [line.split("→")[0].strip() for line in rule.spec["misspelt"]]
    assert [word for word in wrong if not word.startswith("-") and found(f"Вот {word}.", UNKNOWN)] == []


def test_neighbours() -> None:
    assert slip("момжете", frozenset({"можете"})) == "можете"
    assert slip("можете", frozenset({"можете", "сможете"})) == "сможете"
    assert slip("кода", frozenset({"код"})) is None
    assert slip("дамок", frozenset({"домик"})) is None
    assert misheard("характиристика") == "характеристика"
    assert misheard("пошагово") is None
    assert nearest("клубичный") == "клубничный"
    assert nearest("ы" * 40) is None


def test_misspellings_count_only_where_the_dictionary_agrees() -> None:
    repairs = Repairs(["извен → извин", "-тся → -ться"])
    assert repairs.better("извените") == "извините"
    assert repairs.better("извенчик") is None
    assert repairs.better("разобратся") == "разобраться"
    assert repairs.better("непришли") == "не пришли"
    assert repairs.suspect("извените")
    assert not repairs.suspect("чек")


def test_the_word_list_is_the_dictionary() -> None:
    for word in ("чек", "еще", "ещё", "вернем", "клубичный", "промокод", "из-за", "чек-лист"):
        assert morph.is_word(word) == (morph.is_known(word) or word == "чек-лист"), word


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Спасибо за визит всегда рады вам.", "визит всегда"),
        ("Благодарим вас за чек с удовольствием ждём в мае.", "чек с"),
    ],
)
def test_two_sentences_without_a_mark(text: str, place: str) -> None:
    assert found(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "Спасибо за визит, всегда рады вам.",
        "Спасибо за отзыв нашей команде и за то, что мы рады.",
    ],
)
def test_one_sentence_with_all_its_marks(text: str) -> None:
    assert found(text) == []
