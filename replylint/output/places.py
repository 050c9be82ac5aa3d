"""Where a draft and its findings are, and what they cost."""

from __future__ import annotations

import os
from bisect import bisect_right
from typing import NamedTuple

from replylint.expressions import expression
from replylint.lines import Lines
from replylint.model import Checked, Finding
from replylint.output.safe import one_line
from replylint.words import Words

_PLACE = expression(r"\$?(row |line |\[)(\d+)\]?")


class Charged(NamedTuple):
    """A finding and its points."""

    finding: Finding
    cost: int


def charged(checked: Checked) -> list[Charged]:
    """The findings that are not suppressed, in order of place, each with its points."""
    losses = checked.score.losses if checked.score else (0,) * len(checked.findings)
    pairs = [Charged(*pair) for pair in zip(checked.findings, losses, strict=True) if pair[0].suppressed is None]
    return sorted(pairs, key=lambda pair: pair.finding.span)


class Places:
    """Line and column of the findings of one draft: of the file where they are known, else of the reply."""

    def __init__(self, checked: Checked) -> None:
        origin = checked.record.origin
        self.lines = Lines(checked.record.reply)
        self.above = 0 if origin.place else origin.line - 1
        self.marks = origin.marks

    def of(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1."""
        if self.marks:
            mark = self.marks[max(0, bisect_right(self.marks, offset, key=lambda one: one.offset) - 1)]
            return mark.line, mark.column + offset - mark.offset
        line, column = self.lines.position(offset)
        return line + self.above, column


def path(given: str) -> str:
    """A path as given, with `/`."""
    return given.replace(os.sep, "/")


def name(given: str, place: str) -> str:
    """`path (row 7)`, on one line and safe for a terminal."""
    return one_line(f"{path(given)} ({place})" if place else path(given) or "<text>")


def title(given: str, place: str, own: Words) -> str:
    """A draft's name for people: «ответы.csv, строка 7»; a pasted text is «Черновик»."""
    shown = own.text["draft"] if given in ("", "<text>", "<stdin>") else path(given)
    known = _PLACE.fullmatch(place)
    where = own.text[f"place_{known[1].strip()}"].format(n=known[2]) if known else place
    return one_line(f"{shown}, {where}" if where else shown)
