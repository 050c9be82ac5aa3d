"""The house's own banned and preferred words (`profile:` of replylint.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from replylint import morph
from replylint.checks.replace import replacement
from replylint.checks.situation import Kind, Situation, Spec
from replylint.checks.template import template
from replylint.model import Edit, Fix, Match, Span
from replylint.pattern.match import Hit
from replylint.text import Document, Token, normal, tokens

FIRST_EMOJI = "\u2600"
"""Arrows and the like come before it."""
SIGNS = frozenset("✓✔✕✖✗✘★☆☎✆✉")
"""Signs that draw no mood, though their neighbours do."""


def run(situation: Situation, _spec: Spec) -> Iterator[Match]:
    """Every form of a banned word or phrase, and of one for which the house has a better word; emoji where it wants none."""
    if situation.context.value("emoji") == "never":
        yield from _emoji(situation)
    for phrase in situation.profile.banned:
        for hit in rows(situation.reply, phrase):
            yield situation.at(situation.span(hit), better="")
    for phrase, better in situation.profile.preferred.items():
        for hit in rows(situation.reply, phrase):
            fix = _fix(situation, hit, phrase, better)
            found = situation.at(situation.span(hit), better=better)
            yield Match(found.span, found.words, fix)


def _emoji(situation: Situation) -> Iterator[Match]:
    """Emoji, side by side ones as one match, with the space before them; quoted ones are the customer's."""
    text = situation.reply.text
    places: list[Span] = []
    for mark in situation.reply.marks:
        if mark.kind == "emoji" and mark.text[0] >= FIRST_EMOJI and mark.text[0] not in SIGNS and not situation.reply.quoted(mark.span):
            joined = bool(places) and not text[places[-1].end : mark.start].strip()
            start = places.pop().start if joined else mark.start
            places.append(Span(start, mark.end))
    for place in places:
        before, after = text[: place.start].rstrip(" \u00a0"), text[place.end :].lstrip()
        stop = "." if before[-1:].isalnum() and after[:1].isupper() else ""  # an emoji may end a sentence
        found = situation.at(place, better="")
        yield Match(found.span, found.words, Fix((Edit(Span(len(before), place.end), stop),), safe=True))


def rows(document: Document, phrase: str) -> Iterator[Hit]:
    """Where the words of a phrase stand in a row, in any form; `=слово` only as written."""
    wanted = [(part.startswith("="), normal(part.lstrip("="))) for part in phrase.split()]
    words = document.words
    for start in range(len(words) - len(wanted) + 1):
        row = words[start : start + len(wanted)]
        if wanted and all(_is(word, text, exact=exact) for word, (exact, text) in zip(row, wanted, strict=True)):
            yield Hit(start, start + len(wanted), 0)


def _is(word: Token, text: str, *, exact: bool) -> bool:
    return word.norm == text or (not exact and word.kind == "word" and word.norm in _forms(text))


@lru_cache(maxsize=1_000)
def _forms(text: str) -> frozenset[str]:
    return morph.forms(text)


def _fix(situation: Situation, hit: Hit, phrase: str, better: str) -> Fix | None:
    lemmas = [lemma for token in tokens(phrase) for lemma in morph.lemmas(token.norm)]
    text = better if re.search(r"[^\w\s-]", better) is None else " ".join(f"={part}" for part in better.split())
    return replacement(situation.reply, hit, template(text, lemmas, safe=True))


KIND = Kind({}, (), run)
