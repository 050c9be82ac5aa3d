"""Letters of two alphabets in one word: nobody sees them, search and screen readers stumble over them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters

from replylint import morph
from replylint.checks.situation import Situation, Spec
from replylint.checks.typography.fault import Fault, bare, mended, written
from replylint.expressions import expression
from replylint.model import Edit, Span
from replylint.text import Token, normal

_MIXED = expression(r"[A-Za-z](?:(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё][A-Za-z]))")
_LATIN = frozenset(ascii_letters)
_TWINS = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
_ALONE = {"c": "с", "o": "о", "y": "у", "k": "к"}
"""Prepositions typed in the other alphabet."""
_PART = expression(r"[^\W\d_]+")


def faults(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Words with letters of both alphabets, and prepositions in Latin letters."""
    if _LATIN.isdisjoint(situation.reply.signs):
        return
    if _MIXED.search(situation.reply.text):
        for token in situation.reply.words:
            if token.kind == "word" and _MIXED.search(token.text):
                yield from _mixed(token)
    yield from _alone(situation, spec)


def _mixed(token: Token) -> Iterator[Fault]:
    """A part of a word whose Latin letters all have Russian twins, where the twins make a Russian word."""
    for part in _PART.finditer(token.text):
        text = part.group()
        if not _MIXED.search(text):
            continue
        russian = text.translate(_TWINS)
        if russian.isascii() or re.search("[A-Za-z]", russian):
            continue
        span = Span(token.start + part.start(), token.start + part.end())
        known = morph.is_word(normal(russian))
        latin = sum(letter.isascii() for letter in text)
        if known or latin * 2 < len(text):
            yield Fault("alphabet", span, (Edit(span, russian),), safe=known)


def _alone(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """«доставка c Урала» with a Latin c — not «витамин c», which the words of `lettered` name."""
    document = situation.reply
    if _ALONE.keys().isdisjoint(document.norms):
        return
    places = [place for place, token in enumerate(document.words) if token.text in _ALONE]
    for place in places:
        token = document.words[place]
        between = bare(document, place) and bare(document, place + 1)
        before = document.words[place - 1]
        if between and written(before) and before.norm not in spec.get("lettered", ()):
            yield mended("alphabet", token.span, _ALONE[token.text])
