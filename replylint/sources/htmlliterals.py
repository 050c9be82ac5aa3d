"""Templates of HTML: the element below `<!-- replylint: template -->` (of a list, each item), and literals of its scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from replylint.lines import Lines
from replylint.model import Mark
from replylint.sources import jsliterals
from replylint.sources.htmltext import Token, joined, tokens
from replylint.sources.placed import Placed, at

_MARK = re.compile(r"<!--\s*replylint:\s*template\b[^>]*-->")
_LISTS = {"ul": "li", "ol": "li", "table": "td", "tbody": "td", "dl": "dd"}
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())


def values(text: str, names: Sequence[str]) -> Iterator[Any]:
    """The marked texts of a page, and the marked values of its scripts. Raises Wrong."""
    pieces, lines = list(tokens(text)), Lines(text)
    for number, piece in enumerate(pieces):
        if piece.kind == "comment" and _MARK.fullmatch(text, piece.start, piece.end):
            yield list(_texts(text, pieces, number + 1, lines))
        elif (piece.kind, piece.name) == ("open", "script"):
            end = next((one.start for one in pieces[number:] if (one.kind, one.name) == ("close", "script")), len(text))
            yield from jsliterals.values(text[piece.end : end], names, lines.position(piece.end)[0])


def _texts(page: str, pieces: Sequence[Token], first: int, lines: Lines) -> Iterator[Placed]:
    """The text of the element that begins at or below a piece; of a list, of each item."""
    while first < len(pieces) and pieces[first].kind == "text" and not page[pieces[first].start : pieces[first].end].strip():
        first += 1
    if first >= len(pieces):
        return
    last = _end(pieces, first)
    inner = _LISTS.get(pieces[first].name, "") if pieces[first].kind == "open" else ""
    if not inner:
        yield _text(page, pieces[first:last], lines)
        return
    at_item = first + 1
    while at_item < last:
        if (pieces[at_item].kind, pieces[at_item].name) == ("open", inner):
            end = _end(pieces, at_item)
            yield _text(page, pieces[at_item:end], lines)
            at_item = end
        else:
            at_item += 1


def _end(pieces: Sequence[Token], first: int) -> int:
    """Behind the last piece of an element."""
    name, depth = pieces[first].name, 0
    if pieces[first].kind != "open" or name in _EMPTY:
        return first + 1
    for number in range(first, len(pieces)):
        if pieces[number].name == name:
            depth += {"open": 1, "close": -1}.get(pieces[number].kind, 0)
        if not depth:
            return number + 1
    return len(pieces)


def _text(page: str, pieces: Sequence[Token], lines: Lines) -> Placed:
    """The text of some pieces: where it begins is known, in other places there may be markup."""
    start = next((one.start for one in pieces if one.kind == "text" and page[one.start : one.end].strip()), pieces[0].start)
    start += len(page[start:]) - len(page[start:].lstrip()) if page[start : start + 1].isspace() else 0
    line, column = lines.position(start)
    return at(joined(page, iter(pieces)), line, (0, 0), (Mark(0, line, column),))
