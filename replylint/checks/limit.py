"""A reply longer than its channel carries: what the platform rejects, and what nobody reads in public."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """What stands beyond the platform's limit of characters (critical), else beyond `words` words."""
    text = situation.reply.text.rstrip()
    most = situation.platform.max_chars
    if most and len(text.lstrip()) > most:
        start = len(text) - len(text.lstrip()) + most
        size = f"{len(text.lstrip())} > {most}"
        yield Match(Span(start, len(text)), {**situation.at(Span(start, len(text))).words, "size": size}, severity="critical")
        return
    words = situation.reply.words
    # an answer to a review of many points may be as long as the review
    allowed = max(spec["words"], len(situation.message.words))
    if len(words) > allowed and not situation.found(spec.get("except")):
        span = Span(words[allowed].start, len(text))
        yield Match(span, {**situation.at(span).words, "size": f"{len(words)} > {allowed}"})


KIND = Kind({"words": "whole", "except": "phrases"}, ("words",), run)
