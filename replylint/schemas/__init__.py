"""JSON Schemas, made from the tables that replylint itself reads by: `output`, `config`, `rule`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from replylint.model import Language

DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors read."""
SCHEMAS = {"output": "jsonoutput", "config": "configfile", "rule": "rulefiles"}
"""Name → its module here."""
SCALAR = {"type": ["string", "number", "boolean"]}
"""A value of YAML: every one is read as text."""


def schema_of(name: str, lang: Language) -> dict[str, Any]:
    """The schema of that name, described in a language. Raises KeyError."""
    found = import_module(f"replylint.schemas.{SCHEMAS[name]}").schema(lang)
    assert isinstance(found, dict)
    return {"$schema": DRAFT, **found}


def record(properties: dict[str, Any], *, optional: tuple[str, ...] = ()) -> dict[str, Any]:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if key not in optional],
        "additionalProperties": False,
    }


def rows(item: dict[str, Any]) -> dict[str, Any]:
    """A list."""
    return {"type": "array", "items": item}


def either(*schemas: dict[str, Any]) -> dict[str, Any]:
    """One of some schemas."""
    return {"anyOf": list(schemas)}
