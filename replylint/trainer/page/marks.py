"""An answer with its faults marked as on paper: pieces of text, each with the remarks that underline it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from replylint.model import SEVERITIES, Finding, Severity
from replylint.output.better import at_edge, fragments
from replylint.trainer.outputs.wording import Charged

SHOWN = 5000
"""Characters of an answer that are shown."""
LISTED = 40
"""Remarks on one answer."""
CHANGES = 3


class Piece(NamedTuple):
    """A piece of an answer. `style`: of the gravest fault under it, "" for none; `ends`: remarks whose number stands behind it."""

    text: str
    style: str = ""
    ends: tuple[int, ...] = ()
    gap: bool = False
    """Whether something is missing at its end: a caret shows the place."""


class Remark(NamedTuple):
    """A numbered remark on an answer."""

    number: int
    title: str
    rule: str
    severity: Severity
    cost: int
    message: str
    why: str
    suggestion: str
    changes: tuple[tuple[str, str], ...]
    overruled: str | None


def remarks(found: Sequence[Charged], titles: dict[str, str], reply: str) -> list[Remark]:
    """The findings as numbered remarks, in order of place."""
    return [_remark(number, one, titles, reply) for number, one in enumerate(found[:LISTED], 1)]


def _remark(number: int, one: Charged, titles: dict[str, str], reply: str) -> Remark:
    finding = one.finding
    changes = _changes(finding, reply)
    return Remark(
        number,
        titles.get(finding.rule, finding.rule),
        finding.rule,
        finding.severity,
        one.cost,
        finding.message,
        finding.why,
        "" if changes else finding.suggestion,
        tuple((_brief(old), _brief(new)) for old, new in changes if new.strip() or old.strip()),
        finding.suppressed,
    )


def _changes(finding: Finding, reply: str) -> list[tuple[str, str]]:
    """(old, new) of what a fix changes; at the edge of an answer only what it adds."""
    if finding.fix is None:
        return []
    if at_edge(finding, reply) and len(finding.fix.edits) == 1:
        span, text = finding.fix.edits[0]
        old = reply[span.start : span.end]
        return [("", text[: -len(old)] if old and text.casefold().endswith(old.casefold()) else text)]
    return fragments(reply, finding)[:CHANGES]


def _brief(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:299]}…"


def pieces(reply: str, found: Sequence[Charged]) -> list[Piece]:
    """The answer, cut at every border of a fault. Faults may overlap; one without words leaves a caret."""
    text = reply[:SHOWN]
    marked = [(number, one.finding) for number, one in enumerate(found[:LISTED], 1) if one.finding.span.start <= len(text)]
    borders = sorted({0, len(text), *(min(place, len(text)) for _, finding in marked for place in finding.span)})
    made = [Piece("", "", ends, gap=True)] if (ends := tuple(n for n, f in marked if f.span.end == 0)) else []
    for start, end in pairwise(borders):
        over = [finding for _, finding in marked if finding.span.start <= start and end <= finding.span.end]
        grave = max((finding.severity for finding in over if finding.suppressed is None), key=SEVERITIES.index, default="")
        style = grave or ("overruled" if over else "")
        behind = [(n, f) for n, f in marked if min(f.span.end, len(text)) == end]
        gap = any(f.span.start == f.span.end for _, f in behind)
        made.append(Piece(text[start:end], style, tuple(n for n, _ in behind), gap))
    return made
