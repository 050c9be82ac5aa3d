"""The schema of `--output-format json` (and, under `definitions`, of the lines of `json-lines`)."""

from __future__ import annotations

from typing import Any, get_args

from replylint.model import SEVERITIES, Certainty, Language
from replylint.output.jsonreport import BANDS, GUESSED, VERSION
from replylint.schemas import record, rows

TEXT = {"type": "string"}
MAYBE_TEXT = {"type": ["string", "null"]}
WHOLE = {"type": "integer"}
OFFSET = {"type": "integer", "minimum": 0}
COUNT = {"type": "integer", "minimum": 1}
SCORE = {"type": ["integer", "null"], "minimum": 0, "maximum": 100}
SEVERITY = {"enum": list(SEVERITIES)}


def schema(_lang: Language) -> dict[str, Any]:
    """One report."""
    tail = {**_head(), "library": record({"findings": rows(_general())}), "problems": rows(_problem()), "summary": _summary()}
    body = record({**_head(), "drafts": rows({"$ref": "#/definitions/draft"}), **tail})
    return {"title": "replylint JSON output", **body, "definitions": {"draft": _draft(), "last-line": record(tail)}}


def _head() -> dict[str, Any]:
    return {
        "version": {"const": VERSION},
        "replylint": TEXT,
        "rulebook": record({"name": TEXT, "hash": TEXT, "rules": rows(TEXT)}),
    }


def _draft() -> dict[str, Any]:
    known = record({"value": MAYBE_TEXT, "guessed": {"enum": [*(word for word in get_args(Certainty) if word != "unknown"), None]}})
    return record({
        "id": TEXT, "path": TEXT, "place": TEXT, "score": SCORE, "raw_score": {"type": ["integer", "null"]}, "band": {"enum": [*BANDS, None]},
        "coverage": SCORE,
        "context": record(dict.fromkeys(GUESSED, known)),
        "categories": rows(record({"id": TEXT, "lost": WHOLE})),
        "findings": rows(_finding()),
        "not_applicable": rows(record({"rule": TEXT, "reason": TEXT})),
    })  # fmt: skip


def _finding() -> dict[str, Any]:
    edit = record({"start": OFFSET, "end": OFFSET, "text": TEXT})
    return record({
        "rule": TEXT, "category": TEXT, "severity": SEVERITY, "cost": WHOLE, "message": TEXT, "why": TEXT, "quote": TEXT,
        "start": OFFSET, "end": OFFSET, "line": COUNT, "column": COUNT, "end_line": COUNT, "end_column": COUNT, "utf16_column": COUNT,
        "fix": {"anyOf": [{"type": "null"}, record({"safe": {"type": "boolean"}, "edits": rows(edit)})]},
        "suggestion": TEXT, "suppressed": MAYBE_TEXT,
    })  # fmt: skip


def _general() -> dict[str, Any]:
    place = record({"path": TEXT, "place": TEXT, "line": COUNT, "quote": TEXT})
    return record({
        "rule": TEXT, "category": TEXT, "severity": SEVERITY, "message": TEXT, "why": TEXT, "suggestion": TEXT, "suppressed": MAYBE_TEXT,
        "places": rows(place),
    })  # fmt: skip


def _problem() -> dict[str, Any]:
    """`skipped` (one reply of many) and `warning` (nothing was left out) stand where they hold."""
    flags = ("skipped", "warning")
    return record({"path": TEXT, "message": TEXT, "place": TEXT, **{key: {"const": True} for key in flags}}, optional=flags)


def _summary() -> dict[str, Any]:
    return record({
        "drafts": OFFSET,
        "findings": record(dict.fromkeys(reversed(SEVERITIES), OFFSET), optional=SEVERITIES),
        "mean_score": {"type": ["number", "null"]},
        "bands": record(dict.fromkeys(BANDS, OFFSET), optional=BANDS),
        "problems": OFFSET,
    })  # fmt: skip
