"""The schema of `replylint.yaml`, from the table of its keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from replylint.configkeys import KEYS
from replylint.configlists import COMPOSE, OVERRIDE
from replylint.configsources import SITUATION
from replylint.configvalues import WHOLE_LIMIT, Key
from replylint.model import Language
from replylint.schemas import SCALAR, either, rows

NOTHING = {"type": "null"}
TEXTS = either(SCALAR, rows(SCALAR))


def schema(lang: Language) -> dict[str, Any]:
    """Every key with what it is for; nothing written is allowed everywhere."""
    properties: dict[str, Any] = {}
    for key in KEYS:
        outer, _, inner = key.name.rpartition(".")
        place = properties.setdefault(outer, _mapping({}))["properties"] if outer else properties
        place[inner] = {"description": key.doc[lang == "en"], **either(NOTHING, _KINDS[key.kind](key))}
    return {"title": "replylint.yaml", **_mapping(properties)}


def _mapping(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": ["object", "null"], "properties": properties, "additionalProperties": False}


def _choice(key: Key) -> dict[str, Any]:
    return {"enum": list(key.words)}


def _pairs(key: Key) -> dict[str, Any]:
    names = {"propertyNames": {"enum": list(key.names)}} if key.names else {}
    return {"type": "object", "additionalProperties": _choice(key) if key.words else SCALAR, **names}


def _number(most: int, digits: str) -> dict[str, Any]:
    """A number, or its digits in quotes."""
    return either({"type": "integer", "minimum": 0, "maximum": most}, {"type": "string", "pattern": f"^ *({digits}) *$"})


SCORE = _number(100, "0?[0-9]{1,2}|100")
WHOLE = _number(WHOLE_LIMIT, "[0-9]{1,6}|1000000")


def _points(key: Key) -> dict[str, Any]:
    return {**_pairs(key), "additionalProperties": SCORE}


def _scalar(_key: Key) -> dict[str, Any]:
    return SCALAR


def _texts(_key: Key) -> dict[str, Any]:
    return TEXTS


def _choices(key: Key) -> dict[str, Any]:
    """One of the words, several parted by commas, or a list."""
    word = f"({'|'.join(map(re.escape, key.words))})"
    listed = {"type": "string", "pattern": f"^ *{word}( *, *{word})* *$"}
    return either(listed, rows(listed))


def _table(keys: tuple[Key, ...], needed: tuple[str, ...]) -> dict[str, Any]:
    """Mappings of a list (or one alone) whose keys stand in a table."""
    inner = {key.name: _KINDS[key.kind](key) for key in keys if key.kind not in ("raw", "profile")}
    inner |= {key.name: SCALAR for key in keys if key.kind == "raw"}
    inner |= {key.name: _profile() for key in keys if key.kind == "profile"}
    row = {"type": "object", "properties": inner, "required": list(needed), "additionalProperties": False}
    return either(row, rows(row))


def _profile() -> dict[str, Any]:
    """The profile of some files."""
    own = [key for key in KEYS if key.name.startswith("profile.")]
    return _mapping({key.name.removeprefix("profile."): either(NOTHING, _KINDS[key.kind](key)) for key in own})


def _columns(key: Key) -> dict[str, Any]:
    """Our keys to columns; of the reply several."""
    names = {name: TEXTS if name == "reply" else SCALAR for name in key.names}
    return {"type": "object", "properties": names, "additionalProperties": False}


def _situation() -> dict[str, Any]:
    """What a folder or a file tells of its replies."""
    return {"type": "object", "additionalProperties": SCALAR, "propertyNames": {"enum": sorted(SITUATION)}}


_KINDS: Mapping[str, Callable[[Key], dict[str, Any]]] = {
    "text": _scalar,
    "texts": _texts,
    "names": _texts,
    "pairs": _pairs,
    "choice": _choice,
    "score": lambda _: SCORE,
    "whole": lambda _: WHOLE,
    "points": _points,
    "choices": _choices,
    "samples": _pairs,
    "overrides": lambda _: _table(OVERRIDE, ("files",)),
    "compose": lambda _: _table(COMPOSE, ("files", "parts")),
    "columns": _columns,
    "paths": _texts,
    "situations": lambda _: {"type": "object", "additionalProperties": _situation()},
    "hours": _scalar,
    "timezone": _scalar,
    "encoding": _scalar,
}
"""Kind of key → what its value may be: a test holds it against the kinds that the reader knows."""
