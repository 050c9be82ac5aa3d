"""The customer writes about something that is broken for many now: the reply tells how things stand."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.lacking import lacking
from replylint.checks.situation import Kind, Situation, Spec
from replylint.checks.topic import named
from replylint.model import Match


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Zero-width at the end unless the reply says that it works again, or that it is being mended and when news comes."""
    broken = next((text for text in situation.profile.incidents if named(situation.message, text)), "")
    told = situation.found(spec["solved"]) or (situation.found(spec["status"]) and situation.found(spec["news"]))
    if broken and not told:
        yield lacking(situation, incident=broken)


KIND = Kind({"status": "phrases", "solved": "phrases", "news": "phrases"}, ("status", "solved", "news"), run)
