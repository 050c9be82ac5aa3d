"""One finding a line: `path:line:col: severity [rule] message`."""

from __future__ import annotations

from replylint.model import Report
from replylint.output import Look
from replylint.output.places import Places, charged, name
from replylint.output.safe import one_line, plain
from replylint.output.summary import closing, table
from replylint.output.wholelibrary import rows
from replylint.words import words


def render(report: Report, _format: str, look: Look) -> str:
    """Findings in order of place, then the problems, then a line that sums up (unless quiet)."""
    lines = []
    for checked in report.checked:
        places = Places(checked)
        origin = checked.record.origin
        called = name(origin.path, "" if origin.marks else origin.place)
        for finding, _ in charged(checked):
            line, column = places.of(finding.span.start)
            lines.append(f"{called}:{line}:{column}: {finding.severity} [{one_line(finding.rule)}] {one_line(finding.message)}")
    lines += rows(report)
    lines += [f"{name(problem.path, problem.place)}: {one_line(problem.message)}" for problem in report.problems]
    own = words(report.language)
    if look.verbosity >= 0:
        lines.append(closing(report, own))
    if look.statistics:
        lines += table(report, own)
    text = "".join(f"{line}\n" for line in lines)
    return text if look.unicode_ok else plain(text)
