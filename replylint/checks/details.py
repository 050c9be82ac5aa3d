"""Rules told in short: where to read them in full — said, or known from the house's own list of topics."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import phrase
from replylint.checks.lacking import behind
from replylint.checks.situation import Kind, Situation, Spec
from replylint.checks.topic import named
from replylint.model import Edit, Fix, Match


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """A topic of `profile.faq` in the message and no link in the reply; else what the phrases of `find` show."""
    if situation.found(spec.get("place")) or situation.context.facts.get("links_allowed") is False:
        return
    topic = next((topic for topic in situation.profile.faq if named(situation.message, topic)), "")
    if topic and not situation.asked(spec.get("own")):
        yield _linked(situation, situation.profile.faq[topic])
    elif "find" in spec and ("summary" not in spec or situation.found(spec["summary"])):
        yield from phrase.run(situation, spec)


def _linked(situation: Situation, link: str) -> Match:
    """At the end of the reply, with the link to add. Somebody should read how it fits in."""
    place = behind(situation)
    end = "" if situation.reply.text[: place.end].endswith((".", "!", "?", "…")) else "."
    return Match(place, {"found": "", "link": f": {link}"}, Fix((Edit(place, f"{end} Подробнее: {link}"),), safe=False), severity="minor")


KIND = Kind({**phrase.KIND.keys, "place": "phrases", "summary": "phrases", "own": "phrases"}, (), run)
"""`place`: the reply says where to read on; `summary`: only replies with these words; `own`: the message is about one case."""
