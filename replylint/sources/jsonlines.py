"""JSON lines: a record a line; a bad line is told, the others are checked."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.model import Origin, Problem, Record
from replylint.sources.jsontree import item_record, parsed
from replylint.sources.reading import Reading, Wrong


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of the lines; blank lines are left out."""
    empty = True
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            empty = False
            yield _record(line, Origin(name, f"line {number}"), reading)
    if empty:
        yield reading.problem(name, "в файле нет записей", "no records in the file")


def _record(line: str, origin: Origin, reading: Reading) -> Record | Problem:
    try:
        return item_record(parsed(line), origin, reading)
    except Wrong as wrong:
        return reading.problem(origin.path, wrong.ru, wrong.en, origin.place)
