"""Whose name a reply signs."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()


def signed(text: str, brand: str) -> list[str]:
    found = check_one(Record(text, brand=brand), BOOK, Options(select=("wrong-brand",))).findings
    return [text[f.span.start : f.span.end] for f in found]


@pytest.mark.parametrize(
    ("text", "brand", "name"),
    [
        ("Ваша пекарня «Зерно».", "Пекарня «Колос»", "Зерно"),
        ("Служба заботы Оптима Тур на связи.", "Туры «Парус»", "Оптима"),
        ("С любовью, команда Beauty Lab", "Салон «Ирис»", "Beauty Lab"),
    ],
)
def test_another_name(text: str, brand: str, name: str) -> None:
    assert signed(text, brand) == [name]


@pytest.mark.parametrize(
    ("text", "brand"),
    [
        ("С уважением, Администрация.", "Бассейн «Волна»"),
        ("С уважением, Коллектив клиники.", "Клиника «Аист»"),
        ("Команда Volna рада вам!", "Бассейн «Волна»"),
        ("С уважением, Салон.", "Салон красоты"),
        ("Проверьте ваш e-mail. Письмо уже там.", "Бассейн «Волна»"),
        ("Рады были помочь, ваша команда! Благодарим за слова.", "Бассейн «Волна»"),
        ("С уважением, команда Айплюс.", "Aiplus.example, сеть школ"),
    ],
)
def test_own_name_or_none(text: str, brand: str) -> None:
    assert signed(text, brand) == []
