"""The catalogue of words."""

from string import Formatter
from typing import get_args

import pytest

from replylint.model import Band, Severity
from replylint.words import EN, RU, plural, words


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "баллов"), (1, "балл"), (2, "балла"), (4, "балла"), (5, "баллов"), (11, "баллов"), (12, "баллов"), (14, "баллов"), (20, "баллов")]
    + [(21, "балл"), (22, "балла"), (25, "баллов"), (101, "балл"), (111, "баллов"), (112, "баллов"), (1001, "балл")],
)
def test_russian_plurals(number, shown):
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
