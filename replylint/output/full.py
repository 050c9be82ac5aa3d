"""The face of replylint: each draft with its verdict and findings, then what all drafts have in common."""

from __future__ import annotations

from replylint.model import Checked, Report
from replylint.output import Look
from replylint.output.block import blocks
from replylint.output.cells import cut, width
from replylint.output.notes import notes
from replylint.output.pen import BANDS, NBSP, Line, Pen, flat, paint, pen
from replylint.output.places import charged, title
from replylint.output.safe import one_line
from replylint.output.summary import problems, statistics, totals
from replylint.output.wholelibrary import page as whole

BAR = 20


def render(report: Report, _format: str, look: Look) -> str:
    """The report for a terminal; without colour pure text."""
    own = pen(report, look)
    told = {(problem.path, problem.place) for problem in report.problems}
    seen = [c for c in report.checked if c.score or (c.record.origin.path, c.record.origin.place) not in told]
    pages = [_draft(own, checked) for checked in seen]
    if report.library:
        pages.append(whole(own))
    if report.problems:
        pages.append(problems(own))
    if len(report.checked) > 1 and look.verbosity >= 0:
        pages.append(totals(own))
    if look.statistics:
        pages.append(statistics(own))
    lines: list[Line] = []
    for page in filter(None, pages):
        lines += [(), *page] if lines else page
    return paint(lines, color=look.color)


def _draft(pen: Pen, checked: Checked) -> list[Line]:
    """One draft: header, verdict, findings, notes. When quiet, only what is wrong."""
    if pen.look.verbosity < 0 and not charged(checked):
        return []
    return [_header(pen, checked), *_verdict(pen, checked), *blocks(pen, checked), *notes(pen, checked)]


def _header(pen: Pen, checked: Checked) -> Line:
    record = checked.record
    shown = title(record.origin.path, record.origin.place, pen.own)
    return pen.rule(shown, f"{cut(one_line(record.id), pen.width // 2)} · " if record.id else "")


def _verdict(pen: Pen, checked: Checked) -> list[Line]:
    score = checked.score
    if score is None:
        return [(pen.ink(f" {pen.say('not_scored')} ", "bold"),)]
    style = BANDS[score.band]
    filled = round(score.value * BAR / 100)
    word = pen.own.band[score.band]
    verdict = (
        pen.ink(f" {score.value:>3} ", style),
        pen.ink(f"  {word}", "bold"),
        *pen.space(max(map(width, pen.own.band.values())) - width(word) + 2),
        pen.ink("█" * filled, flat(style)),
        pen.ink("░" * (BAR - filled), "dim"),
    )
    return [verdict, *_losses(pen, checked)]


def _losses(pen: Pen, checked: Checked) -> list[Line]:
    """Points by category, dearest first; why a critical finding caps the score."""
    score = checked.score
    if score is None or pen.look.verbosity < 0:
        return []
    lost = [
        (pen.report.rulebook.categories.get(key, pen.own.categories.get(key, key)), points) for key, points in score.by_category.items()
    ]
    if not lost:
        return [] if charged(checked) else pen.paragraph(pen.say("clean"), indent=1)
    parts = [f"{name} {points}".replace(" ", NBSP) for name, points in lost] if len(lost) > 1 else [lost[0][0]]
    lines = pen.paragraph(pen.say("lost", points=pen.own.amount(100 - score.value, "point"), list=", ".join(parts)), indent=1)
    if score.raw > score.value:
        lines += pen.paragraph(pen.say("cap", n=score.value), indent=1)
    return lines
