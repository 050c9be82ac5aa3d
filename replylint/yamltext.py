"""YAML read strictly and as text: `12:30` stays «12:30», `нет` is a word, a key stands once, no anchors or tags.

Rule files, configuration, front matter and records all come through here. Every node knows its line and column,
so that a fault can be told where it stands.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from collections.abc import Mapping as Map
from dataclasses import dataclass
from typing import Any

import yaml

from replylint.errors import ReplylintError

Fault = type[ReplylintError]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `content_line` is the line of its first line (blocks begin below their key)."""

    text: str
    line: int
    column: int
    content_line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values; `key_lines` tells where each key stands."""

    entries: Map[str, Node]
    key_lines: Map[str, int]
    line: int
    column: int


Node = Scalar | Sequence | Mapping

_SPECIAL = re.compile(r"^\s*(?:-\s+|[^\s:#][^:]*:\s+)?([\[{*&!%@`>|])")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(text: str, path: str, fault: Fault) -> Node:
    """The tree of one YAML document. Raises `fault` with line, column and a hint."""
    try:
        _refuse_extras(text, path, fault)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise _told(error, text, path, fault) from error
    except RecursionError as error:
        raise fault("слишком глубокая вложенность", path=path) from error
    if node is None:
        raise fault("файл пуст", path=path, line=1)
    return _Reader(text.splitlines(), path, fault).node(node)


def _refuse_extras(text: str, path: str, fault: Fault) -> None:
    """Anchors, aliases, tags and second documents do not belong into a file that people write by hand."""
    documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        mark = event.start_mark
        place: dict[str, Any] = {"path": path, "line": mark.line + 1 if mark else 0, "column": mark.column + 1 if mark else 0}
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise fault("второй документ «---» в файле", **place)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise fault("якоря и ссылки YAML (& и *) здесь не нужны", hint="возьмите текст в кавычки или пишите блоком «|»", **place)
        if getattr(event, "tag", None):
            raise fault("теги YAML (!) здесь не нужны", hint="возьмите текст в кавычки или пишите блоком «|»", **place)


def _told(error: yaml.YAMLError, text: str, path: str, fault: Fault) -> ReplylintError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return fault("это не YAML", path=path, hint=str(error).splitlines()[0])
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return fault(
        "ошибка в YAML", path=path, line=mark.line + 1, column=mark.column + 1, hint=_advice(line, str(getattr(error, "problem", "")))
    )


def _advice(line: str, problem: str) -> str:
    special = _SPECIAL.match(line)
    if special:
        return f"строка начинается со знака «{special.group(1)}»: возьмите её в кавычки или пишите блоком «|»"
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "отступы делают пробелами, а не табуляцией"
    if line.count(": ") > 1 or "mapping values" in problem:
        return "внутри текста есть «: »: возьмите его в кавычки или пишите блоком «|»"
    return problem


class _Reader:
    def __init__(self, lines: list[str], path: str, fault: Fault) -> None:
        self.lines = lines
        self.path = path
        self.fault = fault

    def node(self, node: Any) -> Node:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if isinstance(node, yaml.ScalarNode):
            self._refuse_cut(node)
            return Scalar(node.value, line, column, line + (node.style in ("|", ">")))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item) for item in node.value), line, column)
        return self._mapping(node, line, column)

    def _mapping(self, node: Any, line: int, column: int) -> Mapping:
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            place = {"path": self.path, "line": key.start_mark.line + 1, "column": key.start_mark.column + 1}
            if not isinstance(key, yaml.ScalarNode):
                raise self.fault("ключ должен быть словом", hint="возьмите текст в кавычки", **place)
            if key.value in entries:
                raise self.fault(f"ключ «{key.value}» повторяется: первый раз в строке {lines[key.value]}", **place)
            entries[key.value] = self.node(value)
            lines[key.value] = key.start_mark.line + 1
        return Mapping(entries, lines, line, column)

    def _refuse_cut(self, node: Any) -> None:
        """`- заказ #123`: YAML silently drops what stands behind ` #` in unquoted text."""
        end = node.end_mark
        if node.style is not None or not node.value or end.line >= len(self.lines):
            return
        rest = self.lines[end.line][end.column :]
        if re.match(r"\s+#[^\s#]", rest):
            raise self.fault(
                f"«{rest.strip()}» пропадёт: « #» начинает примечание",
                path=self.path,
                line=end.line + 1,
                column=end.column + 1,
                hint="возьмите текст в кавычки или пишите блоком «|»",
            )


def plain(node: Node) -> Any:
    """The tree as str, list and dict."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.entries.items()}


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that a mistyped one most likely means; "" if none is near."""
    found = difflib.get_close_matches(name, list(known), 1, 0.6)
    return found[0] if found else ""
