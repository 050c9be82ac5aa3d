"""Something else in the place of an answer: a question back, a request for a phone number."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import question
from replylint.checks.asking import Question, questions
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match, Span


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The first hit of `find` (with `asking`, the first question) where the other sentences of the reply answer nothing.

    `excuse`: words that say why it is asked, and words that make it no such thing.
    """
    asked = questions(situation, spec)
    if not asked or situation.found(spec.get("excuse")):
        return
    places = list(_places(situation, spec))
    if places and _evaded(situation, spec, asked, frozenset(number for number, _ in places)):
        yield situation.at(places[0][1])


def _places(situation: Situation, spec: Spec) -> Iterator[tuple[int, Span]]:
    """(sentence, place) of all that stands where an answer should."""
    for hit in excepted(situation.found(spec.get("find")), situation.found(spec.get("except"))):
        yield situation.sentence(hit), situation.span(hit)
    if spec.get("asking"):
        spared = {situation.sentence(hit) for hit in situation.found(spec.get("except"))}
        yield from ((number, place) for number, place in _asking(situation) if number not in spared)


def _asking(situation: Situation) -> Iterator[tuple[int, Span]]:
    """The sentences of the reply that a question mark ends (one inside a link is none)."""
    words = situation.reply.words
    marks = [mark.start for mark in situation.reply.marks if mark.text == "?"]
    for number, sentence in enumerate(situation.reply.sentences):
        if any(sentence.start <= mark < sentence.end for mark in marks):
            yield number, Span(words[sentence.first].start, words[sentence.last - 1].end)


def _evaded(situation: Situation, spec: Spec, asked: list[Question], aside: frozenset[int]) -> bool:
    """Whether the price is left open, or every question is and the rest of the reply says little (`rest_below` words)."""
    left = question.left_open(situation, spec, asked, aside)
    if any(one.kind == "price" for one in left):
        return True
    return len(left) == len(asked) and _rest(situation, spec, aside) < spec["rest_below"]


def _rest(situation: Situation, spec: Spec, aside: frozenset[int]) -> int:
    """How many words of the other sentences say something."""
    idle = {word for hit in situation.found(spec.get("without")) for word in range(hit.first, hit.last)}
    reply = situation.reply
    rest = [sentence for number, sentence in enumerate(reply.sentences) if number not in aside]
    return sum(word not in idle for sentence in rest for word in range(sentence.first, sentence.last))


KIND = Kind(
    {
        **question.KIND.keys,
        "find": "phrases",
        "except": "phrases",
        "asking": "flag",
        "excuse": "phrases",
        "without": "phrases",
        "rest_below": "whole",
    },
    ("rest_below", *question.KIND.needed),
    run,
)
