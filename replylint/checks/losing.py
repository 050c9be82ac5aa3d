"""Marks among words that a repair replaces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from replylint.model import Span
from replylint.text import Document, Token

SUBORDINATES = frozenset({"что", "чего", "чтобы"})
_start = attrgetter("start")


def loses_marks(document: Document, span: Span) -> bool:
    """Whether a mark stands among the matched words that would be lost: not a comma before «что», which goes with it."""
    marks = document.marks
    first, last = bisect_right(marks, span.start, key=_start), bisect_left(marks, span.end, key=_start)
    return any(mark.text != "," or not _goes_with(document, mark) for mark in marks[first:last])


def _goes_with(document: Document, comma: Token) -> bool:
    """Whether a comma belongs to the «что» behind it."""
    place = bisect_left(document.words, comma.end, key=_start)
    return any(word.start <= comma.end + 1 and word.norm in SUBORDINATES for word in document.words[place : place + 1])
