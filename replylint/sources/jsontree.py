"""JSON: an object, a list of objects or texts, or an object that holds one list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from replylint.model import Origin, Problem, Record
from replylint.sources.making import KEYS, Reading, record


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a JSON file."""
    try:
        tree = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield reading.problem(name, f"это не JSON: {error}", f"not JSON: {error}")
        return
    yield from records(tree, name, reading)


def records(tree: Any, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a tree of plain values (JSON, YAML)."""
    names = set(KEYS) | set(reading.columns.values())
    if isinstance(tree, dict) and not names & set(tree):
        lists = [value for value in tree.values() if isinstance(value, list)]
        tree = lists[0] if len(lists) == 1 else tree
    if isinstance(tree, list):
        for number, item in enumerate(tree):
            yield _item(item, Origin(name, f"[{number}]"), reading)
    else:
        yield _item(tree, Origin(name), reading)


def _item(item: Any, origin: Origin, reading: Reading) -> Record | Problem:
    values = {"reply": item} if isinstance(item, str) else item
    if not isinstance(values, dict):
        return reading.problem(origin.path, "запись — не объект с ключом reply", "the record is no object with a key “reply”", origin.place)
    return record(values, origin, reading)
