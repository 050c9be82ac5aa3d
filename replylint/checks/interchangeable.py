"""A reply that could stand under any review: nothing in it ties it to this customer."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from replylint import morph
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span
from replylint.pattern.classes import is_name
from replylint.pattern.match import Hit
from replylint.text import Document, Token

SHORTEST = 4
"""Shorter words are small words."""
STEM = 5
"""Forms and relatives of a word («доставка», «доставили») share so many letters."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The whole reply, where it has at most `most` words of its own and shares none with a message that says something."""
    reply, message = situation.reply, situation.message
    told = _content(message, situation.asked(spec["service"]), situation.asked(spec["trade"]))
    if len(told) < spec["message_at_least"]:
        return
    names = _names(situation)
    own = [word for word in _content(reply, situation.found(spec["service"]), situation.found(spec["trade"])) if not _name(word, names)]
    if len(own) > spec["most"] or not reply.words:
        return
    if any(_particular(word, situation, names) for word in _rest(reply, situation.found(spec["service"]))):
        return
    said = _content(message, situation.asked(spec["service"]), ())
    if not _shares([*own, *_words(reply, situation.found(spec["trade"]))], said):
        yield situation.at(Span(reply.words[0].start, reply.words[-1].end))


def _taken(hits: Sequence[Hit]) -> set[int]:
    return {word for hit in hits for word in range(hit.first, hit.last)}


def _rest(document: Document, hits: Sequence[Hit]) -> list[Token]:
    """Words that no hit covers."""
    taken = _taken(hits)
    return [word for number, word in enumerate(document.words) if number not in taken]


def _words(document: Document, hits: Sequence[Hit]) -> list[Token]:
    """Words that hits cover."""
    return [document.words[number] for number in sorted(_taken(hits))]


def _content(document: Document, service: Sequence[Hit], trade: Sequence[Hit]) -> list[Token]:
    """Words that say something: neither of the service, nor of any trade, nor small."""
    return [word for word in _rest(document, [*service, *trade]) if word.kind == "word" and len(word.norm) >= SHORTEST]


def _names(situation: Situation) -> frozenset[str]:
    """How the names of the customer, the brand and the agent begin: they tie a reply to nothing that was said."""
    told = f"{situation.record.customer_name} {situation.record.brand} {situation.record.agent} {' '.join(situation.profile.brands)}"
    parts = (part.casefold() for part in [*told.split(), situation.address.usable])
    return frozenset(part.strip("«»\"'.,()")[:3] for part in parts if len(part) > 2)


def _name(word: Token, names: Container[str]) -> bool:
    return word.capital and word.text.casefold()[:3] in names


def _particular(word: Token, situation: Situation, names: Container[str]) -> bool:
    """Whether a word is a fact: a number, an address on the web, somebody's name, a capital in the middle of a sentence."""
    if word.kind != "word":
        return word.kind in ("number", "link", "email", "handle")
    if not word.capital or len(word.norm) < SHORTEST or _name(word, names):
        return False
    sentence = situation.reply.sentences[situation.reply.sentence_of(situation.reply.words.index(word))]
    first = situation.reply.words[sentence.first]
    return word is not first or is_name(word.norm)


def _shares(own: Sequence[Token], said: Sequence[Token]) -> bool:
    """Whether the reply repeats a word of the message, in any form."""
    stems = {word.norm[:STEM] for word in said}
    lemmas = {lemma for word in said for lemma in morph.lemmas(word.norm)}
    return any(word.norm[:STEM] in stems or lemmas & set(morph.lemmas(word.norm)) for word in own)


KIND = Kind(
    {"service": "phrases", "trade": "phrases", "most": "whole", "message_at_least": "whole"},
    ("service", "trade", "most", "message_at_least"),
    run,
)
