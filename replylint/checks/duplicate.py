"""A reply that says again, almost word for word, what the agent wrote earlier in the talk."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span
from replylint.text import Document

LEAST_WORDS = 5
"""Shorter replies («Спасибо, ждём вас!») may stand twice."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The whole reply, where an earlier one of the agent's is as good as the same."""
    if not situation.earlier:
        return
    reply = _words(situation.reply)
    if len(reply) < LEAST_WORDS:
        return
    for earlier in situation.earlier:
        said = _words(earlier.document) if earlier.author == "agent" else []
        if said and _alike(reply, said) * 100 >= spec.get("percent", 90):
            text = situation.reply.text
            span = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
            yield situation.at(span)
            return


def _words(document: Document) -> list[str]:
    return ["0" if word.kind == "number" else word.norm for word in document.words]


def _alike(one: list[str], other: list[str]) -> float:
    """How much two texts share, 0 to 1."""
    if min(len(one), len(other)) * 2 < max(len(one), len(other)):
        return 0.0
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


KIND = Kind({"percent": "whole", "same": "text", "library_bad": "texts", "library_good": "texts"}, (), run)
