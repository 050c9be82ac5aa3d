"""Chains of nouns that hang on each other, with verbs frozen among them («возможность снятия ограничений»)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from replylint import morph
from replylint.checks.sieve import Sieve
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span
from replylint.pattern.classes import VERBAL_NOUN
from replylint.text import Token

GENITIVE_SHARE = 0.3
"""From this share of genitive readings on a noun counts as hanging on the one before it."""

LONGEST = 99
"""No chain is so long: for rules without long chains."""
SHORTEST = 5
"""Verbal nouns are longer than this."""


_VERBAL = Sieve(lambda word: len(word) > SHORTEST and VERBAL_NOUN.search(word))


class _Nouns(NamedTuple):
    """Places of words by what they do in a chain."""

    heads: frozenset[int]
    """Verbal nouns by their endings."""
    verbal: frozenset[int]
    """These, abstract nouns and those that a rule names."""
    through: frozenset[int]
    joined: frozenset[int]


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Runs of at least `nouns` nouns, each in the genitive after the first, at least `verbal` of them verbal.

    With `long` nouns a run may go on through «и» and through the prepositions of `through`; so may one of `tied` nouns
    where a verbal noun hangs on a verbal noun. The nouns of `others` count as verbal, too. A run of `wordy` words needs
    only its first noun to be verbal and may have the words of `joined` in it.
    """
    nouns = _VERBAL(situation.reply.norms)
    if not nouns and not situation.found(spec.get("abstract")) and not situation.found(spec.get("others")):
        return
    kinds = _kinds(situation, spec, nouns)
    for sentence in situation.reply.sentences if kinds.verbal else ():
        place = sentence.first
        few = len(kinds.verbal.intersection(range(place, sentence.last))) < spec["verbal"]
        while place < sentence.last:
            if few and ("wordy" not in spec or place not in kinds.heads):
                place += 1  # most words end here, before the dictionary is asked
                continue
            span, place = _chain(situation, place, sentence.last, kinds, spec)
            if span and not situation.in_quotes(span[0]):
                yield situation.at(span[0], count=str(span[1]))


def _kinds(situation: Situation, spec: Spec, nouns: Container[str]) -> _Nouns:
    words, excepted = situation.reply.words, situation.found(spec.get("except"))
    settled = {n for hit in excepted for n in range(hit.first, hit.last)}
    terms = {n for hit in excepted if hit.last - hit.first > 1 for n in range(hit.first, hit.last)}
    abstract = {hit.first for hit in situation.found(spec.get("abstract"))} - terms
    heads = {n for n, word in enumerate(words) if word.norm in nouns} - settled
    verbal = frozenset(abstract | heads | _places(situation, spec.get("others")))
    many = len(verbal) >= spec["verbal"]  # a run that goes through other words needs so many verbal nouns
    through = _places(situation, spec.get("through")) if many else frozenset()
    joined = _places(situation, spec.get("joined"))
    return _Nouns(frozenset(heads - abstract), verbal, through, joined)


def _chain(situation: Situation, place: int, last: int, kinds: _Nouns, spec: Spec) -> tuple[tuple[Span, int] | None, int]:
    """The chain that begins at a place, with its number of nouns, if it is one; and where to look on."""
    words = situation.reply.words
    if not _goes_on(situation, place, last, kinds):
        return None, place + 1
    end = _run(situation, place, last, frozenset())
    far = _run(situation, place, last, kinds.through) if kinds.through else end
    heavy = _run(situation, place, last, kinds.joined) if place in kinds.heads else place
    for stop, fits in ((far, _far), (heavy, _heavy), (end, _plain)):
        nouns = [n for n in range(place, stop) if n not in kinds.through and _noun(words[n])]
        if nouns and fits(nouns, kinds, spec):
            return (Span(words[place].start, words[nouns[-1]].end), len(nouns)), max(stop, place + 1)
    return None, max(end, place + 1)


def _goes_on(situation: Situation, place: int, last: int, kinds: _Nouns) -> bool:
    """Whether a second word may follow in a chain: few words get so far, and most of the work is behind that."""
    after = place + 1
    if after >= last or _parted(situation, after):
        return False
    return after in kinds.through or after in kinds.joined or _hangs(situation.reply.words[after])


def _plain(nouns: list[int], kinds: _Nouns, spec: Spec) -> bool:
    return bool(len(nouns) >= spec["nouns"] and len(kinds.verbal.intersection(nouns)) >= spec["verbal"])


def _heavy(nouns: list[int], _kinds: _Nouns, spec: Spec) -> bool:
    return bool(len(nouns) >= spec["nouns"] and nouns[-1] - nouns[0] + 1 >= spec.get("wordy", LONGEST))


def _far(nouns: list[int], kinds: _Nouns, spec: Spec) -> bool:
    if len(nouns) >= spec.get("long", LONGEST):
        return bool(len(kinds.verbal.intersection(nouns)) >= spec["verbal"])
    close = ((one, other) for one, other in pairwise(nouns) if kinds.through.isdisjoint(range(one, other)))
    return bool(len(nouns) >= spec.get("tied", LONGEST)) and any(kinds.verbal.issuperset(pair) for pair in close)


def _places(situation: Situation, number: int | None) -> frozenset[int]:
    hits = situation.found(number)
    return frozenset([place for hit in hits for place in range(hit.first, hit.last)]) if hits else frozenset()


def _run(situation: Situation, place: int, last: int, through: frozenset[int]) -> int:
    """Where a chain that begins with the noun at a place ends."""
    words = situation.reply.words
    if not _likely(words[place]) or not _noun(words[place]):
        return place
    end, tied = place + 1, False
    while end < last and not _parted(situation, end) and (end in through or _hangs(words[end]) or (tied and _nominal(words[end]))):
        tied = end in through or (tied and not _noun(words[end]))
        end += 1
    return end


def _likely(word: Token) -> bool:
    return word.kind == "word" and len(word.norm) > 3 and not word.norm.isascii()


def _noun(word: Token) -> bool:
    return _likely(word) and _is_noun(word.norm)


@lru_cache(maxsize=50_000)
def _is_noun(word: str) -> bool:
    return morph.class_share(word, frozenset({"NOUN"})) >= 0.5


def _hangs(word: Token) -> bool:
    """Whether a word is a noun in the genitive, or an adjective before one."""
    return _likely(word) and _is_genitive(word.norm)


@lru_cache(maxsize=50_000)
def _is_genitive(word: str) -> bool:
    genitive = frozenset({"gent"})
    if _is_noun(word):
        return morph.class_share(word, genitive) >= GENITIVE_SHARE
    return max(morph.class_share(word, genitive | {pos}) for pos in ("ADJF", "PRTF")) >= GENITIVE_SHARE


def _nominal(word: Token) -> bool:
    """Whether a word may stand behind a preposition: a noun or an adjective in any case."""
    return _likely(word) and (
        _noun(word) or max(morph.class_share(word.norm, frozenset({pos})) for pos in ("ADJF", "PRTF")) >= GENITIVE_SHARE
    )


def _parted(situation: Situation, place: int) -> bool:
    """Whether a mark stands before a word."""
    words = situation.reply.words
    return any(sign in ",.;:!?()/—–\n" for sign in situation.reply.text[words[place - 1].end : words[place].start])


KIND = Kind(
    {
        "nouns": "whole",
        "long": "whole",
        "verbal": "whole",
        "except": "phrases",
        "abstract": "phrases",
        "through": "phrases",
        "joined": "phrases",
        "wordy": "whole",
        "tied": "whole",
        "others": "phrases",
    },
    ("nouns", "verbal"),
    run,
)
