"""The phrase language as design.md writes it down: each line is a known bug in somebody's linter."""

from __future__ import annotations

import pytest

from replylint.pattern.build import Builder
from replylint.pattern.classes import holds
from replylint.pattern.match import Matcher
from replylint.pattern.parse import PatternError, parse
from replylint.pattern.tree import Node
from replylint.text import analyse

GROUPS: dict[str, Node] = {"time": parse("(сегодня | до <число>)")}
MODELS = {"промокод": "завод", "лс": "-"}


def found(phrase: str, text: str) -> list[str]:
    builder = Builder(GROUPS, MODELS)
    builder.add(parse(phrase), 0, 0)
    document = analyse(text)
    hits = Matcher(builder.finish(), holds({"анна"})).hits(document).get(0, [])
    return [document.text[document.words[h.first].start : document.words[h.last - 1].end] for h in hits]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        # a bare word means all its forms; case, ё and punctuation inside a sentence do not matter
        ("проблема", "Ваших ПРОБЛЕМ нет, о проблемах знаем.", ["ПРОБЛЕМ", "проблемах"]),
        ("ещё раз", "Еще, раз!", ["Еще, раз"]),
        ("меры", "Мера принята.", ["Мера"]),
        # exact form, beginning
        ("=вы", "Вам вы писали", ["вы"]),
        ("в =ближайшее время", "В близкое время и в ближайшее время", ["в ближайшее время"]),
        ("гарант*", "Гарантируем и даём гарантию", ["Гарантируем", "гарантию"]),
        # optional parts, alternatives, gaps
        ("принять [все] [необходимый] меры", "Примем все необходимые меры", ["Примем все необходимые меры"]),
        ("принять [все] [необходимый] меры", "приняли меры", ["приняли меры"]),
        ("(как можно скорее | быстро) ответить", "Как можно скорее ответим", ["Как можно скорее ответим"]),
        ("[обязательно] ...2 разобраться", "Обязательно во всём разберёмся", ["Обязательно во всём разберёмся"]),
        ("[обязательно] ...2 разобраться", "Обязательно мы сами во всём разберёмся", ["разберёмся"]),
        ("решить ... проблему", "Решим вашу самую старую проблему", ["Решим вашу самую старую проблему"]),
        ("решить ... проблему", "Решим вашу самую большую старую проблему", []),
        ("решить ...2 проблему", "Решим. Проблем нет", []),
        ("решить ... [вашу]", "Решим скоро вашу", ["Решим скоро вашу"]),
        # classes, restricted forms
        ("до <число>", "Ответим до 18:00", ["до 18:00"]),
        ("решить<буд>", "Мы решили и решим", ["решим"]),
        ("(извинить | простить)<повел>", "Простили? Простите!", ["Простите"]),
        ("=вы не <глагол:прош,мн>", "Вы не указали. Вы не пишите.", ["Вы не указали"]),
        ("здравствуйте <имя>", "Здравствуйте, Анна!", ["Здравствуйте, Анна"]),
        ("<подстановка>", "Здравствуйте, {{name}}!", ["{{name}}"]),
        # named groups; words that the dictionary lacks
        ("ответить @time", "Ответим до 12:00 или ответим сегодня", ["Ответим до 12:00", "ответим сегодня"]),
        ("промокод", "Вот ваши промокоды и промокодом больше", ["промокоды", "промокодом"]),
        ("в лс", "Напишите в ЛС", ["в ЛС"]),
        # leftmost-longest, not overlapping
        ("да (да | да да)", "да да да да", ["да да да"]),
    ],
)
def test_phrase(phrase: str, text: str, places: list[str]) -> None:
    assert found(phrase, text) == places


def test_unknown_words_match_only_literally() -> None:
    assert found("валдбириз", "валдбириз валдбиризы") == ["валдбириз"]


def test_invisible_signs_and_look_alikes_inside_words_still_match() -> None:
    assert found("проблема", "про\u00adблемы, пpоблeма, про\u200bблемам") == ["про\u00adблемы", "пpоблeма", "про\u200bблемам"]


def test_words_of_other_parts_of_speech_do_not_match() -> None:
    # «стали» is a form of «стать» and of «сталь»; «дели» of «деть» in a share below 0.02
    assert found("сталь", "Изделия из стали") == ["стали"]
    assert found("день", "Куда дели заказ?") == []


@pytest.mark.parametrize(
    ("phrase", "column", "word"),
    [
        ("...2 да", 1, "пропуск"),
        ("да ...", 6, "пропуск"),
        ("(а | б", 6, "скобки"),
        ("а ] б", 3, "скобка"),
        ("<хх>", 2, "класса"),
        ("решить<zz>", 8, "формы"),
        ("[а]", 1, "хотя бы одно слово"),
        ("()", 2, "пустая"),
        ("а ...20 б", 3, "слов"),
        ("(а ]", 4, "вида"),
        ("(@time | завтра)<вин>", 17, "в самой группе"),
    ],
)
def test_faults_are_told_with_their_column(phrase: str, column: int, word: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse(phrase)
    assert word in caught.value.message
    assert abs(caught.value.column - column) <= 1
