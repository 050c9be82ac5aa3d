"""PROVISIONAL fixes (the owner of this file replaces it)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from replylint.model import Finding


@dataclass(frozen=True, slots=True)
class Mended:
    text: str
    applied: tuple[Finding, ...]
    skipped: tuple[tuple[Finding, str], ...]


def mend(text: str, findings: Sequence[Finding], *, unsafe: bool = False) -> Mended:
    edits = sorted({(e.span.start, e.span.end, e.text) for f in findings if f.fix and (unsafe or f.fix.safe) for e in f.fix.edits})
    last = len(text) + 1
    for start, end, new in reversed(edits):
        if end <= last:
            text = text[:start] + new + text[end:]
            last = start
    return Mended(text, tuple(findings), ())
