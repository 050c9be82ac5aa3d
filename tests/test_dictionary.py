"""Readings of words, held against pymorphy3's own."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from replylint import dictionary, morph
from replylint.pattern.classes import endings_of

ALONE = [*"абвгдежзиклмнопрстуфхцчшщыэюя", "из-за", "по-русски", "кое-как", "еще", "берет", "эклз", "промокодик", ""]


def of_pymorphy(word: str) -> list[tuple[str, float, frozenset[str]]]:
    found = [p for p in morph.analyser().parse(word) if p.is_known] if word else []
    return [(morph.fold(p.normal_form), round(p.score, 6), frozenset(p.tag.grammemes)) for p in found]


def sample() -> list[str]:
    """Words of the dictionary from all over it, folded."""
    known, _ = dictionary.words()
    chance = random.Random(3)
    words = sorted({morph.fold(word) for start in ("пере", "ве", "но", "ми", "ё", "не", "у", "наи") for word in known.keys(start)})
    return chance.sample(words, 4_000)


def test_readings_are_those_of_pymorphy() -> None:
    for word in [*sample(), *ALONE]:
        assert [(r.lemma, round(r.share, 6), r.grammemes) for r in dictionary.readings(word)] == of_pymorphy(word), word


def test_the_endings_of_a_class_are_those_of_all_its_words() -> None:
    for word in sample():
        for _, grammemes in dictionary.tags(word):
            for pos in grammemes & {"VERB", "INFN", "GRND", "PRTS", "PRTF"}:
                wanted = grammemes - {pos} if "incl" not in grammemes else frozenset()
                assert len(word) < 2 or all(ending.search(word) for ending in endings_of(pos, wanted)), (word, pos, grammemes)


@pytest.mark.parametrize(
    "question", ["morph.readings('вернем')", "morph.class_share('вернем', frozenset({'VERB'}))", "morph.is_word('дом')"]
)
def test_what_a_word_may_be_is_asked_without_the_analyser(question: str) -> None:
    code = f"import sys; from replylint import morph; assert {question}; sys.exit('pymorphy3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
