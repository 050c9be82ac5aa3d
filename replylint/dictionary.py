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

    numbers: array[int]
    """All paradigms behind each other, each with its length before it."""
    places: array[int]
    """Where each begins."""
    tags: Sequence[str]
    beginnings: Sequence[str]
    shares: Any
    """«word:tag» → share."""

    def row(self, paradigm: int, row: int) -> array[int]:
        """A row of a paradigm."""
        start = self.places[paradigm]
        size = self.numbers[start] // 3
        return self.numbers[start + 1 + row * size : start + 1 + (row + 1) * size]


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

    meta = dict(_read("meta.json"))
    shares = IntCompletionDAWG()
    shares.load(str(_folder() / "p_t_given_w.intdawg"))
    tags = _read(meta["gramtab_formats"]["opencorpora-int"])
    return _Grammar(*_paradigms(), tags, meta["compile_options"]["paradigm_prefixes"], shares)


def _paradigms() -> tuple[array[int], array[int]]:
    """The file has a count, then the paradigms; all numbers have two bytes."""
    numbers, places, place = array("H"), array("I"), 1
    numbers.frombytes((_folder() / "paradigms.array").read_bytes())
    for _ in range(numbers[0]):
        places.append(place)
        place += numbers[place] + 1
    return numbers, places


@cache
def _endings() -> Sequence[str]:
    """Endings by their numbers: only lemmas need them."""
    return _read("suffixes.json")  # type: ignore[no-any-return]  # a list of texts


def _read(name: str) -> Any:
    return json.loads((_folder() / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=10_000)
def _grammemes(tag: str) -> frozenset[str]:
    return frozenset(tag.replace(" ", ",").split(","))


def readings(word: str) -> tuple[Reading, ...]:
    """Readings of a folded word, best first; nothing for a word that the dictionary lacks."""
    grammar = _grammar() if (found := _entries(word)) else None
    if grammar is None:
        return ()
    read = [
        Reading(_lemma(grammar, *entry), share, grammemes)
        for entry, (share, grammemes) in zip(found, _tagged(grammar, word, found), strict=True)
    ]
    return tuple(sorted(read, key=lambda reading: -reading.share))


@lru_cache(maxsize=50_000)
def tags(word: str) -> tuple[tuple[float, frozenset[str]], ...]:
    """Shares and grammemes of a folded word's readings, in the dictionary's order."""
    found = _entries(word)
    return tuple(_tagged(_grammar(), word, found)) if found else ()


def _entries(word: str) -> list[tuple[str, int, int]]:
    """(word with its ё, paradigm, number of the form) of all its readings."""
    known, replaces = words()
    return [(whole, *place) for whole, places in known.similar_items(word, replaces) for place in places]


def _tagged(grammar: _Grammar, word: str, found: Sequence[tuple[str, int, int]]) -> list[tuple[float, frozenset[str]]]:
    names = [grammar.tags[grammar.row(paradigm, 1)[form]] for _, paradigm, form in found]
    shares = [grammar.shares.get(f"{word}:{name}", 0) / SCALE for name in names]
    if not sum(shares):
        shares = [1 / len(found)] * len(found)
    return [(share, _grammemes(name)) for share, name in zip(shares, names, strict=True)]


def _lemma(grammar: _Grammar, word: str, paradigm: int, form: int) -> str:
    """The first form of the paradigm, with the word's stem; folded."""
    if form == 0:
        return word.translate(_YO)
    endings, beginnings = _endings(), grammar.beginnings
    ends, begins = grammar.row(paradigm, 0), grammar.row(paradigm, 2)
    stem = word[len(beginnings[begins[form]]) : len(word) - len(endings[ends[form]])]
    return (beginnings[begins[0]] + stem + endings[ends[0]]).translate(_YO)
