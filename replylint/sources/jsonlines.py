"""JSON lines: a record a line; a bad line is told, the others are checked."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.model import Origin, Problem, Record
from replylint.sources.jsontree import literal, parsed, with_places
from replylint.sources.reading import Reading, Wrong
from replylint.sources.tree import item_record

__all__ = ["literal", "read"]


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of the lines; blank lines are left out."""
    empty = True
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            empty = False
            yield _record(line, start, Origin(name, f"line {number}", number), reading)
        start += len(line) + 1
    if empty:
        yield reading.problem(name, "в файле нет записей", "no records in the file")


def _record(line: str, start: int, origin: Origin, reading: Reading) -> Record | Problem:
    try:
        parsed(line)
        return item_record(with_places(line, origin.line, start), origin, reading)
    except Wrong as wrong:
        return reading.problem(origin.path, wrong.ru, wrong.en, origin.place)
