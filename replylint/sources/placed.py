"""Texts that know where their literal stands: `marks` for findings, `span` for writing back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from replylint.model import Mark, Origin
from replylint.sources.reading import Wrong

MOST_MARKS = 2_000
"""A literal with more escapes than that keeps the marks of its lines only."""

Length = Callable[[str], int]
"""An escape sequence → how many signs it stands for."""


class Placed(str):
    """A text of a file: the line of its first sign, where its literal stands, where its signs do."""

    __slots__ = ("line", "marks", "span")
    line: int
    marks: tuple[Mark, ...]
    span: tuple[int, int]


def at(text: str, line: int, span: tuple[int, int] = (0, 0), marks: tuple[Mark, ...] = ()) -> Placed:
    """A text with its place."""
    found = Placed(text)
    found.line, found.span, found.marks = line, span, marks
    return found


def placed(value: Any, origin: Origin) -> Origin:
    """The origin of a record whose reply is this value."""
    if not isinstance(value, Placed):
        return origin
    return origin._replace(line=value.line, span=value.span, marks=value.marks)


def marks_of(body: str, line: int, column: int, escape: re.Pattern[str], length: Length, offset: int = 0) -> tuple[Mark, ...]:
    """Where the signs of a literal stand: `body` is what its quotes hold, `line` and `column` where that begins."""
    found = tuple(_marks(body, line, column, escape, length, offset))
    if len(found) <= MOST_MARKS:
        return found
    lines = {mark.line: mark for mark in reversed(found)}
    return tuple(sorted(lines.values()))[:MOST_MARKS]


def _marks(body: str, line: int, column: int, escape: re.Pattern[str], length: Length, offset: int) -> Iterator[Mark]:
    yield Mark(offset, line, column)
    start = -column + 1
    """Where the line begins, counted from the body's first sign."""
    seen = 0
    for match in escape.finditer(body):
        sequence = match.group()
        offset += match.start() - seen + length(sequence)
        seen = match.end()
        if sequence.endswith("\n"):
            line, start = line + 1, seen
        yield Mark(offset, line, seen - start + 1)


def line_marks(text: str, line: int) -> tuple[Mark, ...]:
    """The marks of a text that stands in its file as it is, from the beginning of a line on."""
    found = [Mark(0, line, 1)]
    for match in re.finditer(r"\n", text):
        found.append(Mark(match.end(), found[-1].line + 1, 1))
    return tuple(found)


def spliced(body: str, old: str, new: str, escape: re.Pattern[str], length: Length, escaped: Callable[[str], str]) -> str:
    """The body of a literal with a new text: what is alike at both ends stays as it was written, the rest is `escaped`. Raises Wrong."""
    offsets = _offsets(body, escape, length)
    if len(old) not in offsets:
        raise Wrong("такой литерал нельзя восстановить в точности", "such a literal cannot be restored exactly")
    head = _alike(old, new)
    while head not in offsets:
        head -= 1
    most = min(len(old), len(new)) - head
    tail = min(most, _alike(old[::-1], new[::-1]))
    while len(old) - tail not in offsets:
        tail -= 1
    middle = escaped(new[head : len(new) - tail])
    return body[: offsets[head]] + middle + body[offsets[len(old) - tail] :]


def _offsets(body: str, escape: re.Pattern[str], length: Length) -> dict[int, int]:
    """Offset in the text → offset in the body of its literal, wherever a sign begins or the text ends."""
    found, text, seen = {0: 0}, 0, 0
    for match in [*escape.finditer(body), None]:
        end = match.start() if match else len(body)
        found |= {text + step: seen + step for step in range(end - seen + 1)}
        text += end - seen + (length(match.group()) if match else 0)
        seen = match.end() if match else end
        found[text] = seen
    return found


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    return next((number for number, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))
