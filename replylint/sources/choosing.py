"""The texts of a tree at the key paths of the configuration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from replylint.keypath import Path, parse, select, value_at
from replylint.sources.finding import Found, Here, reply_key, told_by
from replylint.sources.reading import Reading, Wrong


def chosen(tree: Any, reading: Reading) -> Iterator[Found]:
    """The texts at the key paths of the configuration. Raises Wrong where there are none."""
    paths = list(dict.fromkeys(path for text in reading.paths for path in select(tree, parse(text))))
    if not paths:
        listed = ", ".join(reading.paths)[:80]
        raise Wrong(f"по путям нет ничего: {listed}", f"nothing stands at the paths: {listed}")
    for path in paths:
        value, above = value_at(tree, path), value_at(tree, path[:-1]) if path else None
        here = Here(path, _told(tree, path, reading), _part(path))
        if isinstance(value, list):
            here = here._replace(part=_part((*path, 0)))
            yield from (Found(item, here._replace(path=(*path, n)), _key(item, reading)) for n, item in enumerate(value))
        elif isinstance(above, dict) and not isinstance(value, dict):
            # What stands beside the text tells its situation.
            yield Found(above, here._replace(told=_told(tree, path[:-1], reading)), str(path[-1]))
        else:
            yield Found(value, here, _key(value, reading))


def _key(value: Any, reading: Reading) -> str:
    return reply_key(value, reading) if isinstance(value, dict) else ""


def _told(tree: Any, path: Path, reading: Reading) -> dict[str, Any]:
    """What the objects above a path tell."""
    told: dict[str, Any] = {}
    for key in path:
        told |= told_by(tree, reading) if isinstance(tree, dict) else {}
        tree = tree[key]
    return told


def _part(path: Path) -> str:
    """The key above the last item of a list in a path."""
    for at in range(len(path) - 1, 0, -1):
        if isinstance(path[at], int) and isinstance(path[at - 1], str):
            return str(path[at - 1])
    return ""
