"""A page for people: one file without scripts or anything from a network, light and dark, printable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.model import SEVERITIES, Checked, Edit, Report, Score, Severity, Span
from replylint.output import Look
from replylint.output.items import RANK, Item, closing_line, host_path, items, problem_told
from replylint.output.places import title
from replylint.output.safe import one_line, safe
from replylint.output.said import said
from replylint.words import Words, words

if TYPE_CHECKING:
    from jinja2 import Template

WORD = 40
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"\w+$"), re.compile(r"\w+")


class Piece(NamedTuple):
    """A part of a reply: the severity of what was found in it, and the numbers of the findings that begin there."""

    text: str
    severity: Severity | None
    numbers: tuple[int, ...]


class Shown(NamedTuple):
    """A finding as the page shows it."""

    item: Item
    number: int
    spot: str
    title: str
    advice: str
    """The message without the title, where it begins with that."""
    changes: tuple[tuple[str, str], ...]
    """What stands there and what should: pairs."""


class Draft(NamedTuple):
    """A reply as the page shows it."""

    number: int
    name: str
    score: Score | None
    verdict: str
    pieces: tuple[Piece, ...]
    found: tuple[Shown, ...]
    hidden: tuple[Item, ...]


def render(report: Report, _format: str, _look: Look) -> str:
    """The page. Jinja2 is imported here: only this format needs it."""
    found = items(report)
    general = [item for item in found if not item.checked]
    rules = {item.rule: item for item in reversed(found) if item.why.strip()}
    return _template().render(
        own=words(report.language),
        said=said(report.language),
        report=report,
        closing=closing_line(report),
        counts=[(severity, _count(found, severity)) for severity in reversed(SEVERITIES) if _count(found, severity)],
        problems=[(host_path(problem.path), problem_told(problem)) for problem in report.problems],
        drafts=list(_drafts(report, found)),
        library=[_shown(report, item, number) for number, item in enumerate(general, 1)],
        rules=sorted(((_title(report, name), item) for name, item in rules.items()), key=lambda pair: (pair[0], pair[1].rule)),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("replylint", "output"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=_visible, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters["line"] = one_line
    return environment.get_template("page.html.jinja")


def _visible(value: Any) -> Any:
    """Whatever the page shows has no invisible signs."""
    return safe(value) if type(value) is str else value


def _count(found: Sequence[Item], severity: Severity) -> int:
    return sum(item.severity == severity and item.suppressed is None for item in found)


def _title(report: Report, rule: str) -> str:
    return report.rulebook.titles.get(rule, rule)


def _drafts(report: Report, found: Sequence[Item]) -> Iterator[Draft]:
    own = words(report.language)
    mine: dict[int, list[Item]] = {}
    for item in found:
        mine.setdefault(id(item.checked), []).append(item)
    for number, checked in enumerate(report.checked, 1):
        all_of_it = mine.get(id(checked), [])
        open_ones = [item for item in all_of_it if item.suppressed is None]
        shown = tuple(_shown(report, item, n) for n, item in enumerate(open_ones, 1))
        hidden = tuple(item for item in all_of_it if item.suppressed is not None)
        origin = checked.record.origin
        yield Draft(
            number,
            title(origin.path, origin.place, own),
            checked.score,
            _verdict(checked, own),
            tuple(_pieces(checked, shown)),
            shown,
            hidden,
        )


def _verdict(checked: Checked, own: Words) -> str:
    return own.band[checked.score.band] if checked.score else own.text["not_scored"]


def _shown(report: Report, item: Item, number: int) -> Shown:
    spot = said(report.language)["line"].format(n=item.line) if item.line and not item.place else ""
    if not item.checked:
        spot = title(item.path, item.place, words(report.language))
    changes: tuple[tuple[str, str], ...] = ()
    if item.fix and item.checked:
        reply = item.checked.record.reply
        changes = tuple(_change(reply, edit) for edit in item.fix.edits)
    name = _title(report, item.rule)
    head, _, rest = item.message.partition(": ")
    told = rest[:1].upper() + rest[1:] if rest and head.casefold() == name.casefold() else item.message
    return Shown(item, number, spot, name, told, changes)


def _change(reply: str, edit: Edit) -> tuple[str, str]:
    """What stands there and what should, as whole words."""
    start, end = edit.span
    before = _WORD_BEFORE.search(reply, max(0, start - WORD), start) if reply[start:end][:1].isalnum() else None
    behind = _WORD_BEHIND.match(reply, end, end + WORD) if reply[start:end][-1:].isalnum() else None
    left, right = before[0] if before else "", behind[0] if behind else ""
    return left + reply[start:end] + right, left + edit.text + right


def _pieces(checked: Checked, shown: Sequence[Shown]) -> Iterator[Piece]:
    """The reply cut where findings begin and end; a place where something is missing is an empty piece."""
    reply = checked.record.reply
    spans = [(entry.item.span, entry) for entry in shown]
    cuts = sorted({0, len(reply), *(place for span, _ in spans for place in span)})
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        missing = [entry for span, entry in spans if span == Span(start, start)]
        if missing:
            yield Piece("", _worst(missing), tuple(entry.number for entry in missing))
        over = [entry for span, entry in spans if span.start <= start and end <= span.end and start < end]
        begun = tuple(entry.number for span, entry in spans if span.start == start < span.end)
        if start < end:
            yield Piece(reply[start:end].replace("\r\n", "\n"), _worst(over) if over else None, begun)


def _worst(entries: Sequence[Shown]) -> Severity:
    return max((entry.item.severity for entry in entries), key=RANK.__getitem__)
