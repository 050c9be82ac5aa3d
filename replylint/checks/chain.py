"""Chains of nouns that hang on each other, with verbs frozen among them («возможность снятия ограничений»)."""

from __future__ import annotations

from collections.abc import Iterator

from replylint import morph
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span
from replylint.pattern.classes import VERBAL_NOUN
from replylint.text import Token

GENITIVE_SHARE = 0.3
"""From this share of genitive readings on a noun counts as hanging on the one before it."""

SHORTEST = 5
"""Verbal nouns are longer than this."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Runs of at least `nouns` nouns, each in the genitive after the first, at least `verbal` of them verbal."""
    settled = {number for hit in situation.found(spec.get("except")) for number in range(hit.first, hit.last)}
    abstract = {hit.first for hit in situation.found(spec.get("abstract"))}
    words = situation.reply.words
    verbal = {n for n, word in enumerate(words) if len(word.norm) > SHORTEST and VERBAL_NOUN.search(word.norm)} - settled
    for sentence in situation.reply.sentences if len(verbal | abstract) >= spec["verbal"] else ():
        frozen = [n for n in range(sentence.first, sentence.last) if n in abstract or n in verbal]
        if len(frozen) < spec["verbal"]:
            continue  # most sentences end here, before the dictionary is asked
        place = sentence.first
        while place < sentence.last:
            end = _run(situation, place, sentence.last)
            nouns = [n for n in range(place, end) if _noun(words[n])]
            if len(nouns) >= spec["nouns"] and sum(n in frozen for n in nouns) >= spec["verbal"]:
                found = situation.at(Span(words[place].start, words[nouns[-1]].end), count=str(len(nouns)))
                yield found
            place = max(end, place + 1)


def _run(situation: Situation, place: int, last: int) -> int:
    """Where a chain that begins with the noun at a place ends."""
    words = situation.reply.words
    if not _likely(words[place]) or not _noun(words[place]):
        return place
    end = place + 1
    while end < last and not _parted(situation, end) and _hangs(words[end]):
        end += 1
    return end


def _likely(word: Token) -> bool:
    return word.kind == "word" and len(word.norm) > 3 and not word.norm.isascii()


def _noun(word: Token) -> bool:
    return _likely(word) and morph.class_share(word.norm, frozenset({"NOUN"})) >= 0.5


def _hangs(word: Token) -> bool:
    """Whether a word is a noun in the genitive, or an adjective before one."""
    if not _likely(word):
        return False
    genitive = frozenset({"gent"})
    if _noun(word):
        return morph.class_share(word.norm, genitive) >= GENITIVE_SHARE
    adjective = max(morph.class_share(word.norm, genitive | {pos}) for pos in ("ADJF", "PRTF"))
    return adjective >= GENITIVE_SHARE


def _parted(situation: Situation, place: int) -> bool:
    """Whether a mark stands before a word."""
    words = situation.reply.words
    return any(sign in ",.;:!?()—–\n" for sign in situation.reply.text[words[place - 1].end : words[place].start])


KIND = Kind({"nouns": "whole", "verbal": "whole", "except": "phrases", "abstract": "phrases"}, ("nouns", "verbal"), run)
