"""The schema of rule files, from the kinds of check and their keys."""

from __future__ import annotations

from typing import Any

from replylint import houserules
from replylint.checks import KINDS, kind
from replylint.examples import CONTEXT_KEYS
from replylint.fields import NO, YES
from replylint.model import SEVERITIES, Language
from replylint.rulefile import EXCUSES, EXPECTED, LIBRARY
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
    """A rule: the keys of all, and under `check` those of its kind; with `extends` only what a house changes."""
    keys: dict[str, Any] = {key: {} for name in KINDS for key in kind(name).keys}
    head = _head(configfile.schema(lang)["properties"]["profile"])
    whole = {
        "required": ["title", "severity", "check", "message", "why", "source"],
        "propertyNames": {"not": {"pattern": f"{houserules.MORE}$"}},
        "allOf": [_kind(name, list(head)) for name in KINDS],
        "if": {"properties": {"check": {"const": LIBRARY}}},
        "else": {"required": ["bad", "good"]},
    }
    return {
        "title": "replylint rule",
        "type": "object",
        "properties": {**keys, **head, houserules.KEY: SCALAR},
        "patternProperties": {f"{houserules.MORE}$": either(LINES, head["bad"])},
        "additionalProperties": False,
        "if": {"required": [houserules.KEY]},
        "else": whole,
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
        "then": {
            "required": list(found.needed),
            "propertyNames": {"enum": [*head, *found.keys]},
            "properties": {key: VALUES[value] for key, value in found.keys.items()},
        },
    }


def _examples(profile: dict[str, Any]) -> dict[str, Any]:
    """Lines, or a list in which an example with a situation is a mapping."""
    keys = {**dict.fromkeys(("text", *CONTEXT_KEYS), SCALAR), "history": rows(MESSAGE), "profile": profile}
    return either(SCALAR, rows(either(SCALAR, {"type": "object", "properties": keys, "required": ["text"], "additionalProperties": False})))
