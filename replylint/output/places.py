"""Where a finding is, for formats that name lines."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.lines import Lines
from replylint.model import Checked, Finding
from replylint.output.safe import one_line


def located(checked: Checked, finding: Finding) -> tuple[int, int]:
    """Line and column of a finding, from 1: of the file for plain text, of the reply for a record in a row."""
    line, column = Lines(checked.record.reply).position(finding.span.start)
    return line + (checked.record.origin.line - 1), column


def name(checked: Checked) -> str:
    """`path` or `path (row 7)`, safe for a terminal."""
    origin = checked.record.origin
    place = f" ({origin.place})" if origin.place else ""
    return one_line(f"{origin.path or '<text>'}{place}")


def by_cost(checked: Checked) -> list[tuple[Finding, int]]:
    """Findings with what they cost, dearest first, then by place."""
    losses = checked.score.losses if checked.score else (0,) * len(checked.findings)
    pairs = list(zip(checked.findings, losses, strict=True))
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].span))


def shown(checked: Checked) -> Iterator[Finding]:
    """Findings that are not suppressed, in order of place."""
    yield from (finding for finding in checked.findings if finding.suppressed is None)
