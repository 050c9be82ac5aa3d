"""Words one slip away: a letter too many, too few, another, or two in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from replylint import morph
from replylint.checks.situation import Words

LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ"
SHORTEST, LONGEST = 5, 24
"""Shorter words have too many neighbours; longer ones are not words."""
SPELT = 8
"""Below this length a lost or an odd letter explains too much."""
LONG = 9
"""From this length a word that an ear's or a finger's slip explains can be no other word."""
_ALIKE = ("ао", "еи", "ея", "иы", "шщ", "жш", "зс", "дт", "бп", "вф", "гк", "ъь", "цс", "ую", "её", "эе", "чщ")
"""Letters that sound alike where they are not stressed, or look alike."""
_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
"""The keyboard."""


def _near_letters() -> dict[str, str]:
    pairs = [*_ALIKE, *(row[place : place + 2] for row in _ROWS for place in range(len(row) - 1))]
    return {letter: "".join(pair.replace(letter, "") for pair in pairs if letter in pair) for letter in LETTERS}


_NEAR = _near_letters()
_SOUND = {letter: "".join(pair.replace(letter, "") for pair in _ALIKE if letter in pair) for letter in LETTERS}


def _cuts(word: str) -> list[tuple[str, str]]:
    return [(word[:place], word[place:]) for place in range(len(word) + 1)]


def _swapped(word: str) -> Iterator[str]:
    """Two letters in the wrong order."""
    return (a + b[1] + b[0] + b[2:] for a, b in _cuts(word) if len(b) > 1 and b[0] != b[1])


def _misheard(word: str) -> Iterator[str]:
    """A letter doubled or not, a letter that sounds like another."""
    cuts = _cuts(word)
    yield from (a + b[1:] for a, b in cuts if a and b and a[-1] == b[0])
    yield from (a + b[0] + b for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in _SOUND.get(b[0], ""))


def _mistyped(word: str) -> Iterator[str]:
    """A letter too few, too many, or the key beside it."""
    cuts = _cuts(word)
    yield from (a + letter + b for a, b in cuts for letter in LETTERS)
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in _NEAR.get(b[0], ""))


def _replaced(word: str) -> Iterator[str]:
    """Any other letter: only among few words does that explain a thing."""
    return (a + letter + b[1:] for a, b in _cuts(word) if b for letter in LETTERS if letter != b[0])


@lru_cache(maxsize=20_000)
def misheard(word: str) -> str | None:
    """The one dictionary word that a long word must be; None where there is none or a choice."""
    if not LONG <= len(word) <= LONGEST or _adverb(word):
        return None
    found = {other for slips in (_swapped(word), _misheard(word)) for other in slips if morph.is_word(other)}
    return found.pop() if len(found) == 1 else None


def _adverb(word: str) -> bool:
    """Whether a word is an adverb of a known adjective: they are made more freely than dictionaries note."""
    return word.endswith("о") and any(morph.is_word(word[:-1] + end) for end in ("ый", "ий", "ой"))


@lru_cache(maxsize=20_000)
def slip(word: str, known: Words) -> str | None:
    """The one word of a rulebook that a slip of the pen turns into this one; None where there is none or a choice."""
    if not SHORTEST <= len(word) <= LONGEST:
        return None
    kinds = (_misheard(word), _swapped(word), _mistyped(word), _replaced(word))[: 1 if len(word) == SHORTEST else None]
    near = (other for slips in kinds for other in slips)
    found = {other for other in near if other in known and morph.is_word(other)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=20_000)
def nearest(word: str) -> str | None:
    """The likeliest dictionary word one slip away."""
    if not SHORTEST <= len(word) <= LONGEST or _adverb(word):
        return None
    near = (other for slips in (_swapped(word), _misheard(word), _mistyped(word))[: None if len(word) >= SPELT else 2] for other in slips)
    return next((other for other in near if morph.is_word(other)), None)
