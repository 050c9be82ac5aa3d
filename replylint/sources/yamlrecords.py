"""YAML: a mapping is one record, a list holds records, `---` parts several. Every value is text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from replylint.errors import InputFault
from replylint.model import Problem, Record
from replylint.sources.jsontree import records
from replylint.sources.reading import Reading
from replylint.yamltext import Mapping, Node, Scalar, read_all

_NULL = ("null", "~", "")


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a YAML file."""
    try:
        nodes = read_all(text, name, InputFault, reading.lang)
    except InputFault as fault:
        told = f"{fault.message}: {fault.hint}" if fault.hint else fault.message
        yield reading.problem(name, told, told, f"line {fault.line}" if fault.line else "")
        return
    trees = [nulled(node) for node in nodes]
    yield from records(trees[0] if len(trees) == 1 else trees, name, reading)


def nulled(node: Node) -> Any:
    """The tree as str, list and dict, with None for a bare `null`, `~` or nothing."""
    match node:
        case Scalar():
            return None if node.bare and node.text in _NULL else node.text
        case Mapping():
            return {key: nulled(value) for key, value in node.entries.items()}
        case _:
            return [nulled(item) for item in node.items]
