"""What a draft is called."""

import pytest

from replylint.output.places import name, title
from replylint.words import EN, RU


@pytest.mark.parametrize(
    ("given", "place", "ru", "en"),
    [
        ("а.txt", "", "а.txt", "а.txt"),
        ("<text>", "", "Черновик", "Draft"),
        ("<stdin>", "line 3", "Черновик, строка 3", "Draft, line 3"),
        ("а.csv", "row 7", "а.csv, строка 7", "а.csv, row 7"),
        ("а.json", "[2]", "а.json, запись 2", "а.json, record 2"),
        ("а.yaml", "templates.hello", "а.yaml, templates.hello", "а.yaml, templates.hello"),
    ],
)
def test_title(given, place, ru, en):
    assert title(given, place, RU) == ru
    assert title(given, place, EN) == en


def test_name_is_stable_whatever_the_language():
    assert name("а.csv", "row 7") == "а.csv (row 7)"
    assert name("", "") == "<text>"
