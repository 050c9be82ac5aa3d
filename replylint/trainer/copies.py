"""Copied answers: near-identical ones of two trainees, answers copied from the model or the customer's message.

Answers of equal text fall together at once. The others are compared with those only that share one of their rarest
words (an answer is like another when most of their words are the same, and then one of the rarest is); of many like
each other only the first is compared. So the cost grows with the answers, hardly with their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from replylint.model import Language
from replylint.text import normal_text
from replylint.trainer.model import Exercise, Notice, NoticeKind, Submission
from replylint.trainer.words import TOLD, say

ALIKE = 90
"""Per cent of agreement from which an answer counts as copied."""
SHARED = 0.6
"""Share of the words that two such answers have in common at least."""
SHORTEST = 8
"""Words below which two people may well write the same."""
COMPARED = 20_000
"""Characters that are compared at most."""


class Text(NamedTuple):
    """An answer as it is compared."""

    person: str
    text: str
    words: frozenset[str]


def copies(answers: Mapping[str, Submission], exercise: Exercise, lang: Language) -> Iterator[Notice]:
    """What is copied among the answers to one exercise (by person)."""
    texts = [made for person, one in answers.items() if len((made := _text(person, one.answer)).words) >= SHORTEST]
    if not texts:
        return
    for kind, source in (("copied-model", exercise.model), ("copied-message", exercise.customer_message)):
        yield from _from_source(texts, _text("", source), kind, exercise, lang)  # type: ignore[arg-type]  # kinds of notice
    for person, other, agreement in pairs(texts):
        told = say(TOLD["copied-person"], lang, n=agreement)
        yield Notice("copied-person", told, person, exercise.id, other)


def _text(person: str, answer: str) -> Text:
    text = normal_text(answer[:COMPARED])
    return Text(person, text, frozenset(text.split()))


def _from_source(texts: Sequence[Text], source: Text, kind: NoticeKind, exercise: Exercise, lang: Language) -> Iterator[Notice]:
    if len(source.words) < SHORTEST:
        return
    for text in texts:
        agreement = like(text, source)
        if not agreement and source.text in text.text:  # the whole message, and a little more
            agreement = round(100 * len(source.text) / len(text.text))
        if agreement >= ALIKE or (kind == "copied-message" and agreement >= SHARED * 100):
            yield Notice(kind, say(TOLD[kind], lang, n=agreement), text.person, exercise.id)


def like(one: Text, other: Text) -> int:
    """Per cent of agreement, 0 where it is below ALIKE."""
    if one.text == other.text:
        return 100
    shorter, longer = sorted((len(one.text), len(other.text)))
    if 2 * shorter < (shorter + longer) * ALIKE / 100:
        return 0
    from rapidfuzz import fuzz

    return int(fuzz.ratio(one.text, other.text, score_cutoff=ALIKE))


def pairs(texts: Sequence[Text]) -> Iterator[tuple[str, str, int]]:
    """(person, whom they agree with, per cent), both ways, for all that agree with an answer before theirs."""
    often = Counter(word for text in texts for word in text.words)
    leaders: dict[str, list[Text]] = defaultdict(list)
    by_text: dict[str, Text] = {}
    told: set[str] = set()
    for text in texts:
        found, agreement = by_text.get(text.text), 100
        if found is None:
            rare = _rarest(text, often)
            found, agreement = _nearest(text, {other.person: other for word in rare for other in leaders[word]})
            by_text[text.text] = found or text
            if found is None:
                for word in rare:
                    leaders[word].append(text)
                continue
        if found.person not in told:
            yield found.person, text.person, agreement
        told |= {found.person, text.person}
        yield text.person, found.person, agreement


def _nearest(text: Text, candidates: Mapping[str, Text]) -> tuple[Text | None, int]:
    """The candidate that agrees most."""
    best: tuple[Text | None, int] = (None, 0)
    for other in candidates.values():
        agreement = like(text, other)
        if agreement > best[1]:
            best = (other, agreement)
    return best


def _rarest(text: Text, often: Mapping[str, int]) -> list[str]:
    """Words of which an answer like this one must share at least one: its rarest, so many that the rest is below SHARED."""
    ordered = sorted(text.words, key=lambda word: (often[word], word))
    return ordered[: len(ordered) - int(SHARED * len(ordered)) + 1]
