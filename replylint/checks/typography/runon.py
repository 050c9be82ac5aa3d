"""Two sentences with no mark between: «Спасибо за визит всегда рады вам»."""

from __future__ import annotations

from collections.abc import Iterator

from replylint import morph
from replylint.checks.situation import Situation, Spec
from replylint.checks.typography.fault import Fault, bare, opens, written
from replylint.model import Edit, Span
from replylint.text import Document

KEYS = ("restarts",)
"""The phrases without which there is nothing to find."""
NAMES = frozenset({"NOUN"}), frozenset({"NPRO"})
SURE = 0.9
SUBJECT = 0.4
"""From this share of nominative readings on a pronoun may be the subject of what follows."""


def faults(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """A clause (`restarts`) behind a noun in a sentence that a whole phrase of thanks or greeting (`starts`) opens."""
    document = situation.reply
    started = {situation.sentence(hit): hit.last for hit in situation.found(spec.get("starts")) if opens(document, hit.first)}
    for hit in situation.found(spec.get("restarts")) if started else ():
        behind = started.get(situation.sentence(hit))
        if behind is None or behind > hit.first or not all(bare(document, place) for place in range(behind + 1, hit.first)):
            continue
        if _joins(document, hit.first):
            del started[situation.sentence(hit)]  # one mark at a time
            one, other = document.words[hit.first - 1 : hit.first + 1]
            edits = Edit(Span(one.end, one.end), "."), Edit(Span(other.start, other.start + 1), other.text[:1].upper())
            yield Fault("stop", Span(one.start, other.end), edits, safe=False)


def _joins(document: Document, place: int) -> bool:
    """Whether nothing but space parts a word from the noun or pronoun before it."""
    if not bare(document, place) or not written(document.words[place - 1]):
        return False
    word = document.words[place - 1].norm
    noun, pronoun = (morph.class_share(word, name) >= SURE for name in NAMES)
    return noun or (pronoun and morph.class_share(word, frozenset({"nomn"})) < SUBJECT)
