"""The customer has waited longer than they should, and the reply does not say so."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Zero-width at the start unless the reply has a phrase of `find`; `waited` and `promised` are words for the message."""
    if not situation.found(spec.get("find")):
        text = situation.reply.text
        place = len(text) - len(text.lstrip())
        yield Match(Span(place, place), {"found": "", **situation.wait._asdict()})


KIND = Kind({"find": "phrases"}, (), run)
