"""The better wording of a finding: `− old` and `+ new` of the fragment that changes, or a suggestion in words."""

from __future__ import annotations

from replylint.expressions import expression
from replylint.model import Edit, Finding, Span
from replylint.output.cells import clusters, width
from replylint.output.pen import Line, Pen

_BEFORE = expression(r"(?:\S+[ \u00a0])?\S+[ \u00a0]?$")
_AFTER = expression(r"\S*")
TOGETHER = 60
"""Edits no further apart than this are shown as one fragment."""
ROWS = 3


def better(pen: Pen, reply: str, finding: Finding) -> list[Line]:
    """What to write instead, if the finding knows."""
    lead = (*pen.space(2), pen.ink("+ ", "new"))
    if finding.fix is None:
        return pen.paragraph(finding.suggestion, "new", lead=lead) if finding.suggestion else []
    if at_edge(finding, reply) and len(finding.fix.edits) == 1:
        place = pen.say("at_start" if finding.span.start == 0 else "at_end")
        return pen.paragraph(_added(finding.fix.edits[0], reply), "new", lead=(*lead, pen.ink(f"{place} ", "dim")))
    return [line for old, new in fragments(reply, finding)[:ROWS] for line in (*_old(pen, old), *_new(pen, new))]


def _added(edit: Edit, reply: str) -> str:
    """What an edit adds: «Здравствуйте! З» in place of «з» adds a greeting, whatever becomes of the letter."""
    old = reply[edit.span.start : edit.span.end]
    return edit.text[: -len(old)] if old and edit.text.casefold().endswith(old.casefold()) else edit.text


def at_edge(finding: Finding, reply: str) -> bool:
    """Whether something is missing at the beginning or the end of a reply: there is nothing to underline."""
    return finding.span.start == finding.span.end and finding.span.start in (0, len(reply))


def fragments(reply: str, finding: Finding) -> list[tuple[str, str]]:
    """(old, new) of each fragment that a fix changes; near edits are one fragment, edits in a short range show it whole."""
    found: list[list[Edit]] = []
    span = finding.span
    for edit in sorted(finding.fix.edits if finding.fix else (), key=lambda e: e.span):
        if found and edit.span.end - found[-1][0].span.start <= TOGETHER:
            found[-1].append(edit)
        else:
            found.append([edit])
    short = len(found) == 1 and span.end - span.start <= TOGETHER
    return [_applied(reply, edits, span if short else None) for edits in found]


def _applied(reply: str, edits: list[Edit], within: Span | None) -> tuple[str, str]:
    start, end = edits[0].span.start, max(edit.span.end for edit in edits)
    inserted = start == end
    if within and within.start <= start and end <= within.end and not inserted:
        start, end = within
    elif inserted:
        start, end = _around(reply, start, edits[0].text)
    new, place = "", start
    for edit in edits:
        new += reply[place : edit.span.start] + edit.text
        place = max(place, edit.span.end)
    return "" if inserted else reply[start:end], new + reply[place:end]


def _around(reply: str, place: int, text: str) -> tuple[int, int]:
    """What an insertion is read with: a word or two before it, and what touches it behind."""
    before = _BEFORE.search(reply[max(0, place - TOGETHER) : place])
    after = _AFTER.match(reply, place)
    end = after.end() if after and not text[-1:].isspace() else place
    return (place - len(before.group()) if before and not text[:1].isspace() else place), end


def _old(pen: Pen, text: str) -> list[Line]:
    """One line; of a long fragment its beginning and its end."""
    shown = " ".join(text.split())
    if not shown:
        return []
    room = pen.width - 4
    if width(pen.sign(shown)) > room:
        pieces = clusters(shown)
        half = room // 2 - 4
        shown = f"{''.join(pieces[:half]).rstrip()} … {''.join(pieces[-half:]).lstrip()}"
    return pen.paragraph(shown, lead=(*pen.space(2), pen.ink("− ", "old")), style="old")[:1]


def _new(pen: Pen, text: str) -> list[Line]:
    rows = [row for row in text.splitlines() if row.strip()]
    return [line for row in rows for line in pen.paragraph(row, lead=(*pen.space(2), pen.ink("+ ", "new")), style="new")]
