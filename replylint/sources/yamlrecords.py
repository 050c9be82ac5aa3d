"""YAML: objects and lists, nested as they are; `---` parts several documents. Every value is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from replylint.errors import InputFault
from replylint.model import Mark, Problem, Record
from replylint.sources.placed import Placed, at, marks_of
from replylint.sources.reading import Reading
from replylint.sources.tree import records
from replylint.yamltext import Mapping, Node, Scalar, read_all

_NULL = ("null", "~", "")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a YAML file."""
    try:
        nodes = read_all(text, name, InputFault, reading.lang)
    except InputFault as fault:
        told = f"{fault.message}: {fault.hint}" if fault.hint else fault.message
        yield reading.problem(name, told, told, f"line {fault.line}" if fault.line else "")
        return
    trees = [nulled(node, text) for node in nodes]
    yield from records(trees[0] if len(trees) == 1 else trees, name, reading)


def nulled(node: Node, text: str = "") -> Any:
    """The tree as str, list and dict, with None for a bare `null`, `~` or nothing. `text` lets its strings know their place."""
    match node:
        case Scalar():
            if node.bare and node.text in _NULL:
                return None
            return _placed(node, text[node.start : node.end]) if text else node.text
        case Mapping():
            return {key: nulled(value, text) for key, value in node.entries.items()}
        case _:
            return [nulled(item, text) for item in node.items]


def _placed(node: Scalar, raw: str) -> Placed:
    many = "\n" in raw.rstrip("\r\n") or raw[:1] in ("|", ">")
    marks = _lines(node, raw) if many else _line(node, raw)
    return at(node.text, marks[0].line if marks else node.line, (node.start, node.end), marks)


def _line(node: Scalar, raw: str) -> tuple[Mark, ...]:
    """The marks of a text on one line."""
    if raw.startswith('"'):
        return marks_of(raw[1:-1], node.line, node.column + 1, _ESCAPE, lambda _: 1)
    if raw.startswith("'"):
        return marks_of(raw[1:-1], node.line, node.column + 1, re.compile("''"), lambda _: 1)
    return (Mark(0, node.line, node.column),)


def _lines(node: Scalar, raw: str) -> tuple[Mark, ...]:
    """The marks of a text on several lines: where what each line holds is found again in the text."""
    marks, seen = [], 0
    for number, line in enumerate(raw.split("\n")):
        if raw[:1] in ("|", ">") and number == 0:
            continue
        held = line.strip() if raw[:1] in ("|", ">") else line.strip().strip("\"'")
        offset = node.text.find(held, seen) if held else -1
        if offset >= 0:
            column = line.index(held) + 1 + (node.column - 1 if number == 0 else 0)
            marks.append(Mark(offset, node.line + number, column))
            seen = offset + len(held)
    return tuple(marks)


def literal(old: str, text: str, record: Record) -> str:
    """A text in the style of the old scalar: its block and indentation, its quotes, its line breaks. Raises Wrong."""
    from replylint.sources.yamlwriting import scalar

    return scalar(old, record.reply, text)
