"""Stock phrases: each costs a little; where they are most of the reply, the first of them costs more."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match

FULL = 100


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Each hit of `find`; the first is major where stock words are more than `share` per cent of the reply."""
    hits = excepted(situation.found(spec["find"]), situation.found(spec.get("except")))
    stock = sum(hit.last - hit.first for hit in hits)
    mostly = stock * FULL > spec["share"] * len(situation.reply.words)
    for number, hit in enumerate(hits):
        found = situation.at(situation.span(hit))
        yield Match(found.span, found.words, severity="major" if mostly and number == 0 else None)


KIND = Kind({"find": "phrases", "except": "phrases", "share": "whole"}, ("find", "share"), run)
