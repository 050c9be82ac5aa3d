"""Cells of CSV as they are written: how they are parted, where each stands in its row, how a text becomes one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import Any

from replylint.model import Record
from replylint.sources.placed import at, marks_of

DELIMITERS = ";,\t|"
SAMPLE = 50
"""Lines that tell how the cells are parted."""
SAMPLE_CHARS = 65_536
_INSIDE = re.compile(r'""|\r?\n')
_QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"?')


def delimiter(lines: Sequence[str], wanted: Iterable[str]) -> str:
    """The sign that parts the cells: the one that shows the wanted columns, and rows as long as the first one."""
    sample = _sample(lines)
    names = set(wanted)
    return max(DELIMITERS, key=lambda sign: _fits(sample, sign, names))


def _sample(lines: Sequence[str]) -> list[str]:
    """The first lines, up to a size."""
    found, left = [], SAMPLE_CHARS
    for line in lines[:SAMPLE]:
        left -= len(line)
        if left < 0:
            break
        found.append(line)
    return found or [line[:SAMPLE_CHARS] for line in lines[:1]]


def _fits(sample: list[str], sign: str, wanted: set[str]) -> tuple[bool, float, int]:
    """How well a sign fits: a row holds a wanted column, rows are of one length, cells of the first row."""
    try:
        rows = [row for row in csv.reader(sample, delimiter=sign) if any(cell.strip() for cell in row)]
    except csv.Error:
        rows = []
    if not rows:
        return False, 0, 0
    at_header = next((n for n, row in enumerate(rows) if wanted & {cell.strip() for cell in row}), -1)
    head = len(rows[max(0, at_header)])
    below = rows[max(0, at_header) + 1 :]
    alike = sum(len(row) == head for row in below) / len(below) if below else 1
    return at_header >= 0, alike if head > 1 else alike / 2, head


def placed_cell(text: str, raw: str, sign: str, column: int, line: int, start: int) -> Any:
    """The text of a cell with its place: `raw` is its row as written, `line` and `start` where that begins in the file."""
    span = _span(raw, sign, column)
    if span is None:
        return text
    begin, end = span
    above = raw[:begin]
    line += above.count("\n")
    quoted = raw.startswith('"', begin)
    body = raw[begin + 1 : end - 1] if quoted else raw[begin:end]
    marks = marks_of(body, line, begin - (above.rfind("\n") + 1) + 1 + quoted, _INSIDE, lambda found: 1 if found == '""' else len(found))
    return at(text, line, (start + begin, start + end), marks)


def _span(raw: str, sign: str, column: int) -> tuple[int, int] | None:
    """Where a cell stands in its row, with its quotes."""
    start = 0
    for _ in range(column + 1):
        quoted = _QUOTED.match(raw, start)
        end = raw.find(sign, quoted.end() if quoted else start)
        end = end if end >= 0 else len(raw.rstrip("\r\n")) if not quoted else quoted.end()
        if _ == column:
            return start, end
        start = end + len(sign)
        if start > len(raw):
            return None
    return None


def literal(old: str, text: str, _: Record) -> str:
    """A text as a cell: in quotes if it was, or where it needs them."""
    if old.startswith('"') or any(sign in text for sign in (*DELIMITERS, '"', "\n", "\r")) or text != text.strip():
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text
