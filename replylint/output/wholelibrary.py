"""Findings about a whole library: families with what differs, gaps, slots."""

from __future__ import annotations

from replylint.model import DEBT, LibraryFinding, Place, Report
from replylint.output.cells import cut
from replylint.output.pen import Line, Pen
from replylint.output.places import name
from replylint.output.safe import one_line
from replylint.words import Words

SHOWN = 8
QUOTE = 60


def told(report: Report) -> list[LibraryFinding]:
    """The findings that are not suppressed."""
    return [finding for finding in report.library if finding.suppressed is None]


def debts(report: Report) -> int:
    """How many findings are old debts."""
    each = sum(finding.suppressed == DEBT for checked in report.checked for finding in checked.findings)
    return each + sum(finding.suppressed == DEBT for finding in report.library)


def rows(report: Report) -> list[str]:
    """One line a finding: `path:line:1: severity [rule] message`; the other places behind it."""
    lines = []
    for finding in told(report):
        where = f"{_spot(finding.places[0])}:1" if finding.places else "library"
        more = f" ({', '.join(_spot(place) for place in finding.places[1:SHOWN])})" if finding.places[1:] else ""
        lines.append(f"{where}: {finding.severity} [{one_line(finding.rule)}] {one_line(finding.message)}{more}")
    return lines


def page(pen: Pen) -> list[Line]:
    """A block for each finding: the message, the templates that it is about, what differs."""
    found = told(pen.report)
    lines: list[Line] = [pen.rule(pen.own.categories["library"])] if found else []
    for finding in found:
        severity = pen.own.severity[finding.severity]
        lines += [(), *pen.paragraph(finding.message, lead=(pen.ink(f" {severity} ", finding.severity), *pen.space(1)))]
        lines += [line for number, place in enumerate(finding.places[:SHOWN], 1) for line in _member(pen, number, place)]
        if finding.places[SHOWN:]:
            lines += pen.paragraph(pen.say("rest", n=len(finding.places) - SHOWN), "dim", indent=4)
        lines += [line for change in finding.suggestion.splitlines()[:SHOWN] for line in pen.paragraph(change, "dim", indent=4)]
    return lines


def _member(pen: Pen, number: int, place: Place) -> list[Line]:
    text = pen.say("quote", text=cut(" ".join(place.text.split()), QUOTE))
    return pen.paragraph(f"{number}. {_spot(place)}: {text}", hang=7, indent=4)


def _spot(place: Place) -> str:
    origin = place.origin
    return name(origin.path, origin.place) if origin.place else f"{name(origin.path, '')}:{origin.line}"


def closing(report: Report, own: Words) -> list[str]:
    """What the last line says of the library: findings on the whole, old debts."""
    parts = [own.text["whole"].format(n=own.amount(len(told(report)), "finding"))] if told(report) else []
    return parts + ([own.text["debts"].format(n=debts(report))] if debts(report) else [])
