"""Keys of `replylint.yaml` that tell how sources are read: columns, key paths, situations of files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from replylint.configvalues import Key, Unfit, unknown, value_of
from replylint.model import INNER, Record
from replylint.yamltext import Mapping as Fields
from replylint.yamltext import Node, Scalar, Sequence

SITUATION = tuple(name for name in Record._fields if name not in (*INNER, "reply", "id", "history"))
_NO_DOC = ("", "")


def columns(key: Key, node: Node) -> dict[str, str | tuple[str, ...]]:
    """Our key → the column; of `reply`, a list of columns too."""
    if not isinstance(node, Fields) or not isinstance(node.entries.get("reply"), Sequence):
        return dict(value_of(key._replace(kind="pairs"), node))
    several = value_of(Key("columns.reply", "texts", _NO_DOC), node.entries["reply"])
    if not several:
        raise Unfit(("«columns.reply»: список пуст", "“columns.reply”: the list is empty"), _NO_DOC, node)
    rest = node._replace(entries={name: value for name, value in node.entries.items() if name != "reply"})
    return {**value_of(key._replace(kind="pairs"), rest), "reply": several}


def paths(key: Key, node: Node) -> tuple[str, ...]:
    """Key paths that can be read."""
    from replylint.keypath import parse

    found: tuple[str, ...] = value_of(key._replace(kind="texts"), node)
    for text in found:
        try:
            parse(text)
        except ValueError as error:
            hint = "$.greetings[*], templates[*].text, $..answer"
            raise Unfit(
                (f"«{key.name}»: непонятен путь «{text[:60]}»", f"“{key.name}”: cannot read “{text[:60]}”"), (hint, hint), node
            ) from error
    return found


def situations(key: Key, node: Node) -> dict[str, Mapping[str, Any]]:
    """Glob of files → what it tells of their situation."""
    if not isinstance(node, Fields):
        raise Unfit((f"«{key.name}»: здесь нужны ключи и значения", f"“{key.name}” wants keys and values"), _NO_DOC, node)
    return {glob: _situation(key, inner) for glob, inner in node.entries.items()}


def _situation(key: Key, node: Node) -> dict[str, Any]:
    if not isinstance(node, Fields):
        raise Unfit((f"«{key.name}»: здесь нужны ключи и значения", f"“{key.name}” wants keys and values"), _NO_DOC, node)
    for name, line in node.key_lines.items():
        if name not in SITUATION:
            raise unknown(name, SITUATION, node, line)
    told = {name: _value(name, inner) for name, inner in node.entries.items()}
    return {name: value for name, value in told.items() if value is not None}


def _value(name: str, node: Node) -> Any:
    """A value of a record, checked as records are."""
    from replylint.sources.reading import Wrong
    from replylint.sources.values import value_of as record_value

    try:
        return record_value(name, node.text if isinstance(node, Scalar) else [], 100_000)
    except Wrong as wrong:
        raise Unfit((wrong.ru, wrong.en), _NO_DOC, node) from wrong
