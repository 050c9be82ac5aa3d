"""Stock phrases: each costs a little; where they are most of the reply, the first of them costs more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match
from replylint.pattern.match import Hit

FULL = 100


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Each hit of `find`; the first is major where stock words are over `share` per cent of the reply."""
    hits = excepted(situation.found(spec["find"]), situation.found(spec.get("except")))
    if _only_closing(situation, hits, spec):
        return
    mostly = sum(hit.last - hit.first for hit in hits) * FULL > spec["share"] * len(situation.reply.words)
    for number, hit in enumerate(hits):
        found = situation.at(situation.span(hit))
        yield Match(found.span, found.words, severity="major" if mostly and number == 0 else None)


def _only_closing(situation: Situation, hits: Sequence[Hit], spec: Spec) -> bool:
    """Whether all there is is one polite line (of `courtesy`) at the end: that is fine after an answer."""
    polite = len(hits) == 1 and not excepted(hits, situation.found(spec.get("courtesy")))
    return polite and situation.sentence(hits[0]) >= max(1, len(situation.reply.sentences) - 2)


KIND = Kind({"find": "phrases", "courtesy": "phrases", "except": "phrases", "share": "whole"}, ("find", "share"), run)
