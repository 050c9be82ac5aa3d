"""What is one sentence, and which of its words count."""

from __future__ import annotations

import pytest

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

BOOK = load()
CLAUSE = "мы нашли вашу коробку на дальнем складе за рекой и отправили её утром"
COLOURS = "белая, серая, синяя, чёрная, алая, рыжая, бурая, мятная, медная, ржавая, льняная, пепельная, вишнёвая"


def sizes(text: str) -> list[str]:
    found = check_one(Record(text), BOOK, Options(select=("long-sentence",))).findings
    return [text[f.span.start : f.span.end] for f in found]


def test_three_clauses_are_too_long() -> None:
    text = f"{CLAUSE.capitalize()}, потому что {CLAUSE}, а {CLAUSE}."
    assert sizes(text) == [text[:-1]]


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAUSE.capitalize()}. {CLAUSE.capitalize()}. {CLAUSE.capitalize()}.",
        f"Есть {COLOURS}, {COLOURS}, {COLOURS}.",
        f"Смотрите shop.example/a Там сказано, что {CLAUSE}: shop.example/b Здесь тоже {CLAUSE} и {CLAUSE}",
        f"Кабель Type-C. {CLAUSE.capitalize()}, и {CLAUSE}.",
        f"Что взять: {CLAUSE}; {CLAUSE}; {CLAUSE}; {CLAUSE}.",
        f"width — {CLAUSE},\nheight — {CLAUSE},\ncolor — {CLAUSE}",
    ],
)
def test_lists_links_and_lines_part_sentences(text: str) -> None:
    assert sizes(text) == []
