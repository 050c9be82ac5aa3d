"""Where something missing is shown: on words that make it visible, else at the end of the reply, where it should be added."""

from __future__ import annotations

from replylint.checks.situation import Situation
from replylint.model import Match, Span


def behind(situation: Situation) -> Span:
    """The place behind the last word of a reply."""
    place = len(situation.reply.text.rstrip())
    return Span(place, place)


def lacking(situation: Situation, marks: int | None = None, **words: str) -> Match:
    """The match of something missing; `marks`: the phrases that show it."""
    shown = situation.found(marks)
    return situation.at(situation.span(shown[0]), **words) if shown else Match(behind(situation), {"found": "", **words})
