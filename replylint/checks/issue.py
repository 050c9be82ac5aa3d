"""Does the reply speak of what the customer complains about? Issues come in families: «не привезли» and «опоздали» are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from replylint.checks.evidence import deeds
from replylint.checks.lacking import lacking
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.checks.stemming import places, shared, stems
from replylint.model import Match
from replylint.pattern.match import Hit

FAMILIES = ("late", "money", "quality", "packaging", "staff", "size", "app", "queue", "clean", "food", "mixup", "cancel", "contact", "care")
"""What complaints are about. For each the rule gives the words that speak of it, on either side."""
TELLING = 4
"""A message of so many words of its own tells what happened."""
LEFT_OVER = 2
"""A reply with so few words beside stock phrases (a name) says nothing."""
TOLD = 5
"""A sentence of so many words with a figure tells something."""
TALE = 80
"""A message of more words tells many things: which of them are flaws of ours is not sure."""
ENOUGH = 2
"""A reply that repeats so many words of the message speaks of the same thing; where it feels with the customer one will do."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match where the message names an issue and the reply neither its family, nor a remedy, nor its words."""
    if situation.context.known["intent"].value == "praise":
        yield from _flaw(situation, spec)
        return
    named = [family for family in FAMILIES if excepted(situation.asked(spec[family]), situation.asked(spec.get("stock")))]
    if _remedied(situation, spec) or _figured(situation, spec) or deeds(situation, spec) or not (named or _only_stock(situation, spec)):
        return
    if any(excepted(situation.found(spec[family]), situation.found(spec.get("stock"))) for family in named):
        return
    echoed = _echoed(situation, spec, range(len(situation.reply.sentences)))
    if len(echoed) >= ENOUGH or _echoed(situation, spec, {situation.sentence(hit) for hit in situation.found(spec.get("caring"))}):
        return
    yield lacking(situation, spec.get("mark"))


def _flaw(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match where praise names a flaw («минус — жёсткий матрас») that the reply passes by."""
    labels = [hit for hit in situation.asked(spec.get("flaw-label")) if _labels(situation, hit)]
    flaws = excepted([*situation.asked(spec.get("flaw")), *labels], situation.asked(spec.get("flaw-none")))
    if not flaws or len(situation.message.words) > TALE or situation.found(spec.get("flaw-taken")) or _remedied(situation, spec):
        return
    sentence = situation.message.sentences[situation.message.sentence_of(flaws[0].first)]
    small = places(situation.asked(spec.get("small")))
    told = places(hit for key in ("small", "idle", "stock") for hit in situation.found(spec.get(key)))
    words = [situation.message.words[place] for place in range(flaws[0].last, sentence.last) if place not in small]
    said = stems(words)
    if len(said) >= ENOUGH and not shared(said, stems(word for place, word in enumerate(situation.reply.words) if place not in told)):
        yield lacking(situation)


def _remedied(situation: Situation, spec: Spec) -> bool:
    """Whether the reply offers a remedy, not just to talk, or says no to what was asked for."""
    pairs = (("remedy", "no-remedy"), ("refusal", "no-refusal"))
    return any(excepted(situation.found(spec.get(said)), situation.found(spec.get(but))) for said, but in pairs)


def _figured(situation: Situation, spec: Spec) -> bool:
    """Whether a sentence free of stock talk names a figure or a time and says something with it."""
    hits = [hit for key in ("stock", "idle", "mark", "hollow") for hit in situation.found(spec.get(key))]
    stock = {situation.sentence(hit) for hit in hits}
    empty = places(situation.found(spec.get("no-fact")))
    figures = places(situation.found(spec.get("when-told"))) | {
        place for place, word in enumerate(situation.reply.words) if word.kind == "number"
    }
    return any(
        sentence.size >= TOLD and not (figures - empty).isdisjoint(range(sentence.first, sentence.last))
        for number, sentence in enumerate(situation.reply.sentences)
        if number not in stock
    )


def _only_stock(situation: Situation, spec: Spec) -> bool:
    """Whether the reply to a message that tells something holds nothing but thanks, wishes and stock phrases."""
    small = places(situation.asked(spec.get("small")))
    said = stems(word for place, word in enumerate(situation.message.words) if place not in small)
    keys = ("idle", "stock", "small", "caring", "mark")
    told = {place for key in keys for place in places(situation.found(spec.get(key)))}
    return len(said) >= TELLING and len(situation.reply.words) - len(told) <= LEFT_OVER


def _labels(situation: Situation, hit: Hit) -> bool:
    """Whether a colon or a dash follows: «минус — жёсткий матрас»."""
    return situation.message.text[situation.message.words[hit.last - 1].end :].lstrip()[:1] in (":", "—", "–", "-")


def _echoed(situation: Situation, spec: Spec, sentences: Iterable[int]) -> set[str]:
    """Words of the message that these sentences repeat; small words and stock phrases do not count."""
    said, told = places(situation.asked(spec.get("small"))), places(situation.found(spec.get("small")))
    told |= places(situation.found(spec.get("stock"))) | places(situation.found(spec.get("mark")))
    asked = stems(word for place, word in enumerate(situation.message.words) if place not in said)
    spans = [range(situation.reply.sentences[number].first, situation.reply.sentences[number].last) for number in sentences]
    return shared(asked, stems(situation.reply.words[place] for span in spans for place in span if place not in told))


_KEYS = (
    "no-fact",
    "when-told",
    "remedy",
    "no-remedy",
    "refusal",
    "no-refusal",
    "caring",
    "stock",
    "small",
    "mark",
    "deed",
    "hollow",
    "idle",
    "flaw",
    "flaw-label",
    "flaw-none",
    "flaw-taken",
)
KIND = Kind(dict.fromkeys((*FAMILIES, *_KEYS), "phrases"), FAMILIES, run)
