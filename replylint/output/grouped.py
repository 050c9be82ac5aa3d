"""Findings by draft, in aligned columns."""

from __future__ import annotations

from replylint.model import Checked, Report
from replylint.output import Look
from replylint.output.places import located, name, shown
from replylint.output.safe import one_line
from replylint.output.summary import closing
from replylint.words import words


def render(report: Report, _format: str, look: Look) -> str:
    """A block for each draft with findings, the problems, and a line that sums up (unless quiet)."""
    lines: list[str] = []
    for checked in report.checked:
        lines += _draft(checked, report)
    for problem in report.problems:
        place = f" ({problem.place})" if problem.place else ""
        lines += [one_line(problem.path + place), f"  {one_line(problem.message)}", ""]
    lines += closing(report, look)
    return "".join(f"{line}\n" for line in lines)


def _draft(checked: Checked, report: Report) -> list[str]:
    found = list(shown(checked))
    if not found:
        return []
    own = words(report.language)
    rows = [(":".join(map(str, located(checked, f))), own.severity[f.severity], f.rule, one_line(f.message)) for f in found]
    sizes = [max(len(row[column]) for row in rows) for column in range(3)]
    head = name(checked)
    if checked.score:
        head += f"  {checked.score.value} — {own.band[checked.score.band]}"
    return [head, *(f"  {a:>{sizes[0]}}  {b:{sizes[1]}}  {c:{sizes[2]}}  {d}" for a, b, c, d in rows), ""]
