"""Code Quality of GitLab: an array of findings, each with a fingerprint of its own."""

from __future__ import annotations

from typing import Any

from replylint import fingerprint
from replylint.model import Problem, Report
from replylint.output import Look
from replylint.output.items import Item, host_path, open_items, problem_line, problem_mark, problem_told
from replylint.output.jsonreport import dump
from replylint.output.safe import one_line


def render(report: Report, _format: str, _look: Look) -> str:
    """Findings, then problems as blockers."""
    found = [*map(_entry, open_items(report)), *map(_problem, report.problems)]
    marks = fingerprint.numbered(entry["fingerprint"] for entry in found)
    return dump([{**entry, "fingerprint": mark} for entry, mark in zip(found, marks, strict=True)], indent=1) + "\n"


def _entry(item: Item) -> dict[str, Any]:
    """GitLab knows the same four severities; a finding without a line stands at the first."""
    lines = {"begin": item.region.line, "end": item.region.end_line} if item.region else {"begin": item.line or 1}
    return {
        "description": item.told(),
        "check_name": one_line(item.rule),
        "fingerprint": item.mark,
        "severity": item.severity,
        "location": {"path": one_line(item.path), "lines": lines},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "description": problem_told(problem),
        "check_name": "replylint-problem",
        "fingerprint": problem_mark(problem),
        "severity": "blocker",
        "location": {"path": one_line(host_path(problem.path)), "lines": {"begin": problem_line(problem) or 1}},
    }
