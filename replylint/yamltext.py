"""YAML read strictly and as text: `12:30` stays «12:30», `нет` is a word, a key stands once, no anchors or tags.

Rule files, configuration, front matter and records all come through here. Every node knows its line and column,
so that a fault can be told where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Map
from typing import Any, NamedTuple

import yaml

from replylint.errors import ReplylintError
from replylint.model import Language
from replylint.yamlfaults import QUOTE, Pair, Telling, begins, cut, lines_of, told, unprintable

Fault = type[ReplylintError]


class Scalar(NamedTuple):
    """A text. `content_line` is the line of its first line (blocks begin below their key)."""

    text: str
    line: int
    column: int
    content_line: int
    bare: bool = False
    """Written without quotes and not as a block."""
    start: int = 0
    end: int = 0
    """Where it stands in the text; a block ends with its line ends."""


class Sequence(NamedTuple):
    """A list; `flow` where it is written `[…]`."""

    items: tuple[Node, ...]
    line: int
    column: int
    flow: bool = False


class Mapping(NamedTuple):
    """Keys and values; `key_lines` tells where each key stands; `flow` where it is written `{…}`."""

    entries: Map[str, Node]
    key_lines: Map[str, int]
    line: int
    column: int
    flow: bool = False


Node = Scalar | Sequence | Mapping

DEPTH = 64
"""Nobody writes deeper by hand; a hostile file does."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_END = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


def read(text: str, path: str, fault: Fault, lang: Language = "ru") -> Node:
    """The tree of one YAML document. Raises `fault` with line, column and a hint."""
    nodes = read_all(text, path, fault, lang)
    if not nodes:
        raise Telling(path, fault, lang).at(1, 0, ("файл пуст", "the file is empty"))
    if len(nodes) > 1:
        raise Telling(path, fault, lang).at(nodes[1].line, 0, ("второй документ «---» в файле", "a second document “---” in the file"))
    return nodes[0]


def read_all(text: str, path: str, fault: Fault, lang: Language = "ru") -> tuple[Node, ...]:
    """The trees of all documents (parted by `---`; empty ones are left out). Raises `fault` as `read` does."""
    telling = Telling(path, fault, lang)
    try:
        return tuple(_documents(_Reader(text, telling)))
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        raise unprintable(text, telling) from error
    except yaml.YAMLError as error:
        raise told(error, text, telling) from error


def _documents(reader: _Reader) -> Iterator[Node]:
    for event in reader.events:
        if isinstance(event, yaml.DocumentStartEvent):
            node = reader.node(next(reader.events), 0)
            if not (isinstance(node, Scalar) and node.bare and not node.text):
                yield node


class _Reader:
    """Events → nodes. What people who write by hand do not mean (anchors, tags, a text cut short) is refused."""

    def __init__(self, text: str, telling: Telling) -> None:
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        self.lines = lines_of(text)
        self.telling = telling

    def node(self, event: Any, depth: int) -> Node:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self._refuse_extras(event, line, column)
        if depth > DEPTH:
            raise self.telling.at(line, column, ("слишком глубокая вложенность", "nested too deeply"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self.node(item, depth + 1) for item in self._inside())
            return Sequence(items, line, column, bool(event.flow_style))
        return self._mapping(event, line, column, depth + 1)

    def _inside(self) -> Iterator[Any]:
        for event in self.events:
            if isinstance(event, _END):
                return
            yield event

    def _scalar(self, event: Any, line: int, column: int) -> Scalar:
        bare = not event.style
        if bare:
            self._refuse_cut(event.end_mark)
        block = event.style in ("|", ">")
        return Scalar(event.value, line, column, line + block, bare, event.start_mark.index, event.end_mark.index)

    def _mapping(self, event: Any, line: int, column: int, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for key in self._inside():
            name = self.node(key, depth)
            if not isinstance(name, Scalar):
                raise self.telling.at(name.line, name.column, ("ключ должен быть словом", "a key must be a word"), text_hint(name))
            if name.text in entries:
                raise self._twice(name, lines[name.text])
            entries[name.text] = self.node(next(self.events), depth)
            lines[name.text] = name.line
        return Mapping(entries, lines, line, column, bool(event.flow_style))

    def _twice(self, key: Scalar, first: int) -> ReplylintError:
        name = key.text[:60]
        message = (f"ключ «{name}» повторяется: первый раз в строке {first}", f"the key “{name}” stands twice: first in line {first}")
        return self.telling.at(key.line, key.column, message)

    def _refuse_extras(self, event: Any, line: int, column: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.telling.at(line, column, ("якоря и ссылки YAML (& и *) здесь не нужны", "no YAML anchors and aliases here"), QUOTE)
        if event.tag:
            raise self.telling.at(line, column, ("теги YAML (!) здесь не нужны", "no YAML tags here"), QUOTE)

    def _refuse_cut(self, end: Any) -> None:
        """`- заказ #123`: YAML silently drops what stands behind ` #` in unquoted text."""
        lost = cut(self.lines[end.line][end.column :]) if end.line < len(self.lines) else ""
        if lost:
            message = (f"«{lost}» пропадёт: « #» начинает примечание", f"“{lost}” is lost: “ #” begins a comment")
            hint = (f"{QUOTE[0]}; примечание пишут через пробел: «# …»", f"{QUOTE[1]}; a comment has a space: “# …”")
            raise self.telling.at(end.line + 1, end.column + 1, message, hint)


def plain(node: Node) -> Any:
    """The tree as str, list and dict."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.entries.items()}


def text_hint(node: Node) -> Pair:
    """Why a node that was meant as text is none (`- [слово]`, `- Да: нет`): Russian and English, "" where it is text."""
    match node:
        case Scalar():
            return "", ""
        case Sequence():
            return begins("[" if node.flow else "-")
        case Mapping():
            inner = f"внутри текста есть «: »: {QUOTE[0]}", f"the text holds “: ”: {QUOTE[1]}"
            return begins("{") if node.flow else inner


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that a mistyped one most likely means; "" if none is near."""
    import difflib

    names = {_folded(one): one for one in known}
    found = difflib.get_close_matches(_folded(name[:80]), names, 1, 0.6)
    return names[found[0]] if found else ""


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-").replace("ё", "е")
