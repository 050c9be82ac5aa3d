"""JSON Schema of exercise files, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Any

from replylint.conditions import VALUES
from replylint.model import SEVERITIES
from replylint.trainer.exercisefields import DEFAULT_KEYS, KEYS, LONGEST
from replylint.trainer.model import LEVELS, SCALES

_TEXT: dict[str, Any] = {"type": "string"}
_LINES = {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array", "items": _TEXT, "minItems": 1}]}
_ABOUT = {
    "id": "по нему называют файлы ответов",
    "must": "факты, которые должны быть в хорошем ответе; каждый пропуск стоит баллов",
    "must_not": "слова, которых быть не должно",
    "rules": "какие правила здесь важны",
    "pass": "с какой оценки упражнение сдано: баллы (points, pass-fail) или 2–5 (five)",
    "deadline": "срок: дата или дата со временем",
    "model": "образцовый ответ",
}


def schema() -> dict[str, Any]:
    """The schema of one exercise file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "replylint: exercises",
        **_mapping(
            {
                "title": _TEXT,
                "level": {"enum": list(LEVELS)},
                "order": {"type": "integer"},
                "about": _TEXT,
                "defaults": _mapping({key: _value(key) for key in DEFAULT_KEYS}),
                "exercises": {"type": "array", "minItems": 1, "items": _exercise()},
            },
            ["title", "exercises"],
        ),
    }


def _mapping(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": required or []}


def _exercise() -> dict[str, Any]:
    properties = {key: {**_value(key), **({"description": _ABOUT[key]} if key in _ABOUT else {})} for key in KEYS}
    return _mapping(properties, ["id", "title", "model"])


def _value(key: str) -> dict[str, Any]:
    """The schema of one key of an exercise."""
    if key == "rating":
        return {"type": "integer", "minimum": 1, "maximum": 5}
    if key in VALUES:
        return {"enum": list(VALUES[key])}
    special: dict[str, dict[str, Any]] = {
        "id": {"type": "string", "pattern": r"^[\w.-]+$", "maxLength": LONGEST},
        "level": {"enum": list(LEVELS)},
        "history": {"type": "array", "items": _message()},
        "must": {"type": "array", "items": _demand("what")},
        "must_not": {"type": "array", "items": _demand("reason")},
        "rules": _rules(),
        "pass": {"type": "integer", "minimum": 1, "maximum": 100},
        "scale": {"enum": list(SCALES)},
        "hints": _LINES,
    }
    return special.get(key, _TEXT)


def _message() -> dict[str, Any]:
    return _mapping({"author": {"enum": ["customer", "agent"]}, "text": _TEXT, "at": _TEXT}, ["author", "text"])


def _demand(word: str) -> dict[str, Any]:
    return _mapping({word: _TEXT, "phrases": _LINES, "severity": {"enum": list(SEVERITIES)}}, [word, "phrases"])


def _rules() -> dict[str, Any]:
    severity = {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}}
    return _mapping({"select": _LINES, "ignore": _LINES, "severity": severity})
