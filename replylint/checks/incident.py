"""A known incident: does the reply say how it stands, and when there will be news?"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec
from replylint.checks.stemming import places, shared, stems
from replylint.model import Match, Span
from replylint.text import analyse

ENOUGH = 2
"""A message that uses so many words of an incident (or all, if it has fewer) speaks of it."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match at the end where the message speaks of an incident of the house and the reply lacks its state or a time."""
    incident = _named(situation, spec)
    if incident and not (situation.found(spec["find"]) and situation.found(spec["time"])):
        place = len(situation.reply.text.rstrip())
        yield Match(Span(place, place), {"found": "", "incident": incident})


def _named(situation: Situation, spec: Spec) -> str:
    """The incident that the message speaks of, "" for none."""
    small = places(situation.asked(spec.get("small")))
    told = stems(word for place, word in enumerate(situation.message.words) if place not in small)
    for incident in situation.profile.incidents:
        words = stems(analyse(incident).words)
        if words and len(shared(words, told)) >= min(ENOUGH, len(words)):
            return incident
    return ""


KIND = Kind(dict.fromkeys(("find", "time", "small"), "phrases"), ("find", "time"), run)
