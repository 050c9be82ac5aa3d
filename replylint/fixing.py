"""Text × findings → mended text, what was applied, what was skipped. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import NamedTuple

from replylint.model import Edit, Finding, Fix


class Mended(NamedTuple):
    """The mended text; `skipped` tells why: another fix changes the same place."""

    text: str
    applied: tuple[Finding, ...] = ()
    skipped: tuple[tuple[Finding, str], ...] = ()


def mend(text: str, findings: Sequence[Finding], *, unsafe: bool = False) -> Mended:
    """Apply fixes in order of place, all edits of a fix or none.

    Of fixes that touch the same place the earlier wins, of those that begin together the longer; two insertions at
    one place exclude each other too. Unsafe fixes only on request, suppressed findings never.
    """
    wanted = [f for f in findings if f.fix and f.suppressed is None and (f.fix.safe or unsafe)]
    taken: list[Edit] = []
    applied, skipped = [], []
    for finding in sorted(wanted, key=_order):
        assert finding.fix is not None
        if any(_collide(edit, other) for edit in finding.fix.edits for other in taken):
            skipped.append((finding, "overlap"))
            continue
        taken.extend(finding.fix.edits)
        applied.append(finding)
    for edit in sorted(taken, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return Mended(text, tuple(applied), tuple(skipped))


def _order(finding: Finding) -> tuple[int, int, str]:
    fix: Fix | None = finding.fix
    assert fix is not None
    start = min(edit.span.start for edit in fix.edits)
    return start, -max(edit.span.end for edit in fix.edits), finding.rule


def _collide(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same signs, or insert at the same place."""
    if one.span.start == other.span.start:
        return True
    first, second = sorted((one.span, other.span))
    return second.start < first.end


def diff(old: str, new: str, path: str) -> str:
    """A unified diff of a text, as git writes it; "" where nothing changes."""
    if old == new:
        return ""
    lines = difflib.unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
