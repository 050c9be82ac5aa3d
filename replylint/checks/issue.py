"""Does the reply speak of what the customer complains about? Issues come in families: «не привезли» and «опоздали» are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.checks.stemming import places, shared, stems
from replylint.model import Match, Span

FAMILIES = ("late", "money", "quality", "packaging", "staff", "size", "app", "queue", "clean", "food", "mixup", "cancel", "contact", "care")
"""What complaints are about. For each the rule gives the words that speak of it, on either side."""
ENOUGH = 2
"""A reply that repeats so many words of the message speaks of the same thing; where it feels with the customer one will do."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match where the message names an issue and the reply neither its family, nor a remedy, nor its words."""
    named = [family for family in FAMILIES if excepted(situation.asked(spec[family]), situation.asked(spec.get("stock")))]
    if not named or situation.found(spec.get("remedy")):
        return
    if any(excepted(situation.found(spec[family]), situation.found(spec.get("stock"))) for family in named):
        return
    echoed = _echoed(situation, spec, range(len(situation.reply.sentences)))
    if len(echoed) >= ENOUGH or _echoed(situation, spec, {situation.sentence(hit) for hit in situation.found(spec.get("caring"))}):
        return
    marks = situation.found(spec.get("mark"))
    if marks:
        yield situation.at(situation.span(marks[0]))
    else:
        place = len(situation.reply.text.rstrip())
        yield Match(Span(place, place), {"found": ""})


def _echoed(situation: Situation, spec: Spec, sentences: Iterable[int]) -> set[str]:
    """Words of the message that these sentences repeat; small words and stock phrases do not count."""
    said, told = places(situation.asked(spec.get("small"))), places(situation.found(spec.get("small")))
    told |= places(situation.found(spec.get("stock"))) | places(situation.found(spec.get("mark")))
    asked = stems(word for place, word in enumerate(situation.message.words) if place not in said)
    spans = [range(situation.reply.sentences[number].first, situation.reply.sentences[number].last) for number in sentences]
    return shared(asked, stems(situation.reply.words[place] for span in spans for place in span if place not in told))


_KEYS = ("remedy", "caring", "stock", "small", "mark")
KIND = Kind(dict.fromkeys((*FAMILIES, *_KEYS), "phrases"), FAMILIES, run)
