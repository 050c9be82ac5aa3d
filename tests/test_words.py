"""The catalogue of words."""

from string import Formatter
from typing import get_args

import pytest

from replylint.model import Band, Severity
from replylint.words import EN, RU, plural, words

FEW = {2, 4, 22}
ONE = {1, 21, 101, 1001}


@pytest.mark.parametrize("number", [0, 1, 2, 4, 5, 11, 12, 14, 20, 21, 22, 25, 101, 111, 112, 1001])
def test_russian_plurals(number):
    shown = "балл" if number in ONE else "балла" if number in FEW else "баллов"
    assert plural(number, "балл", "балла", "баллов") == shown
    assert RU.amount(number, "point") == f"{number} {shown}"


def test_english_plurals():
    assert [EN.amount(n, "finding") for n in (0, 1, 2, 21)] == ["0 findings", "1 finding", "2 findings", "21 findings"]


def test_both_languages_have_the_same_words():
    for one, other in zip(RU[1:], EN[1:], strict=True):
        assert set(one) == set(other)
    for key in RU.values:
        assert set(RU.values[key]) == set(EN.values[key])


def test_both_languages_take_the_same_values():
    def fields(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for key, text in RU.text.items():
        assert fields(text) == fields(EN.text[key]), key


def test_every_band_and_severity_has_a_word():
    assert set(RU.band) == set(get_args(Band))
    assert set(RU.severity) == set(get_args(Severity))


def test_lists():
    assert [RU.listed(parts) for parts in ([], ["а"], ["а", "б"], ["а", "б", "в"])] == ["", "а", "а и б", "а, б и в"]


def test_an_unknown_language_is_russian():
    assert words("ru") is RU
    assert words("en") is EN
