"""How the values of `replylint.yaml` are read: each kind of key says what its value must be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from replylint.yamlfaults import Pair
from replylint.yamltext import Mapping as Fields
from replylint.yamltext import Node, Scalar, Sequence, nearest, text_hint

WHOLE_LIMIT = 1_000_000


class Key(NamedTuple):
    """A key: what its value must be, and what it is for. `outer.inner` stands in a mapping."""

    name: str
    kind: str
    doc: Pair
    words: tuple[str, ...] = ()
    """The words that a `choice`, or each value of `pairs`, may be; empty for any."""
    names: tuple[str, ...] = ()
    """The keys that `pairs` may have; empty for any."""


class Unfit(ValueError):
    """A value that its key cannot take: message and hint in both languages, with the place."""

    def __init__(self, message: Pair, hint: Pair, node: Node) -> None:
        super().__init__(message[0])
        self.message, self.hint, self.line, self.column = message, hint, node.line, node.column


def value_of(key: Key, node: Node) -> Any:
    """The value of a key; None where nothing is written. Raises Unfit."""
    if unset(node):
        return None
    home = _ELSEWHERE.get(key.kind)
    return getattr(import_module(home), key.kind)(key, node) if home else _KINDS[key.kind](key, node)


def unset(node: Node) -> bool:
    """Whether nothing is written (all of it may be commented out)."""
    return isinstance(node, Scalar) and node.bare and node.text in ("", "~", "null")


def unknown(name: str, known: tuple[str, ...], node: Node, line: int) -> Unfit:
    """The fault of a name that is not in a table."""
    near, listed = nearest(name, known), ", ".join(known)
    hint = (f"может быть, «{near}»?", f"did you mean “{near}”?") if near else (f"есть {listed}", f"there are {listed}")
    fault = Unfit((f"неизвестный ключ «{name[:60]}»", f"unknown key “{name[:60]}”"), hint, node)
    fault.line, fault.column = line, 0
    return fault


def _text(key: Key, node: Node) -> str:
    if not isinstance(node, Scalar):
        raise Unfit((f"«{key.name}»: здесь нужен текст", f"“{key.name}” wants a text"), text_hint(node), node)
    return node.text.strip()


def _choice(key: Key, node: Node) -> str:
    text = _text(key, node)
    if text not in key.words:
        near, listed = nearest(text, key.words), ", ".join(key.words)
        hint = (f"может быть, «{near}»?", f"did you mean “{near}”?") if near else (f"есть {listed}", f"there are {listed}")
        told = text[:60]
        raise Unfit((f"«{key.name}»: нет такого значения «{told}»", f"“{key.name}”: no such value “{told}”"), hint, node)
    return text


def _texts(key: Key, node: Node) -> tuple[str, ...]:
    """A list, or the lines of a text."""
    if isinstance(node, Fields):
        raise Unfit((f"«{key.name}»: здесь нужен текст или список", f"“{key.name}” wants a text or a list"), text_hint(node), node)
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(line.strip() for item in items for line in _text(key, item).splitlines() if line.strip())


def _names(key: Key, node: Node) -> tuple[str, ...]:
    """A list, or names parted by commas, as on the command line."""
    return tuple(name.strip() for text in _texts(key, node) for name in text.split(",") if name.strip())


def _choices(key: Key, node: Node) -> tuple[str, ...]:
    """Names, each of which is one of the key's words."""
    listed = node.items if isinstance(node, Sequence) else (node,)
    return tuple(_choice(key, Scalar(name, item.line, item.column, item.line)) for item in listed for name in _names(key, item))


def _samples(key: Key, node: Node) -> dict[str, str]:
    """Slots and what they are filled with: «куртка <вин>»."""
    from replylint.inflecting import unknown_form

    found = _pairs(key, node)
    assert isinstance(node, Fields)
    for name, text in found.items():
        wrong = unknown_form(text)
        if wrong:
            message = f"«{name}»: нет такой формы — «{wrong}»", f"“{name}”: no such form: “{wrong}”"
            raise Unfit(message, ("куртка <вин>", "куртка <вин>"), node.entries[name])
    return found


def _pairs(key: Key, node: Node) -> dict[str, str]:
    if not isinstance(node, Fields):
        raise Unfit((f"«{key.name}»: здесь нужны ключи и значения", f"“{key.name}” wants keys and values"), ("", ""), node)
    for name in node.entries:
        if key.names and name not in key.names:
            raise unknown(name, key.names, node, node.key_lines[name])
    read = _choice if key.words else _text
    return {name: read(key, value) for name, value in node.entries.items()}


def _score(key: Key, node: Node) -> int:
    text = _text(key, node)
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= 100):
        told = text[:60]
        message = f"«{key.name}»: нужно целое число от 0 до 100, а не «{told}»", f"“{key.name}” wants 0 to 100, not “{told}”"
        raise Unfit(message, ("", ""), node)
    return int(text)


def _whole(key: Key, node: Node) -> int:
    text = _text(key, node)
    if not (text.isascii() and text.isdigit() and int(text[:9]) <= WHOLE_LIMIT):
        told = text[:60]
        raise Unfit((f"«{key.name}»: нужно целое число, а не «{told}»", f"“{key.name}” wants a whole number, not “{told}”"), ("", ""), node)
    return int(text)


def _points(key: Key, node: Node) -> dict[str, int]:
    found = _pairs(key, node)
    assert isinstance(node, Fields)
    return {name: _score(Key(f"{key.name}.{name}", "score", key.doc), node.entries[name]) for name in found}


def _hours(key: Key, node: Node) -> str:
    from replylint.context.hours import week

    return _checked(key, node, week, "пн-пт 9-18, сб 10-16")


def _timezone(key: Key, node: Node) -> str:
    from replylint.context.hours import zone

    return _checked(key, node, zone, "Europe/Moscow, +03:00")


def _checked(key: Key, node: Node, reading: Callable[[str], object], hint: str) -> str:
    """A text that another part of replylint can read."""
    text = _text(key, node)
    try:
        reading(text)
    except ValueError as error:
        told = text[:60]
        raise Unfit((f"«{key.name}»: непонятно «{told}»", f"“{key.name}”: cannot read “{told}”"), (hint, hint), node) from error
    return text


def _encoding(key: Key, node: Node) -> str:
    import codecs

    text = _text(key, node)
    try:
        codecs.lookup(text)
    except (LookupError, ValueError) as error:
        told = text[:60]
        hint = "utf-8, cp1251, cp866, koi8-r"
        raise Unfit((f"нет такой кодировки: «{told}»", f"no such encoding: “{told}”"), (hint, hint), node) from error
    return text


_LISTS, _SOURCES = "replylint.configlists", "replylint.configsources"
_ELSEWHERE = {"overrides": _LISTS, "compose": _LISTS, "columns": _SOURCES, "paths": _SOURCES, "situations": _SOURCES}
"""Kinds with a function of their name in another module."""
_KINDS: Mapping[str, Callable[[Key, Node], Any]] = {
    "text": _text,
    "texts": _texts,
    "names": _names,
    "choices": _choices,
    "samples": _samples,
    "pairs": _pairs,
    "choice": _choice,
    "score": _score,
    "whole": _whole,
    "points": _points,
    "hours": _hours,
    "timezone": _timezone,
    "encoding": _encoding,
}
