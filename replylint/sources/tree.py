"""Trees of keys and lists (JSON, YAML, literals of code) → records, with what is told around their texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from replylint.keypath import shown
from replylint.model import Origin, Problem, Record
from replylint.sources.choosing import chosen
from replylint.sources.finding import Found, found, wanted
from replylint.sources.macros import is_macros, macros
from replylint.sources.making import record
from replylint.sources.reading import Reading, Wrong


def records(tree: Any, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a tree of plain values."""
    if tree == []:
        yield reading.problem(name, "в файле нет записей", "no records in the file")
        return
    try:
        if isinstance(tree, dict) and is_macros(tree):
            yield from macros(tree, name, reading)
            return
        items = list(chosen(tree, reading) if reading.paths else found(tree, reading))
    except Wrong as wrong:
        yield wrong.at(Origin(name), reading)
        return
    # Two key paths may lead to the same text.
    for item in {item.here.path: item for item in items}.values():
        yield _record(item, name, reading)


def item_record(item: Any, origin: Origin, reading: Reading) -> Record | Problem:
    """The record of one value: an object, or the reply itself."""
    if isinstance(item, str | int | float) and not isinstance(item, bool):
        return record({reading.columns.get("reply", "reply"): item}, origin, reading)
    if not isinstance(item, dict):
        wrong = Wrong("запись — не объект с ключом reply", "the record is no object with a key “reply”")
        return wrong.at(origin, reading)
    return record(item, origin, reading)


def _record(item: Found, name: str, reading: Reading) -> Record | Problem:
    path, told, part = item.here
    # The root of a file that is one record needs no path.
    origin = Origin(name, shown(path) if path else "")
    if not item.key:
        if isinstance(item.value, dict | list | bool | None):
            return item_record(item.value, origin, reading)
        return record({**told, wanted(reading): item.value}, origin, reading, part=part)
    reading = reading._replace(columns={**reading.columns, "reply": item.key})
    return record({**told, **item.value}, origin, reading, part=part)
