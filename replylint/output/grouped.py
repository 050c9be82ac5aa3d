"""Findings by draft, in aligned columns."""

from __future__ import annotations

from replylint.model import Checked, Report
from replylint.output import Look
from replylint.output.cells import width
from replylint.output.pen import BANDS, Ink, Line, Pen, flat, paint, pen
from replylint.output.places import Places, charged, name
from replylint.output.safe import one_line
from replylint.output.summary import closing, problems, statistics
from replylint.output.wholelibrary import page


def render(report: Report, _format: str, look: Look) -> str:
    """A block for each draft with findings, the problems, and a line that sums up (unless quiet)."""
    own = pen(report, look)
    parts = [_draft(own, checked) for checked in report.checked]
    if report.library:
        parts.append(page(own))
    if report.problems:
        parts.append(problems(own))
    if look.verbosity >= 0:
        parts.append([(own.ink(closing(report, own.own), "bold"),)])
    if look.statistics:
        parts.append(statistics(own))
    lines: list[Line] = []
    for part in filter(None, parts):
        lines += [(), *part] if lines else part
    return paint(lines, color=look.color)


def _draft(pen: Pen, checked: Checked) -> list[Line]:
    found = charged(checked)
    if not found:
        return []
    places = Places(checked)
    spots = [":".join(map(str, places.of(item.finding.span.start))) for item in found]
    severities = [pen.own.severity[item.finding.severity] for item in found]
    rules = [item.finding.rule for item in found]
    sizes = [max(map(width, column)) for column in (spots, severities, rules)]
    lines = [_header(pen, checked)]
    for (finding, _), spot, severity in zip(found, spots, severities, strict=True):
        lead = (
            pen.ink(f"  {spot:>{sizes[0]}}  ", "dim"),
            pen.ink(severity, flat(finding.severity)),
            Ink(" " * (sizes[1] - width(severity) + 2)),
            pen.ink(f"{finding.rule:{sizes[2]}}  ", "dim"),
        )
        lines.append((*lead, pen.ink(one_line(finding.message))))
    return lines


def _header(pen: Pen, checked: Checked) -> Line:
    called = pen.ink(name(checked.record.origin.path, checked.record.origin.place), "bold")
    score = checked.score
    return (called, pen.ink("  "), pen.ink(f"{score.value} — {pen.own.band[score.band]}", flat(BANDS[score.band]))) if score else (called,)
