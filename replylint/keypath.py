"""Key paths: where a value stands in a tree of keys and lists. A small part of JSONPath.

`$` the root (may be left out) · `.key` or `["key"]` a key · `[3]` an item · `[*]`, `.*` all · `..key` a key at any depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Path = tuple[str | int, ...]
Step = tuple[str, str | int]
"""What a step takes (`key`, `item`, `all`, `deep`), and which."""

DEPTH = 64
"""Nobody nests deeper by hand; a hostile file does."""
_STEP = re.compile(
    r"""\.\.(?P<deep>[^.\[\]*"']+) | \.?(?P<all>\*) | \[(?P<each>\*)\] | \[(?P<item>\d{1,9})\]
      | \["(?P<double>[^"]+)"\] | \['(?P<single>[^']+)'\] | \.?(?P<key>[^.\[\]*"']+)""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d][\w-]*")


def parse(text: str) -> tuple[Step, ...]:
    """The steps of a key path. Raises ValueError."""
    steps: list[Step] = []
    rest = text.strip().removeprefix("$")
    at = 0
    while at < len(rest):
        match = _STEP.match(rest, at)
        if not match:
            raise ValueError(text)
        kind = {"each": "all", "double": "key", "single": "key"}.get(str(match.lastgroup), str(match.lastgroup))
        name = match[str(match.lastgroup)]
        steps.append((kind, int(name) if kind == "item" else name))
        at = match.end()
    if not text.strip():
        raise ValueError(text)
    return tuple(steps)


def shown(path: Path) -> str:
    """A path as people write it: `$.greetings[3]`."""
    return "$" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" if _WORD.fullmatch(key) else f'["{key}"]' for key in path)


def select(tree: Any, steps: tuple[Step, ...]) -> list[Path]:
    """The paths of all values that the steps reach, in order of the tree."""
    found: dict[Path, Any] = {(): tree}
    for step in steps:
        found = {(*path, key): value for path, node in found.items() for key, value in _reached(node, step, path)}
        found = {_flat(path): value for path, value in found.items()}
    return list(found)


def _reached(node: Any, step: Step, path: Path) -> Iterator[tuple[Any, Any]]:
    """What a step reaches: keys (a tuple of them for `..`) and values."""
    kind, name = step
    if kind == "deep":
        yield from ((inner, value) for inner, value in _deep(node, str(name), DEPTH - len(path)))
    elif isinstance(node, Mapping) and kind in ("key", "all"):
        yield from ((key, node[key]) for key in (node if kind == "all" else (name,)) if key in node)
    elif isinstance(node, list) and kind in ("item", "all"):
        yield from ((n, node[n]) for n in (range(len(node)) if kind == "all" else (int(name),)) if n < len(node))


def _deep(node: Any, name: str, depth: int) -> Iterator[tuple[Path, Any]]:
    """Every value under a key of this name, however deep."""
    if depth <= 0 or not isinstance(node, Mapping | list):
        return
    for key, value in node.items() if isinstance(node, Mapping) else enumerate(node):
        if key == name:
            yield (key,), value
        yield from (((key, *inner), found) for inner, found in _deep(value, name, depth - 1))


def _flat(path: tuple[Any, ...]) -> Path:
    return (*path[:-1], *path[-1]) if path and isinstance(path[-1], tuple) else path


def value_at(tree: Any, path: Path) -> Any:
    """The value at a path that `select` found."""
    for key in path:
        tree = tree[key]
    return tree
