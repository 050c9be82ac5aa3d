"""JSON lines: a record a line; a bad line is told, the others are checked."""

from __future__ import annotations

import json
from collections.abc import Iterator

from replylint.model import Origin, Problem, Record
from replylint.sources.making import Reading, record


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of the lines; blank lines are left out."""
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if line.strip():
            yield _line(line, Origin(name, f"line {number}", 1), reading)


def _line(line: str, origin: Origin, reading: Reading) -> Record | Problem:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError) as error:
        return reading.problem(origin.path, f"это не JSON: {error}", f"not JSON: {error}", origin.place)
    if isinstance(values, str):
        values = {"reply": values}
    if not isinstance(values, dict):
        return reading.problem(origin.path, "строка — не объект {…}", "the line is no object {…}", origin.place)
    return record(values, origin, reading)
