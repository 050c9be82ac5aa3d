"""Where sentences end: what razdel says, what messengers add, and the short way for plain prose, which must say the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import razdel
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from replylint.sentences import _paragraphs, _plain, boundaries

PIECES = [
    "Мы", "мы", "нам", "г", "г.", "ул.", "т.е.", "12", "3.", "А", "я", "…", "...", "!", "?!", ". ", "! ", " ", "  ", "—", "-", "как-то", ",",
    "Ждём", "спасибо", "И", "ё", "Ё", "просп", "вс", "дж", "руб.", "тыс", "№5", "Ед", "Накл", "аБв", "здравствуйте", "проконсультируйтесь",
    "iPhone", "WB.", "😊", "😊 ", "\u00a0", "₽", "ok", "І", "«", "»", "« ", "».", ".»", "«Мы»", "(да)", ":)", ";", '"', "_", "а_б.", "5%.", "\n",
]  # fmt: skip


def razdels(paragraph: str) -> list[tuple[int, int]]:
    return [(piece.start, piece.stop) for piece in razdel.sentenize(paragraph)]


def texts() -> list[str]:
    rows = (
        json.loads(line)
        for path in sorted((Path(__file__).parent / "judged").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return [text for row in rows for text in (row["reply"], row.get("customer_message")) if text]


def test_plain_prose_is_cut_as_razdel_cuts_it() -> None:
    paragraphs = [text[start:end] for text in texts() for start, end in _paragraphs(text)]
    plain = [(paragraph, found) for paragraph in paragraphs if (found := _plain(paragraph))]
    assert [paragraph for paragraph, found in plain if found != razdels(paragraph)] == []
    assert len(plain) > len(paragraphs) / 2  # else the short way is no use


@settings(max_examples=2_000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=10), st.sampled_from(["", " "]))
def test_the_short_way_says_what_razdel_says_or_nothing(pieces: list[str], gap: str) -> None:
    paragraph = gap.join(pieces)
    assume(paragraph.strip())  # a blank paragraph is none
    assert _plain(paragraph) in ([], razdels(paragraph))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Да! Ждём вас.", ["Да!", "Ждём вас."]),
        ("Вернём 500 руб. на карту. Когда удобно?", ["Вернём 500 руб. на карту.", "Когда удобно?"]),
        ("Пишет А. С. Пушкин. Ждём.", ["Пишет А. С. Пушкин.", "Ждём."]),
        ("Цена от 5 тыс. Заказать можно сегодня.", ["Цена от 5 тыс.", "Заказать можно сегодня."]),
        ("Ждём 😊 Приходите", ["Ждём 😊", "Приходите"]),
        ("Заказ едет\nждите в пять\nПозвоним", ["Заказ едет\nждите в пять", "Позвоним"]),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[start:end].strip() for start, end in boundaries(text)] == sentences
