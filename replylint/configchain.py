"""`extend: other.yaml`: a configuration laid over others, each told by its path; a circle is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from replylint.errors import ConfigFault
from replylint.model import Language


class Told(NamedTuple):
    """The values of a configuration by key, and where each comes from."""

    values: Mapping[str, Any]
    origins: Mapping[str, str]


def chain(path: Path, one: Callable[[Path], Told], lang: Language, above: tuple[Path, ...] = ()) -> Told:
    """The values of a file over those of the files that it extends, the last of these first. Raises ConfigFault."""
    told = one(path)
    here = (*above, path.resolve())
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for name in told.values.get("extend", ()):
        base = path.parent / name
        if base.resolve() in here:
            circle = " → ".join(file.name for file in (*here, base))
            message = f"extend по кругу: {circle}" if lang == "ru" else f"extend goes in a circle: {circle}"
            raise ConfigFault(message, path=path.as_posix())
        under = chain(base, one, lang, here)
        _lay(values, under.values)
        origins.update(under.origins)
    _lay(values, told.values)
    return Told(values, origins | dict(told.origins))


def _lay(values: dict[str, Any], over: Mapping[str, Any]) -> None:
    """Values over others: those of keys and values are joined, all else is replaced."""
    for name, value in over.items():
        below = values.get(name)
        values[name] = {**below, **value} if isinstance(below, dict) and isinstance(value, dict) else value
