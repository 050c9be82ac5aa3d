"""JSON, version 1: its own shape, not a dump of our types (interface.md §4)."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from replylint import __version__
from replylint.lines import Lines
from replylint.model import Checked, Finding, Fix, Report
from replylint.output import Look

VERSION = 1
GUESSED = ("intent", "mood", "fault", "stage")


def render(report: Report, format: str, _look: Look) -> str:  # noqa: A002  # the field's word
    """One object; `json-lines`: one object of `drafts` a line, the summary last."""
    drafts = [draft(checked) for checked in report.checked]
    rest = {
        "library": {"findings": []},
        "problems": [{"path": p.path, "place": p.place, "message": p.message} for p in report.problems],
        "summary": summary(report),
    }
    head = {
        "version": VERSION,
        "replylint": __version__,
        "rulebook": {"name": report.rulebook.name, "hash": report.rulebook.hash, "rules": list(report.rulebook.rules)},
    }
    if format == "json-lines":
        return "".join(_dump(line) + "\n" for line in [*drafts, {**head, **rest}])
    return _dump({**head, "drafts": drafts, **rest}, indent=1) + "\n"


def _dump(tree: Any, indent: int | None = None) -> str:
    text = json.dumps(tree, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def draft(checked: Checked) -> dict[str, Any]:
    """One reply."""
    record, score = checked.record, checked.score
    origin = record.origin
    lines = Lines(record.reply)
    losses = score.losses if score else (0,) * len(checked.findings)
    return {
        "id": record.id or origin.place or origin.path,
        "path": origin.path,
        "place": origin.place,
        "score": score.value if score else None,
        "raw_score": score.raw if score else None,
        "band": score.band if score else None,
        "coverage": score.coverage if score else None,
        "context": _context(checked),
        "categories": [{"id": key, "lost": lost} for key, lost in score.by_category.items()] if score else [],
        "findings": [_finding(f, cost, record.reply, lines, origin.line) for f, cost in zip(checked.findings, losses, strict=True)],
        "not_applicable": [{"rule": n.rule, "reason": n.reason} for n in checked.not_applicable],
    }


def _context(checked: Checked) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in GUESSED:
        known = checked.context.known.get(key)
        value = known.value if known and known.value else None
        found[key] = {"value": value, "guessed": known.certainty if known and value else None}
    return found


def _finding(finding: Finding, cost: int, reply: str, lines: Lines, first: int) -> dict[str, Any]:
    start, end = finding.span.start, finding.span.end
    line, column = lines.position(start)
    end_line, end_column = lines.position(end)
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "cost": cost,
        "message": finding.message,
        "why": finding.why.strip(),
        "quote": reply[start:end],
        "start": start,
        "end": end,
        "line": line + first - 1,
        "column": column,
        "end_line": end_line + first - 1,
        "end_column": end_column,
        "utf16_column": lines.utf16_column(start),
        "fix": _fix(finding.fix),
        "suggestion": finding.suggestion,
        "suppressed": finding.suppressed,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {"safe": fix.safe, "edits": [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits]}


def summary(report: Report) -> dict[str, Any]:
    """Counts over all replies."""
    scores = [checked.score.value for checked in report.checked if checked.score]
    severities = Counter(f.severity for checked in report.checked for f in checked.findings if f.suppressed is None)
    bands = Counter(checked.score.band for checked in report.checked if checked.score)
    return {
        "drafts": len(report.checked),
        "findings": {key: severities[key] for key in ("critical", "major", "minor", "info") if severities[key]},
        "bands": {key: bands[key] for key in ("send", "polish", "rewrite", "block") if bands[key]},
        "mean_score": round(sum(scores) / len(scores), 1) if scores else None,
        "problems": len(report.problems),
    }
