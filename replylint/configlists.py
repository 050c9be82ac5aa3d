"""Keys of `replylint.yaml` that hold lists of mappings: `overrides:` and `compose:`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from replylint.configvalues import Key, Unfit, unknown, unset, value_of
from replylint.model import SEVERITIES
from replylint.overrides import Compose, Override
from replylint.yamltext import Mapping as Fields
from replylint.yamltext import Node, Scalar, Sequence

_NO_DOC = ("", "")
OVERRIDE = (
    Key("files", "texts", _NO_DOC),
    Key("select", "names", _NO_DOC),
    Key("ignore", "names", _NO_DOC),
    Key("severity", "pairs", _NO_DOC, SEVERITIES),
    Key("profile", "profile", _NO_DOC),
)
COMPOSE = (
    Key("files", "texts", _NO_DOC),
    Key("parts", "names", _NO_DOC),
    Key("join", "raw", _NO_DOC),
    Key("optional", "names", _NO_DOC),
    Key("limit", "whole", _NO_DOC),
    Key("seed", "whole", _NO_DOC),
)


def overrides(key: Key, node: Node) -> tuple[Override, ...]:
    """Options for some files."""
    return tuple(Override(**values) for values in _rows(key, node, OVERRIDE, ("files",)))


def compose(key: Key, node: Node) -> tuple[Compose, ...]:
    """How fragments join."""
    found = []
    for values in _rows(key, node, COMPOSE, ("files", "parts")):
        made = Compose(**values)
        odd = next((part for part in made.optional if part not in made.parts), "")
        if odd:
            raise Unfit((f"«optional»: в parts нет «{odd}»", f"“optional”: no “{odd}” in parts"), _NO_DOC, node)
        found.append(made._replace(limit=max(1, made.limit)))
    return tuple(found)


def _rows(key: Key, node: Node, table: tuple[Key, ...], needed: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    """The mappings of a list (or one alone), each key read as its table says."""
    known = {inner.name: inner for inner in table}
    for item in node.items if isinstance(node, Sequence) else (node,):
        if not isinstance(item, Fields):
            raise Unfit((f"«{key.name}»: здесь нужны ключи и значения", f"“{key.name}” wants keys and values"), _NO_DOC, item)
        for name, line in item.key_lines.items():
            if name not in known:
                raise unknown(name, tuple(known), item, line)
        missing = next((name for name in needed if name not in item.entries or unset(item.entries[name])), "")
        if missing:
            raise Unfit((f"«{key.name}»: нужен ключ «{missing}»", f"“{key.name}” wants the key “{missing}”"), _NO_DOC, item)
        yield {name: _value(known[name], inner) for name, inner in item.entries.items() if not unset(inner)}


def _value(key: Key, node: Node) -> Any:
    if key.kind == "raw":
        if not isinstance(node, Scalar):
            raise Unfit((f"«{key.name}»: здесь нужен текст", f"“{key.name}” wants a text"), _NO_DOC, node)
        return node.text.replace("\\n", "\n")
    return _profile(key, node) if key.kind == "profile" else value_of(key, node)


def _profile(key: Key, node: Node) -> dict[str, Any]:
    from replylint.configkeys import KEYS

    if not isinstance(node, Fields):
        raise Unfit((f"«{key.name}»: здесь нужны ключи и значения", f"“{key.name}” wants keys and values"), _NO_DOC, node)
    known = {one.name.removeprefix("profile."): one for one in KEYS if one.name.startswith("profile.")}
    for name, line in node.key_lines.items():
        if name not in known:
            raise unknown(name, tuple(known), node, line)
    return {name: value_of(known[name], inner) for name, inner in node.entries.items() if not unset(inner)}
