"""Brackets and quotation marks that were opened and never closed."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Situation
from replylint.checks.typography.fault import Fault
from replylint.expressions import expression
from replylint.model import Span

_OPENED = expression(r"(?<![:;=(_\-8])\((?=[\w«\"+№ ])")
_ELSEWHERE = expression(r"\n\s*\n")


def faults(situation: Situation) -> Iterator[Fault]:
    """Brackets without their other half (a lone «)» is a smile), and quotation marks without theirs."""
    text = situation.reply.text
    if "(" in text:
        yield from _brackets(text)
    if "«" in text or "»" in text:
        yield from _guillemets(text)
    if '"' in text:
        yield from _straight(text)


def _brackets(text: str) -> Iterator[Fault]:
    for found in _OPENED.finditer(text):
        rest = text[found.end() :]
        after = _ELSEWHERE.split(rest, maxsplit=1)[0]
        if ")" not in after and after.strip() and not after.lstrip().startswith("("):
            yield Fault("bracket", Span(found.start(), found.end()))


def _guillemets(text: str) -> Iterator[Fault]:
    """«Nested «quotes» may close at once; what counts is an opening mark with no closing one behind it, and the reverse."""
    last, first = text.rfind("»"), text.find("«")
    for place, mark in enumerate(text):
        if (mark == "«" and place > last) or (mark == "»" and (first < 0 or place < first)):
            yield Fault("quote", Span(place, place + 1))


def _straight(text: str) -> Iterator[Fault]:
    places = [place for place, mark in enumerate(text) if mark == '"' and not text[place - 1 : place].isdigit()]
    inches = text.count('"') - len(places)
    if len(places) % 2 and not inches:
        yield Fault("quote", Span(places[-1], places[-1] + 1))
