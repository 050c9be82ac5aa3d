"""Does the reply keep the talk going: a question, or an offer that invites one?"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec, in_scope
from replylint.model import Match, Span


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Zero-width at the end where the last sentences (`last`) hold neither «?» nor a phrase of `find`."""
    last = spec.get("last", 2)
    sentences = situation.reply.sentences[-last:]
    start = sentences[0].start if sentences else 0
    asked = "?" in situation.reply.text[start:]
    if not asked and not in_scope(situation, situation.found(spec["find"]), f"last {last}"):
        place = len(situation.reply.text.rstrip())
        yield Match(Span(place, place), {"found": ""})


KIND = Kind({"find": "phrases", "last": "whole"}, ("find",), run)
