"""All findings of a report in one row, as the formats of code hosts want them: path, line, range, fingerprint."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from replylint import fingerprint
from replylint.lines import Lines
from replylint.model import SEVERITIES, Checked, Edit, Finding, Fix, LibraryFinding, Origin, Problem, Report, Severity, Span
from replylint.output.places import path
from replylint.output.safe import one_line
from replylint.words import words

_ROW = re.compile(r"(?:row|line) (\d+)")
RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


class Region(NamedTuple):
    """A range of a file that is known to the sign. Columns: code points, UTF-16 units, UTF-8 bytes."""

    line: int
    columns: tuple[int, int, int]
    end_line: int
    end_columns: tuple[int, int, int]


class Item(NamedTuple):
    """A finding, in a reply or about several, and where it stands."""

    rule: str
    category: str
    severity: Severity
    message: str
    why: str
    suggestion: str
    suppressed: str | None
    mark: str
    """The fingerprint, different for every finding of a report."""
    path: str
    place: str
    line: int | None
    """The line of the file, where there is one."""
    region: Region | None = None
    fix: Fix | None = None
    checked: Checked | None = None
    cost: int = 0
    quote: str = ""
    """The words at its place."""
    span: Span = Span(0, 0)
    related: tuple[tuple[Origin, Region | None], ...] = ()

    def told(self) -> str:
        """The message on one line; behind it the place, where a line of the file does not say it all."""
        message = one_line(self.message)
        return f"{message} ({one_line(self.place)})" if self.place else message


def items(report: Report) -> list[Item]:
    """Every finding of the report, the suppressed too: of the replies in their order, then of the library."""
    found = [*(item for checked in report.checked for item in _of(checked)), *map(_general, report.library)]
    marks = fingerprint.numbered(item.mark for item in found)
    return [item._replace(mark=mark) for item, mark in zip(found, marks, strict=True)]


def open_items(report: Report) -> list[Item]:
    """Those that nobody suppressed."""
    return [item for item in items(report) if item.suppressed is None]


def worst_first(found: list[Item]) -> list[Item]:
    """The dearest severity first, then the dearest finding; else in their order."""
    return sorted(found, key=lambda item: (-RANK[item.severity], -item.cost))


def _of(checked: Checked) -> Iterator[Item]:
    origin = checked.record.origin
    lines = Lines(checked.record.reply)
    losses = checked.score.losses if checked.score else (0,) * len(checked.findings)
    for finding, cost in sorted(zip(checked.findings, losses, strict=True), key=lambda pair: pair[0].span):
        place = region(lines, finding.span, origin)
        yield Item(
            *finding[:5], finding.suggestion, finding.suppressed, fingerprint.of(checked, finding), host_path(origin.path), origin.place,
            place.line if place else file_line(origin, finding.span.start), place, finding.fix, checked, cost,
            lines.text[slice(*finding.span)], finding.span,
            tuple((origin, region(lines, span, origin)) for span in finding.related),
        )  # fmt: skip


def _general(finding: LibraryFinding) -> Item:
    """It stands at the first of the replies that it is about."""
    places = [(place.origin, region(Lines(place.text), place.span, place.origin)) for place in finding.places]
    origin, place = places[0] if places else (Origin(), None)
    line = (place.line if place else file_line(origin, finding.places[0].span.start)) if places else None
    return Item(
        *finding[:5], finding.suggestion, finding.suppressed, fingerprint.of_library(finding), host_path(origin.path), origin.place,
        line, place, quote=finding.places[0].text[slice(*finding.places[0].span)] if places else "", related=tuple(places[1:]),
    )  # fmt: skip


def file_line(origin: Origin, offset: int = 0) -> int | None:
    """The line of the file at which a sign of a record stands, or the record begins; None in a workbook."""
    if origin.marks:
        return origin.marks[max(0, bisect_right(origin.marks, offset, key=lambda one: one.offset) - 1)].line
    row = _ROW.fullmatch(origin.place)
    if row:
        return int(row[1])
    return origin.line if origin.line > 1 or not origin.place else None


def region(lines: Lines, span: Span, origin: Origin) -> Region | None:
    """The range of a span in its file; None where the file holds the reply in other signs (a cell, an escaped string)."""
    if origin.place:
        return None
    (start, columns), (end, end_columns) = _position(lines, span.start), _position(lines, span.end)
    return Region(start + origin.line - 1, columns, end + origin.line - 1, end_columns)


def _position(lines: Lines, offset: int) -> tuple[int, tuple[int, int, int]]:
    line, column = lines.position(offset)
    piece = lines.text[lines.line_start(line) : offset]
    return line, (column, lines.utf16_column(offset), len(piece.encode("utf-8", "surrogatepass")) + 1)


def edit_region(item: Item, edit: Edit) -> Region | None:
    """The range of an edit in the file."""
    record = item.checked.record if item.checked else None
    return region(Lines(record.reply), edit.span, record.origin) if record else None


def host_path(given: str) -> str:
    """A path as code hosts compare it with those of the repository: `/`, no `./` before it."""
    return path(given).removeprefix("./") or "<text>"


def problem_line(problem: Problem) -> int | None:
    """The line at which a problem stands."""
    row = _ROW.fullmatch(problem.place)
    return int(row[1]) if row else None


def problem_told(problem: Problem) -> str:
    """A problem's message on one line, with its place."""
    message = one_line(problem.message)
    return f"{message} ({one_line(problem.place)})" if problem.place else message


def problem_mark(problem: Problem) -> str:
    """A fingerprint for a problem."""
    return fingerprint.fingerprint(problem.path, "problem", f"{problem.place} {problem.message}")


def joined(fix: Fix, text: str) -> Edit:
    """The edits of a fix as one, from the first to the last of them."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    start, place, mended = edits[0].span.start, edits[0].span.start, ""
    for edit in edits:
        mended += text[place : edit.span.start] + edit.text
        place = max(place, edit.span.end)
    return Edit(Span(start, place), mended)


def closing_line(report: Report) -> str:
    """«3 ответа: 5 замечаний, средняя оценка 71», with the findings about the library."""
    from replylint.output.summary import mean

    own = words(report.language)
    scores = [checked.score.value for checked in report.checked if checked.score]
    parts = [own.amount(sum(finding.suppressed is None for finding in _all(report)), "finding")]
    if scores:
        parts.append(mean(scores, own))
    if report.problems:
        parts.append(f"{len(report.problems)} {own.form(len(report.problems), 'problem')}")
    return f"{own.amount(len(report.checked), 'draft')}: {', '.join(parts)}"


def _all(report: Report) -> Iterator[Finding | LibraryFinding]:
    for checked in report.checked:
        yield from checked.findings
    yield from report.library
