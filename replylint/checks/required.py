"""Something a reply must have, and has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from replylint.checks.situation import Kind, Situation, Spec, excepted, in_scope
from replylint.model import Edit, Fix, Match, Span
from replylint.pattern.match import Hit

LONG = 4
"""Words shorter than this tell nothing."""
ENDING = 2
"""So many last letters may differ between the forms of a word."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match where nothing of `find` or `bare` is in scope: on the words of `mark` if there are any, else zero-width."""
    hits = in_scope(
        situation,
        [
            *situation.found(spec["find"]),
            *_bare(situation, spec),
            *_retold(situation, spec),
            *_sorry(situation, spec),
            *_imagined(situation, spec),
        ],
        spec.get("scope", ""),
    )
    if excepted(hits, situation.found(spec.get("except"))) or _otherwise(situation, spec):
        return
    marks = situation.found(spec.get("mark"))
    if marks:
        span = situation.span(marks[0])
        yield Match(span, situation.at(span).words, _insertion(situation, spec))
        return
    place = _place(situation, spec)
    yield Match(Span(place, place), {"found": ""}, _insertion(situation, spec))


def _otherwise(situation: Situation, spec: Spec) -> list[Hit]:
    """Hits of `or_find`, a wider net, that `or_except` does not take back; it leaves the hits of `find` alone."""
    return excepted(
        in_scope(situation, situation.found(spec.get("or_find")), spec.get("scope", "")), situation.found(spec.get("or_except"))
    )


def _bare(situation: Situation, spec: Spec) -> list[Hit]:
    """Hits of `bare`: they open a sentence that holds none of `acts` (a sentence without a verb)."""
    acting = {situation.sentence(hit) for hit in situation.found(spec.get("acts"))}
    found = [(hit, situation.sentence(hit)) for hit in situation.found(spec.get("bare"))]
    return [hit for hit, number in found if number not in acting and situation.reply.sentences[number].first == hit.first]


def _retold(situation: Situation, spec: Spec) -> Iterator[Hit]:
    """Sentences that tell back what the customer went through, and no more: `retold` words of the message without a deed.

    One word will do where somebody begs pardon and says what they themself do (`owned`).
    """
    if not spec.get("retold"):
        return
    least = 1 if situation.found(spec.get("owned")) and situation.found(spec.get("sorry")) else spec["retold"]
    for hit in _still(situation, spec):
        if _told(situation, range(hit.first, hit.last)) >= least:
            yield hit


def _imagined(situation: Situation, spec: Spec) -> Iterator[Hit]:
    """Sentences that go through it in the mind: their only verbs are those of `imagined` («час смотреть на закрытую дверь»)."""
    held = {situation.sentence(hit) for hit in situation.found(spec.get("imagined"))}
    yield from (hit for hit in _still(situation, spec) if held and situation.sentence(hit) in held)


def _still(situation: Situation, spec: Spec) -> Iterator[Hit]:
    """Sentences in which nobody does a thing: they hold none of `acts`, and ask nothing."""
    acting = {situation.sentence(hit) for hit in situation.found(spec.get("acts"))}
    for number, sentence in enumerate(situation.reply.sentences):
        asks = situation.reply.text[sentence.start : sentence.end].rstrip().endswith("?")
        if number not in acting and not asks:
            yield Hit(sentence.first, sentence.last, 0)


def _sorry(situation: Situation, spec: Spec) -> Iterator[Hit]:
    """Sentences that beg pardon (`sorry`, not `half`) for what the customer told: `retold` words of the message beside those of `small`."""
    halved = {situation.sentence(hit) for hit in situation.found(spec.get("half"))}
    small = {word for hit in situation.found(spec.get("small")) for word in range(hit.first, hit.last)}
    for number in sorted({situation.sentence(hit) for hit in situation.found(spec.get("sorry"))} - halved):
        sentence = situation.reply.sentences[number]
        words = [word for word in range(sentence.first, sentence.last) if word not in small]
        if _told(situation, words) >= spec["retold"]:
            yield Hit(sentence.first, sentence.last, 0)


def _told(situation: Situation, words: Iterable[int]) -> int:
    """How many of these words of the reply are words of the message."""
    said = {word.norm for word in situation.message.words if len(word.norm) >= LONG}
    norms = [situation.reply.words[word].norm for word in words]
    return sum(1 for norm in norms if len(norm) >= LONG and any(_kin(norm, other) for other in said))


def _kin(one: str, other: str) -> bool:
    """Whether two words may be forms of one: they differ in their last letters at most."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared >= LONG - 1 and shared >= max(len(one), len(other)) - ENDING


def _place(situation: Situation, spec: Spec) -> int:
    text = situation.reply.text
    if spec.get("at", "end") == "start":
        return len(text) - len(text.lstrip())
    return len(text.rstrip())


def _insertion(situation: Situation, spec: Spec) -> Fix | None:
    """The text of `insert` put in place; `{name}` in it needs a usable name, else the part in […] is left out."""
    template = spec.get("insert")
    if not template:
        return None
    before, bracket, rest = template.partition("[")
    inner, _, after = rest.partition("]")
    name = situation.address.usable if not situation.address.used else ""
    text = before + (inner.replace("{name}", name) if name and bracket else "") + after
    place = _place(situation, spec)
    return Fix((Edit(Span(place, place), text),), safe=True)


KIND = Kind(
    {
        "find": "phrases",
        "bare": "phrases",
        "acts": "phrases",
        "imagined": "phrases",
        "owned": "phrases",
        "except": "phrases",
        "or_find": "phrases",
        "or_except": "phrases",
        "scope": "text",
        "at": "text",
        "mark": "phrases",
        "insert": "text",
        "retold": "whole",
        "sorry": "phrases",
        "half": "phrases",
        "small": "phrases",
    },
    ("find",),
    run,
)
