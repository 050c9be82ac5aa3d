"""The end of a report: what could not be read, how many, how good, which rules most often."""

from __future__ import annotations

from collections import Counter

from replylint.model import Checked, Problem, Report
from replylint.output import wholelibrary
from replylint.output.cells import cut, width
from replylint.output.pen import BANDS, NBSP, Line, Pen, flat
from replylint.output.places import charged, title
from replylint.output.safe import one_line
from replylint.words import Words, decimal

BAR = 30
OFTEN = 5


def closing(report: Report, own: Words) -> str:
    """«3 ответа: 5 замечаний, средняя оценка 71»."""
    scores = [checked.score.value for checked in report.checked if checked.score]
    found = sum(len(charged(checked)) for checked in report.checked)
    parts = [own.amount(found, "finding")]
    if scores:
        parts.append(mean(scores, own))
    unread = sum(not problem.warning for problem in report.problems)
    if unread:
        parts.append(f"{unread} {own.form(unread, 'problem')}")
    parts += wholelibrary.closing(report, own)
    return f"{own.amount(len(report.checked), 'draft')}: {', '.join(parts)}"


def mean(scores: list[int], own: Words) -> str:
    """«средняя оценка 71,5»; of one «оценка 71»."""
    return f"{own.text['mean' if len(scores) > 1 else 'score']} {decimal(sum(scores) / len(scores), own.lang)}"


def counted(drafts: tuple[Checked, ...]) -> list[tuple[str, int, int]]:
    """Rule, how often, points in all: most frequent first."""
    counts: Counter[str] = Counter()
    points: Counter[str] = Counter()
    for checked in drafts:
        for finding, cost in charged(checked):
            counts[finding.rule] += 1
            points[finding.rule] += cost
    return [(rule, number, points[rule]) for rule, number in sorted(counts.items(), key=lambda c: (-c[1], -points[c[0]], c[0]))]


def table(report: Report, own: Words) -> list[str]:
    """`--statistics` in aligned columns."""
    rows = [(one_line(rule), str(number), str(points)) for rule, number, points in counted(report.checked)]
    rows.insert(0, (own.text["rule"], own.text["count"], own.text["cost"]))
    sizes = [max(len(row[column]) for row in rows) for column in range(3)]
    return [f"{a:{sizes[0]}}  {b:>{sizes[1]}}  {c:>{sizes[2]}}" for a, b, c in rows] if rows[1:] else []


def statistics(pen: Pen) -> list[Line]:
    """The table of rules."""
    first, *rest = table(pen.report, pen.own) or [""]
    return [(pen.ink(first, "bold"),), *((pen.ink(row),) for row in rest)] if first else []


def problems(pen: Pen) -> list[Line]:
    """What was not checked, and why; then warnings."""
    lines: list[Line] = []
    for head, warning in (("unread", False), ("warned", True)):
        found = [problem for problem in pen.report.problems if problem.warning is warning]
        lines += [*([()] if lines and found else []), *([pen.rule(pen.say(head))] if found else [])]
        for problem in found:
            lines += pen.paragraph(f"{title(problem.path, problem.place, pen.own)}: {one_line(problem.message)}", hang=4)
    return lines


def where(problem: Problem) -> str:
    """`path (row 7)` of a problem."""
    return f"{problem.path} ({problem.place})" if problem.place else problem.path


def totals(pen: Pen) -> list[Line]:
    """Several drafts: how many, the mean, how they spread over the bands, the most frequent rules."""
    report, own = pen.report, pen.own
    lines = [pen.rule(own.text["total"]), *pen.paragraph(closing(report, own), "bold", indent=0)]
    bands = Counter(checked.score.band for checked in report.checked if checked.score)
    label = max(map(width, own.band.values()))
    most = max(bands.values(), default=1)
    for band, style in BANDS.items():
        bar = pen.ink("█" * max(bool(bands[band]), bands[band] * BAR // most), flat(style))
        lines.append((pen.ink(f"  {own.band[band]:{label}}  {bands[band]:>4}  "), bar))
    often = [
        f"{cut(report.rulebook.titles.get(rule, rule), 50)} ({number})".replace(" ", NBSP)
        for rule, number, _ in counted(report.checked)[:OFTEN]
        if number > 1
    ]
    if often and not pen.look.statistics:
        lines += pen.paragraph(f"{own.text['often']}: {', '.join(often)}", indent=0)
    return lines
