"""The schema of rule files, from the kinds of check and their keys."""

from __future__ import annotations

from typing import Any

from replylint.checks import KINDS, kind
from replylint.examples import CONTEXT_KEYS
from replylint.fields import NO, YES
from replylint.model import SEVERITIES, Language
from replylint.rulefile import EXCUSES, EXPECTED
from replylint.schemas import SCALAR, configfile, either, record, rows

LINES = either(SCALAR, rows(SCALAR))
CONDITIONS = {"type": "object", "additionalProperties": LINES}
LANGUAGES = record({"ru": SCALAR, "en": SCALAR})
WHOLE = either({"type": "integer"}, {"type": "string", "pattern": "^ *-?[0-9]+ *$"})
MESSAGE = record({"author": {"enum": ["customer", "agent"]}, "text": SCALAR, "at": SCALAR}, optional=("at",))
VALUES: dict[str, dict[str, Any]] = {
    "phrases": LINES,
    "replacing": LINES,
    "texts": LINES,
    "whole": WHOLE,
    "flag": either({"type": "boolean"}, {"enum": [*YES, *NO]}),
    "text": either(SCALAR, {"type": "object"}),
}
"""Kind of key → what its value may be: a test holds it against the kinds that the checks use."""


def schema(lang: Language) -> dict[str, Any]:
    """A rule: the keys of all, and under `check` those of its kind."""
    keys = {key: VALUES[value] for name in KINDS for key, value in kind(name).keys.items()}
    head = _head(configfile.schema(lang)["properties"]["profile"])
    needed = ["title", "severity", "check", "message", "why", "source", "bad", "good"]
    return {
        "title": "replylint rule",
        "type": "object",
        "properties": {**keys, **head},
        "required": needed,
        "additionalProperties": False,
        "allOf": [_kind(name, list(head)) for name in KINDS],
    }


def _head(profile: dict[str, Any]) -> dict[str, Any]:
    severities = {
        "type": "array",
        "items": {"type": "object", "required": ["severity"], "properties": {"severity": {"enum": list(SEVERITIES)}}},
    }
    return {
        "title": LANGUAGES, "tier": WHOLE, "severity": {"enum": list(SEVERITIES)}, "expected": {"enum": list(EXPECTED)},
        "severity_when": severities, "when": CONDITIONS, "unless": CONDITIONS, "check": {"enum": list(KINDS)},
        "message": LANGUAGES, "why": LANGUAGES, "suggestion": LANGUAGES, "praise": LANGUAGES, "source": SCALAR,
        **dict.fromkeys(EXCUSES, LINES), "bad": _examples(profile), "good": _examples(profile), "note": SCALAR,
    }  # fmt: skip


def _kind(name: str, head: list[str]) -> dict[str, Any]:
    """What a kind of check needs, and the keys that it knows."""
    found = kind(name)
    return {
        "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
        "then": {"required": list(found.needed), "propertyNames": {"enum": [*head, *found.keys]}},
    }


def _examples(profile: dict[str, Any]) -> dict[str, Any]:
    """Lines, or a list in which an example with a situation is a mapping."""
    keys = {**dict.fromkeys(("text", *CONTEXT_KEYS), SCALAR), "history": rows(MESSAGE), "profile": profile}
    return either(SCALAR, rows(either(SCALAR, {"type": "object", "properties": keys, "required": ["text"], "additionalProperties": False})))
