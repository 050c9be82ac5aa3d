"""The last lines of a report: how many, how good, which rules most often."""

from __future__ import annotations

from collections import Counter

from replylint.model import Report
from replylint.output import Look
from replylint.words import Words, words


def closing(report: Report, look: Look) -> list[str]:
    """One line that sums up, and with `--statistics` a line a rule; nothing when quiet."""
    own = words(report.language)
    lines = [] if look.verbosity < 0 else [totals(report, own)]
    if look.statistics:
        lines += ["", *statistics(report, own)]
    return lines


def totals(report: Report, own: Words) -> str:
    """«3 ответа: 5 замечаний, средняя оценка 71»."""
    scores = [checked.score.value for checked in report.checked if checked.score]
    found = sum(f.suppressed is None for checked in report.checked for f in checked.findings)
    parts = [own.count(found, "finding")]
    if scores:
        parts.append(f"{own.text['mean']} {mean(scores)}")
    if report.problems:
        parts.append(f"{len(report.problems)} {own.form(len(report.problems), 'problem')}")
    return f"{own.count(len(report.checked), 'draft')}: {', '.join(parts)}"


def mean(scores: list[int]) -> str:
    """The mean with one decimal at most."""
    return f"{sum(scores) / len(scores):.1f}".removesuffix(".0")


def statistics(report: Report, own: Words) -> list[str]:
    """Rule, how often, points in all: most frequent first."""
    counts: Counter[str] = Counter()
    points: Counter[str] = Counter()
    for checked in report.checked:
        for number, finding in enumerate(checked.findings):
            counts[finding.rule] += 1
            points[finding.rule] += checked.score.losses[number] if checked.score else 0
    if not counts:
        return []
    size = max(len(rule) for rule in counts)
    head = f"{own.text['rule']:{size}}  {own.text['count']:>6}  {own.text['cost']:>8}"
    return [head, *(f"{rule:{size}}  {number:6}  {points[rule]:8}" for rule, number in sorted(counts.items(), key=lambda c: (-c[1], c[0])))]
