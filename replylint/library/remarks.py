"""Remarks to replylint: `replylint: ignore[rule, rule] reason`, in comments of markup, YAML and code, and in the sidecar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from replylint import yamltext
from replylint.errors import ConfigFault

MARK = "replylint:"
_BODY = r"replylint:\s*(?P<word>[\w-]*)\s*(?:\[(?P<rules>[^\]\n]*)\])?(?P<reason>[^\n]*?)"
_MARKUP = re.compile(rf"<!--\s*{_BODY}\s*-->")
_LINE = re.compile(rf"(?:^|(?<=[\s\"',;\[\]{{}}()]))(?:#|//)\s*{_BODY}\s*$")
_KEYS = ("path", "place", "rule", "reason")


class Remark(NamedTuple):
    """What is to be ignored, and why. `word`: "ignore", or what stands in its place. `where`: a place for people."""

    rules: tuple[str, ...]
    reason: str
    path: str = ""
    line: int = 0
    place: str = ""
    word: str = "ignore"


def in_reply(text: str, path: str, line: int) -> list[Remark]:
    """Remarks in the markup of a reply whose first line is `line`."""
    return [_remark(match, path, line + text.count("\n", 0, match.start())) for match in _MARKUP.finditer(text)] if MARK in text else []


def in_lines(text: str, path: str) -> Iterator[Remark]:
    """Remarks in `#` and `//` comments of a file."""
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.search(line.rstrip("\r")) if MARK in line else None
        # `replylint: template` marks literals of code as templates: a matter of reading.
        if match and match["word"] != "template":
            yield _remark(match, path, number)


def _remark(match: re.Match[str], path: str, line: int) -> Remark:
    rules = tuple(name.strip() for name in (match["rules"] or "").split(",") if name.strip())
    return Remark(rules, match["reason"].strip(" \t-—–:"), path, line, word=match["word"])


def sidecar(text: str, path: str) -> list[Remark]:
    """The remarks of a sidecar file: a list of `{path, place, rule, reason}`. Raises ConfigFault with the line."""
    nodes = yamltext.read_all(text, path, ConfigFault)
    if not nodes:
        return []
    if len(nodes) > 1 or not isinstance(nodes[0], yamltext.Sequence):
        raise ConfigFault("здесь нужен список («- path: …»)", path=path, line=nodes[-1].line)
    return [_row(node, path) for node in nodes[0].items]


def _row(node: Any, path: str) -> Remark:
    if not isinstance(node, yamltext.Mapping):
        raise ConfigFault("здесь нужны ключи path, rule, reason", path=path, line=node.line)
    values = yamltext.plain(node)
    for key, line in node.key_lines.items():
        if key not in _KEYS:
            near = yamltext.nearest(key, _KEYS)
            raise ConfigFault(
                f"неизвестный ключ «{key}»", path=path, line=line, hint=f"может быть, «{near}»?" if near else ", ".join(_KEYS)
            )
    for key in ("path", "rule", "reason"):
        if not isinstance(values.get(key), str) or not values[key].strip():
            raise ConfigFault(f"нужен ключ «{key}»", path=path, line=node.line, hint="причину пишут для тех, кто придёт после вас")
    rules = tuple(name.strip() for name in values["rule"].split(",") if name.strip())
    return Remark(rules, values["reason"].strip(), values["path"].strip(), node.line, str(values.get("place", "")).strip())
