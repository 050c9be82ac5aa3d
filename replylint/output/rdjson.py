"""Reviewdog Diagnostic Format: columns in UTF-8 bytes, fixes as suggestions."""

from __future__ import annotations

from typing import Any

from replylint.model import Problem, Report, Severity
from replylint.output import Look
from replylint.output.items import RANK, Item, Region, edit_region, host_path, joined, open_items, problem_line, problem_told
from replylint.output.jsonreport import dump
from replylint.output.safe import one_line, safe
from replylint.output.said import said

LEVELS: dict[Severity, str] = {"critical": "ERROR", "major": "ERROR", "minor": "WARNING", "info": "INFO"}


def render(report: Report, _format: str, _look: Look) -> str:
    """One DiagnosticResult."""
    found = open_items(report)
    better = said(report.language)["better"]
    tree: dict[str, Any] = {"source": {"name": "replylint"}}
    if report.problems:
        tree["severity"] = "ERROR"
    elif found:
        tree["severity"] = LEVELS[max((item.severity for item in found), key=RANK.__getitem__)]
    tree["diagnostics"] = [*(_diagnostic(item, better) for item in found), *map(_problem, report.problems)]
    return dump(tree, indent=1) + "\n"


def _diagnostic(item: Item, better: str) -> dict[str, Any]:
    message = item.told()
    if item.suggestion:
        message += "\n" + better.format(text=safe(item.suggestion))
    found: dict[str, Any] = {
        "message": message,
        "location": _location(item.path, item.line, item.region),
        "severity": LEVELS[item.severity],
        "code": {"value": one_line(item.rule)},
    }
    suggestions = _suggestions(item)
    return {**found, "suggestions": suggestions} if suggestions else found


def _location(path: str, line: int | None, region: Region | None) -> dict[str, Any]:
    found: dict[str, Any] = {"path": one_line(path)}
    if region:
        found["range"] = _range(region)
    elif line:
        found["range"] = {"start": {"line": line}}
    return found


def _range(region: Region) -> dict[str, Any]:
    return {
        "start": {"line": region.line, "column": region.columns[2]},
        "end": {"line": region.end_line, "column": region.end_columns[2]},
    }


def _suggestions(item: Item) -> list[dict[str, Any]]:
    """The fix as one suggestion: reviewdog takes several as alternatives."""
    if not item.fix or not item.region or not item.checked:
        return []
    edit = joined(item.fix, item.checked.record.reply)
    region = edit_region(item, edit)
    return [{"range": _range(region), "text": edit.text}] if region else []


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": problem_told(problem),
        "location": _location(host_path(problem.path), problem_line(problem), None),
        "severity": "ERROR",
        "code": {"value": "replylint-problem"},
    }
