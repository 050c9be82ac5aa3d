"""Is there anything in the reply that one can check?"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.answering import lists
from replylint.checks.evidence import asking_back, deed_hits, evading, gathered
from replylint.checks.lacking import lacking
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.checks.spare import clauses
from replylint.checks.stemming import places, shared, stems
from replylint.model import Match

ASKING = ("question", "price")
"""Intents under which an answer («не требуется», «нажмите») is fact enough."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One zero-width match at the end where no fact stands outside of what only looks like one (`except`, `evasive`, `idle`)."""
    asking = situation.context.known["intent"].value in ASKING
    hits = list(situation.found(spec["find"]))
    if asking:
        hits += [hit for key in ANSWERS for hit in excepted(situation.found(spec.get(key)), situation.found(spec.get("hollow")))]
    evasive = evading(situation, spec) | asking_back(situation, spec)
    if _done(situation, spec, evasive):
        return
    figures = [hit for hit in hits if any(word.kind == "number" for word in situation.reply.words[hit.first : hit.last])]
    hard = [*figures, *excepted(hits, situation.found(spec.get("soft")))]
    kept = [hit for hit in excepted(hard, situation.found(spec.get("except"))) if situation.sentence(hit) not in evasive]
    if not excepted(kept, situation.found(spec.get("idle"))) and not (asking and _to_the_point(situation, spec, evasive)):
        yield lacking(situation)


def _done(situation: Situation, spec: Spec, evasive: frozenset[int]) -> bool:
    """Whether a deed is told, if need be in another clause than the one that evades: «Срок зависит от банка, деньги отправила»."""
    dodging = places(situation.found(spec.get("evasive")))
    plain = {place for clause in clauses(situation, evading(situation, spec)) if dodging.isdisjoint(clause) for place in clause}
    return any(situation.sentence(hit) not in evasive or hit.first in plain for hit in deed_hits(situation, spec))


def _to_the_point(situation: Situation, spec: Spec, evasive: frozenset[int]) -> bool:
    """Whether a sentence that neither evades nor thanks takes up a word of the question."""
    said, told = (
        places(situation.asked(spec.get("small"))),
        places([*situation.found(spec.get("small")), *situation.found(spec.get("idle"))]),
    )
    if lists(situation, gathered(situation, spec)):
        return True
    if situation.context.facts.get("price_question"):
        return False  # to speak of what the price is asked of is no fact
    asked = stems(word for place, word in enumerate(situation.message.words) if place not in said)
    return any(
        shared(asked, stems(situation.reply.words[place] for place in range(sentence.first, sentence.last) if place not in told))
        for number, sentence in enumerate(situation.reply.sentences)
        if number not in evasive
    )


ANSWERS = ("steps", "permissions", "choices", "conditions")
KIND = Kind(
    dict.fromkeys(("find", "except", "soft", "asks-back", "evasive", "idle", "small", "deed", "hollow", *ANSWERS), "phrases"),
    ("find",),
    run,
)
