"""PROVISIONAL strict YAML as text (the owner of this file replaces it)."""

from __future__ import annotations

import difflib
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    line: int
    column: int
    content_line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: Map[str, "Node"]
    key_lines: Map[str, int]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def read(text: str, path: str, fault: Any) -> Node:
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise fault(str(error.problem), path=path, line=mark.line + 1 if mark else 0) from error
    return _node(node, path, fault)


def _node(node: Any, path: str, fault: Any) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, line, column, line + 1 if node.style in ("|", ">") else line)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(n, path, fault) for n in node.value), line, column)
    entries, lines = {}, {}
    for key, value in node.value:
        if key.value in entries:
            raise fault(f"ключ «{key.value}» повторяется", path=path, line=key.start_mark.line + 1)
        entries[key.value] = _node(value, path, fault)
        lines[key.value] = key.start_mark.line + 1
    return Mapping(entries, lines, line, column)


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(n) for n in node.items]
    return {k: plain(v) for k, v in node.entries.items()}


def nearest(name: str, known: Any) -> str:
    found = difflib.get_close_matches(name, list(known), 1)
    return found[0] if found else ""
