"""Words compared without their endings: whether a reply takes up a word of the customer's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from replylint.pattern.match import Hit
from replylint.text import Token, normal

STEM = 4
LONG = 10
"""From this length on endings may take four letters: «открывается», «открываются»."""
SHORTEST = 3
"""Words of so few letters count where they are the same: «чат», «код»."""


def places(hits: Iterable[Hit]) -> set[int]:
    """The words that hits cover."""
    return {place for hit in hits for place in range(hit.first, hit.last)}


def stems(words: Iterable[Token]) -> set[str]:
    """What words are compared by; short words have nothing."""
    return {stem for word in words if (stem := _stem(word))}


def shared(asked: set[str], told: set[str]) -> set[str]:
    """Those of `asked` that `told` takes up, in whatever form."""
    return {one for one in asked if any(_alike(one, other) for other in told)}


def _stem(word: Token) -> str:
    """The word that forms are compared by; figures as they are; "" for short words."""
    if word.kind == "placeholder":
        return word.text
    if word.kind == "number":
        return re.sub(r"\D", "", word.norm)
    norm = normal(word.text) if word.kind == "quote" else word.norm  # a title may be what was asked about
    telling = len(norm) >= SHORTEST or any(sign.isdigit() for sign in norm)
    return norm if word.kind in ("word", "quote") and telling else ""


def _alike(one: str, other: str) -> bool:
    """Whether two words look like forms of one: all but the last letters are the same."""
    if one.isdigit() or other.isdigit() or min(len(one), len(other)) < STEM:
        return one == other
    length = min(len(one), len(other))
    size = max(STEM, length - (4 if length >= LONG else 2))
    return one[:size] == other[:size]
