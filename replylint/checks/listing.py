"""Where a long sentence really ends, and which of its words only list things."""

from __future__ import annotations

from collections.abc import Iterator

from replylint import morph
from replylint.text import Document, Sentence

LIST_PARTS, SHORT_PART = 6, 3
"""A list of things has at least so many parts in a row, of at most so many words."""
COLON_PARTS = 4
"""So many parts behind a colon are a list, whatever they say."""
VERB_SHARE = 0.3


def stretches(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A long sentence in parts: it also ends with a line of a list, or behind a link or full stop («Type-C. Это …»)."""
    words, first = document.words, sentence.first
    for place in range(first + 1, sentence.last):
        before, here = words[place - 1], words[place]
        between = document.text[before.end : here.start]
        ends = (". " in between and len(before.text) > 2) or before.kind == "link"
        if (ends and here.capital) or ("\n" in between and between.strip()):
            yield first, place
            first = place
    yield first, sentence.last


def listed(document: Document, first: int, last: int) -> set[int]:
    """Places in a list of things: many short parts between commas, none with a verb («белая, серая, синяя …»)."""
    found: set[int] = set()
    row: list[int] = []
    parts = 0
    tail = _behind_colon(document, first, last)
    if tail < last:
        found.update(range(tail, last))
    for part in [*_parts(document, first, tail), []]:
        if part and len(part) <= SHORT_PART and not any(_acts(document, place) for place in part):
            row, parts = [*row, *part], parts + 1
            continue
        if parts >= LIST_PARTS:
            found.update(row)
        row, parts = [], 0
    return found


def _behind_colon(document: Document, first: int, last: int) -> int:
    """Where a list begins that a colon announces: several parts up to the end of the sentence."""
    words = document.words
    for place in range(first + 1, last):
        if ":" in document.text[words[place - 1].end : words[place].start]:
            return place if len(list(_parts(document, place, last))) >= COLON_PARTS else last
    return last


def _parts(document: Document, first: int, last: int) -> Iterator[list[int]]:
    """The words between commas and semicolons."""
    words, part = document.words, [first]
    for place in range(first + 1, last):
        if set(",;") & set(document.text[words[place - 1].end : words[place].start]):
            yield part
            part = []
        part.append(place)
    yield part


def _acts(document: Document, place: int) -> bool:
    norm = document.words[place].norm
    return max(morph.class_share(norm, frozenset({pos})) for pos in ("VERB", "INFN", "GRND")) >= VERB_SHARE
