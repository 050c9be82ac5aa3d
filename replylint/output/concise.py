"""One finding a line: `path:line:col: severity [rule] message`."""

from __future__ import annotations

from replylint.model import Report
from replylint.output import Look
from replylint.output.places import located, name, shown
from replylint.output.safe import one_line
from replylint.output.summary import closing


def render(report: Report, _format: str, look: Look) -> str:
    """Findings in order of place, then the problems, then a line that sums up (unless quiet)."""
    lines = []
    for checked in report.checked:
        for finding in shown(checked):
            line, column = located(checked, finding)
            lines.append(f"{name(checked)}:{line}:{column}: {finding.severity} [{finding.rule}] {one_line(finding.message)}")
    for problem in report.problems:
        place = f" ({problem.place})" if problem.place else ""
        lines.append(f"{one_line(problem.path + place)}: {one_line(problem.message)}")
    lines += closing(report, look)
    return "".join(f"{line}\n" for line in lines)
