"""A serious charge of the customer's (harm, danger, theft, a breach of law) wants an answer in earnest."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.evidence import deeds
from replylint.checks.lacking import lacking
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match, Span


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match where a charge is made and the reply jokes (on the joke), or neither says what is done nor takes it in earnest."""
    if not excepted(situation.asked(spec["charge"]), situation.asked(spec.get("figurative"))):
        return
    if joke := _joke(situation, spec):
        yield situation.at(joke)
    elif not _earnest(situation, spec):
        yield lacking(situation)


def _earnest(situation: Situation, spec: Spec) -> bool:
    """Whether some words of the reply take the charge up in earnest, or some deed of ours does."""
    if excepted(situation.found(spec["answer"]), situation.found(spec.get("hollow-answer"))):
        return True
    if situation.found(spec.get("belittle")):
        return False  # who talks the harm down and sends money back does not take it in earnest
    idle = {situation.sentence(hit) for hit in situation.found(spec.get("treat"))}
    return any(number not in idle for number in deeds(situation, spec))


def _joke(situation: Situation, spec: Spec) -> Span | None:
    """Where the reply laughs."""
    hits = excepted(situation.found(spec.get("joke")), situation.found(spec.get("no-joke")))
    if hits:
        return situation.span(hits[0])
    text = situation.reply.text
    starts = [(text.find(sign), len(sign)) for sign in spec.get("signs", ()) if sign in text]
    return Span(start := min(starts)[0], start + min(starts)[1]) if starts else None


KIND = Kind(
    {
        **dict.fromkeys(
            ("charge", "figurative", "answer", "hollow-answer", "treat", "belittle", "joke", "no-joke", "deed", "hollow", "idle"),
            "phrases",
        ),
        "signs": "texts",
    },
    ("charge", "answer"),
    run,
)
