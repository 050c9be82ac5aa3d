"""Clauses of a reply that none of the customer's words claim: they answer what else was asked."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.evidence import Evidence
from replylint.checks.situation import Situation, Spec
from replylint.checks.stemming import places, shared, stems

FULL = 2
"""A clause of fewer telling words says nothing of its own."""
STUB = 2
"""Figures joined by words of so few letters («в 10:20 и в 13:40») go on with what was said before."""


def spare(situation: Situation, spec: Spec, evidence: Evidence, said: set[str], kinds: tuple[str, ...]) -> int:
    """How many clauses of telling sentences take up no word of `said`, and hold wordings of answers of these types, if any are told."""
    dumb = places(situation.found(spec.get("idle"))) | places(situation.found(spec.get("small")))
    telling = {hit.first for kind in kinds for hit in situation.found(spec.get(f"answer-{kind}"))}
    telling -= places(situation.found(spec.get("answer-how")))
    instead = places(situation.found(spec.get("instead")))
    telling -= places(situation.found(spec.get("requests"))) | places(situation.found(spec.get("no-fact")))
    return sum(
        1
        for clause in clauses(situation, evidence.telling)
        if len([place for place in clause if place not in dumb]) >= FULL
        and any(situation.reply.words[place].kind == "word" and len(situation.reply.words[place].text) > STUB for place in clause)
        and not instead & set(clause)
        and (not kinds or any(place in telling for place in clause))
        and not shared(said, stems(situation.reply.words[place] for place in clause))
    )


def clauses(situation: Situation, sentences: frozenset[int]) -> Iterator[range]:
    """The clauses of sentences: commas, colons, dashes part them."""
    words, text = situation.reply.words, situation.reply.text
    for number in sorted(sentences):
        sentence = situation.reply.sentences[number]
        first = sentence.first
        for place in range(sentence.first, sentence.last):
            after = text[words[place].end : words[place + 1].start] if place + 1 < sentence.last else "."
            if any(mark in after for mark in ",;:—–(/.\n"):
                yield range(first, place + 1)
                first = place + 1
