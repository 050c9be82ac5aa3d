"""JSON, version 1: its own shape, not a dump of our types (interface.md §4)."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from replylint import __version__
from replylint.model import SEVERITIES, Band, Checked, Finding, Fix, LibraryFinding, Problem, Report
from replylint.output import Look
from replylint.output.places import Places, path

VERSION = 1
GUESSED = ("intent", "mood", "fault", "stage")
BANDS: tuple[Band, ...] = ("send", "polish", "rewrite", "block")


def render(report: Report, format: str, _look: Look) -> str:  # noqa: A002  # the field's word
    """One object; `json-lines`: one object of `drafts` a line, the summary last."""
    drafts = [draft(checked) for checked in report.checked]
    head = {
        "version": VERSION,
        "replylint": __version__,
        "rulebook": {"name": report.rulebook.name, "hash": report.rulebook.hash, "rules": list(report.rulebook.rules)},
    }
    rest = {
        "library": {"findings": [_general(finding) for finding in report.library]},
        "problems": [_problem(problem) for problem in report.problems],
        "summary": summary(report),
    }
    if format == "json-lines":
        return "".join(f"{dump(line)}\n" for line in [*drafts, {**head, **rest}])
    return dump({**head, "drafts": drafts, **rest}, indent=1) + "\n"


def dump(tree: Any, indent: int | None = None) -> str:
    """A tree as JSON that can be written as UTF-8."""
    # A lone surrogate cannot be written as UTF-8; its backslash escape is what JSON itself writes for it.
    text = json.dumps(tree, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def draft(checked: Checked) -> dict[str, Any]:
    """One reply."""
    record, score = checked.record, checked.score
    origin, places = record.origin, Places(checked)
    losses = score.losses if score else (0,) * len(checked.findings)
    return {
        "id": record.id or origin.place or path(origin.path),
        "path": path(origin.path),
        "place": origin.place,
        "score": score.value if score else None,
        "raw_score": score.raw if score else None,
        "band": score.band if score else None,
        "coverage": score.coverage if score else None,
        "context": _context(checked),
        "categories": _categories(checked),
        "findings": [_finding(f, cost, record.reply, places) for f, cost in zip(checked.findings, losses, strict=True)],
        "not_applicable": [{"rule": n.rule, "reason": n.reason} for n in checked.not_applicable],
    }


def _categories(checked: Checked) -> list[dict[str, Any]]:
    lost = checked.score.by_category if checked.score else {}
    return [{"id": key, "lost": lost[key]} for key in sorted(lost, key=lambda key: (-lost[key], key)) if lost[key]]


def _context(checked: Checked) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in GUESSED:
        known = checked.context.known.get(key)
        sure = known is not None and bool(known.value) and known.certainty != "unknown"
        found[key] = {"value": known.value, "guessed": known.certainty} if known and sure else {"value": None, "guessed": None}
    return found


def _finding(finding: Finding, cost: int, reply: str, places: Places) -> dict[str, Any]:
    start, end = finding.span
    line, column = places.of(start)
    end_line, end_column = places.of(end)
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
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "utf16_column": places.lines.utf16_column(start),
        "fix": _fix(finding.fix),
        "suggestion": finding.suggestion,
        "suppressed": finding.suppressed,
    }


def _general(finding: LibraryFinding) -> dict[str, Any]:
    """A finding about the whole library: it stands in no reply."""
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "message": finding.message,
        "why": finding.why.strip(),
        "suggestion": finding.suggestion,
        "suppressed": finding.suppressed,
        "places": [
            {"path": path(place.origin.path), "place": place.origin.place, "line": place.origin.line, "quote": place.text}
            for place in finding.places
        ],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    """What was not checked; `skipped` and `warning` where that is no fault."""
    told = {"path": path(problem.path), "message": problem.message, "place": problem.place}
    return told | {key: True for key in ("skipped", "warning") if getattr(problem, key)}


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
        "findings": {key: severities[key] for key in reversed(SEVERITIES) if severities[key]},
        "mean_score": _mean(scores),
        "bands": {key: bands[key] for key in BANDS if bands[key]},
        "problems": len(report.problems),
    }


def _mean(scores: list[int]) -> float | int | None:
    if not scores:
        return None
    mean = round(sum(scores) / len(scores), 1)
    return int(mean) if mean.is_integer() else mean
