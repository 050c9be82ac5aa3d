"""The most frequent faults, with examples out of the answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from replylint.trainer.model import Grades, Tally
from replylint.trainer.outputs.wording import charged

FAULTS = 10
EXAMPLES = 2
QUOTE = 90
AROUND = 30


class Quote(NamedTuple):
    """A fragment of an answer with what stands before and behind it."""

    before: str
    found: str
    after: str


class Fault(NamedTuple):
    """A frequent fault, with examples."""

    title: str
    times: int
    cost: int
    quotes: tuple[Quote, ...]
    """Fragments; of what nothing shows, what is said of it."""


def faults(grades: Grades) -> list[Fault]:
    """The most frequent faults; those that cost nothing are advice and do not count."""
    return [_fault(one, grades) for one in [one for one in grades.faults if one.cost][:FAULTS]]


def _fault(tally: Tally, grades: Grades) -> Fault:
    title = grades.rulebook.titles.get(tally.rule, tally.rule)
    found: dict[str, Quote] = {}
    for quote in _quotes(tally.rule, grades):
        found.setdefault((quote.found or quote.before).casefold(), quote)
        if len(found) == EXAMPLES:
            break
    return Fault(title, tally.times, tally.cost, tuple(found.values()))


def _quotes(rule: str, grades: Grades) -> Iterator[Quote]:
    for grade in (one for person in grades.trainees for one in person.grades):
        for finding in (one.finding for one in charged(grade)):
            if finding.rule == rule and finding.suppressed is None:
                empty = finding.span.start == finding.span.end
                yield Quote(finding.message, "", "") if empty else _quote(grade.submission.answer, *finding.span)


def _quote(text: str, start: int, end: int) -> Quote:
    """The fragment on one line, with a few words around it."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    before = before if start <= AROUND else f"…{before.partition(' ')[2]}"
    after = after if end + AROUND >= len(text) else f"{after.rpartition(' ')[0]}…"
    found = text[start:end] if end - start <= QUOTE else f"{text[start : start + QUOTE]}…"
    return Quote(_flat(before), _flat(found), _flat(after))


def _flat(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
