"""A refusal without what must go with it: its reason beside it, or a way out anywhere in the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks.phrase import match
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match
from replylint.pattern.match import Hit


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The first refusal that nothing of `with` accompanies, beside it or (`onwards`) anywhere after the sentence before it."""
    if len(situation.reply.words) > spec.get("at_most", len(situation.reply.words)):
        return
    hits = excepted(situation.found(spec["find"]), situation.found(spec.get("except")))
    company = {situation.sentence(hit) for hit in excepted(situation.found(spec["with"]), hits)}
    for hit in hits:
        number = situation.sentence(hit)
        reach = range(number - 1, len(situation.reply.sentences) if spec.get("onwards") else number + 2)
        if company.isdisjoint(reach) and not _asked(situation, hit) and not (spec.get("colon") and _explained(situation, hit)):
            yield match(situation, hit, spec)
            return


_OPENS = re.compile(r":(?!-?[()])|\s[—–-]\s")
"""A colon that is no smile, or a dash."""


def _explained(situation: Situation, hit: Hit) -> bool:
    """Whether a colon or a dash in the sentence opens an explanation: «с коляской нельзя: лестница узкая»."""
    sentence = situation.reply.sentences[situation.sentence(hit)]
    rest = situation.reply.text[situation.span(hit).end : sentence.end]
    return bool(_OPENS.search(rest))


def _asked(situation: Situation, hit: Hit) -> bool:
    """Whether the sentence is a question: «нельзя ли перенести?» refuses nothing."""
    sentence = situation.reply.sentences[situation.sentence(hit)]
    return situation.reply.text[sentence.start : sentence.end].rstrip().endswith("?")


KIND = Kind(
    {"find": "phrases", "except": "phrases", "with": "phrases", "onwards": "flag", "colon": "flag", "at_most": "whole"},
    ("find", "with"),
    run,
)
