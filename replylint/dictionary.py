"""The dictionary's own tables, read as pymorphy3 keeps them: what a word may be, without pymorphy3's analyser.

The analyser is most of a start (its import, tags as objects, tables for guessing unknown words); readings of known words
need none of that. Words, paradigms, tags and their shares are pymorphy3-dicts-ru's files; a test holds every answer
against pymorphy3's. Inflection is left to pymorphy3 (`morph.py`).
"""

from __future__ import annotations

import json
from array import array
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SCALE = 1_000_000
"""Shares are kept as whole numbers of this."""
_YO = str.maketrans("ёЁ", "еЕ")


class Reading(NamedTuple):
    """One dictionary reading of a word: its lemma (folded), its share of the word's uses, its grammemes."""

    lemma: str
    share: float
    grammemes: frozenset[str]


class _Grammar(NamedTuple):
    """A paradigm is three rows of one length: endings, tags and beginnings of its forms, the lemma's first."""

    paradigms: Sequence[array[int]]
    tags: Sequence[str]
    endings: Sequence[str]
    beginnings: Sequence[str]
    shares: Any
    """«word:tag» → share."""


@cache
def _folder() -> Path:
    from importlib.util import find_spec

    spec = find_spec("pymorphy3_dicts_ru")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "data"


@cache
def words() -> tuple[Any, Any]:
    """All words with their paradigms, and what lets е stand for ё."""
    from dawg import RecordDAWG

    found = RecordDAWG(">HH")
    found.load(str(_folder() / "words.dawg"))
    return found, RecordDAWG.compile_replaces({"е": "ё"})


@cache
def _grammar() -> _Grammar:
    from dawg import IntCompletionDAWG

    def read(name: str) -> Any:
        return json.loads((_folder() / name).read_text(encoding="utf-8"))

    meta = dict(read("meta.json"))
    shares = IntCompletionDAWG()
    shares.load(str(_folder() / "p_t_given_w.intdawg"))
    tags = read(meta["gramtab_formats"]["opencorpora-int"])
    return _Grammar(_paradigms(), tags, read("suffixes.json"), meta["compile_options"]["paradigm_prefixes"], shares)


def _paradigms() -> list[array[int]]:
    """The rows behind each other in one file: a count, then each with its length before it, all two bytes."""
    numbers = array("H")
    numbers.frombytes((_folder() / "paradigms.array").read_bytes())
    found, place = [], 1
    for _ in range(numbers[0]):
        size = numbers[place]
        found.append(numbers[place + 1 : place + 1 + size])
        place += size + 1
    return found


@lru_cache(maxsize=10_000)
def _grammemes(tag: str) -> frozenset[str]:
    return frozenset(tag.replace(" ", ",").split(","))


def readings(word: str) -> tuple[Reading, ...]:
    """Readings of a folded word, best first; nothing for a word that the dictionary lacks."""
    known, replaces = words()
    found = [(whole, *place) for whole, places in known.similar_items(word, replaces) for place in places]
    if not found:
        return ()
    grammar = _grammar()
    tags = [grammar.tags[_row(grammar, paradigm, 1)[form]] for _, paradigm, form in found]
    shares = [grammar.shares.get(f"{word}:{tag}", 0) / SCALE for tag in tags]
    if not sum(shares):
        shares = [1 / len(found)] * len(found)
    read = [Reading(_lemma(grammar, *entry), share, _grammemes(tag)) for entry, share, tag in zip(found, shares, tags, strict=True)]
    return tuple(sorted(read, key=lambda reading: -reading.share))


def _row(grammar: _Grammar, paradigm: int, row: int) -> array[int]:
    forms = grammar.paradigms[paradigm]
    size = len(forms) // 3
    return forms[row * size : (row + 1) * size]


def _lemma(grammar: _Grammar, word: str, paradigm: int, form: int) -> str:
    """The first form of the paradigm, with the word's stem; folded."""
    ends, begins = _row(grammar, paradigm, 0), _row(grammar, paradigm, 2)
    if form == 0:
        return word.translate(_YO)
    stem = word[len(grammar.beginnings[begins[form]]) : len(word) - len(grammar.endings[ends[form]])]
    return (grammar.beginnings[begins[0]] + stem + grammar.endings[ends[0]]).translate(_YO)
