"""What a check sees of a reply, and how a check says what keys it has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from replylint.house import Profile
from replylint.model import Context, Match, Record, Span
from replylint.pattern.match import Hit, Hits
from replylint.text import Document, Token

Spec = Mapping[str, Any]
"""The keys of a rule as its check gets them: phrase lists as list numbers, numbers as int, the rest as text."""

KeyKind = Literal["phrases", "replacing", "whole", "text", "flag", "texts"]
"""`phrases`: a list of phrases; `replacing`: phrases with `→ replacement`; `whole`: a whole number; `flag`: yes / no;
`texts`: lines of text; `text`: one line, or {ru, en}."""


class Kind(NamedTuple):
    """A kind of check: its keys, those of them that must be there, and what it does."""

    keys: Mapping[str, KeyKind]
    needed: tuple[str, ...]
    run: Callable[[Situation, Spec], Iterator[Match]]


class Form(NamedTuple):
    """The words that call the customer, by what they are; "" for a part that is not said."""

    span: Span
    given: str = ""
    patronymic: str = ""
    surname: str = ""
    surname_first: bool = False
    pet: str = ""
    """The given name, where it looks like a pet name that the customer does not use («Катюша»)."""


class Address(NamedTuple):
    """Who is addressed. `usable`: the customer's given name as one may call them, "" where it is not known or no name."""

    usable: str = ""
    used: bool = False
    """Whether the reply uses the customer's name, in any form."""
    wrong: Token | None = None
    """Somebody else's name where the customer should be addressed."""
    opens: Token | None = None
    """The last word of the customer's name where the reply opens with it («Марина Викторовна, …»)."""
    told: bool = False
    """Whether any name of the customer's was told at all."""
    calls: tuple[Token, ...] = ()
    """The words of the reply that are the customer's name, in whatever form («Лена», «Леночка»)."""
    form: Form | None = None
    """How the reply calls the customer, where it does."""
    patronymic: str = ""
    """The customer's patronymic, if told."""


class Earlier(NamedTuple):
    """An earlier message of the talk."""

    author: str
    document: Document
    hits: Hits
    at: str = ""


class Platform(NamedTuple):
    """What a platform carries (`rules/platforms.yaml`); None and 0: not known."""

    name: str = ""
    max_chars: int = 0
    private_messages: bool | None = None
    public: bool | None = None
    """Whether everybody reads what is written there."""
    links: bool | None = None
    names: Sequence[str] = ()
    """All ways to write its name."""


class Wait(NamedTuple):
    """How long the customer has waited, in words for messages; "" where it is not known or nothing was promised."""

    waited: str = ""
    """Hours and minutes (of the house's hours) from the message to the answer: «26:40»."""
    promised: str = ""
    """The words of an earlier message of ours that named a time which has passed."""
    days: str = ""
    """Days from the message to the answer."""


class Words(Hashable, Protocol):
    """Words that can be asked for."""

    def __contains__(self, word: object, /) -> bool:
        """Whether a folded word is one of them."""

    def spelt(self, word: str) -> bool:
        """Whether a folded word is one of them, and one of the dictionary's for sure."""


class NoWords:
    """Nothing is known."""

    def __contains__(self, word: object, /) -> bool:
        """No word is."""
        return False

    def spelt(self, word: str) -> bool:  # noqa: ARG002  # as all `Words`
        """No word is."""
        return False


class Situation(NamedTuple):
    """A reply, the customer's message, everything found in both, and the context."""

    record: Record
    reply: Document
    hits: Hits
    message: Document
    message_hits: Hits
    context: Context
    address: Address
    profile: Profile
    earlier: Sequence[Earlier] = ()
    """The talk so far, oldest first."""
    platform: Platform = Platform()
    wait: Wait = Wait()
    known: Words = NoWords()
    """Every form of every word that some rule names: ordinary words, for which the dictionary need not be asked."""
    called: Container[str] = ()
    """All forms of all given names that are known."""

    def knows(self, word: str) -> bool:
        """Whether a rule names a folded word."""
        return word in self.known

    def found(self, number: int | None) -> Sequence[Hit]:
        """Hits of a phrase list in the reply."""
        hits = self.hits
        return hits[number] if number in hits else ()  # type: ignore[index]  # noqa: SIM401  # None is no number; `get` of found hits costs a call

    def asked(self, number: int | None) -> Sequence[Hit]:
        """Hits of a phrase list in the customer's message."""
        hits = self.message_hits
        return hits[number] if number in hits else ()  # type: ignore[index]  # noqa: SIM401

    def span(self, hit: Hit) -> Span:
        """The place of a hit in the reply."""
        words = self.reply.words
        return Span(words[hit.first].start, words[hit.last - 1].end)

    def text(self, span: Span) -> str:
        """The words at a place."""
        return self.reply.text[span.start : span.end]

    def at(self, span: Span, **words: str) -> Match:
        """A match at a place, with its words as `found`."""
        return Match(span, {"found": " ".join(self.text(span).split()), **words})

    def in_quotes(self, span: Span) -> bool:
        """Whether a place stands in quotation marks: a title or a name, not the agent's wording."""
        return any(self.between(span, signs) for signs in ("«»", "„“", "“”"))

    def between(self, span: Span, signs: str) -> bool:
        """Whether a place stands between an opening and a closing sign."""
        text = self.reply.text
        opened, closed = text.rfind(signs[0], 0, span.start + 1), text.rfind(signs[1], 0, span.start)
        return opened > closed and text.find(signs[1], span.end - 1) >= 0

    def sentence(self, hit: Hit) -> int:
        """The number of the sentence that holds a hit."""
        return self.reply.sentence_of(hit.first)


def in_scope(situation: Situation, hits: Iterable[Hit], scope: str) -> list[Hit]:
    """Hits inside a scope: "" (the reply), "first N" or "last N" sentences."""
    if not scope:
        return list(hits)
    side, _, size = scope.partition(" ")
    count = len(situation.reply.sentences)
    first, last = (0, int(size)) if side == "first" else (count - int(size), count)
    return [hit for hit in hits if first <= situation.sentence(hit) < last]


def excepted(hits: Sequence[Hit], exceptions: Sequence[Hit]) -> list[Hit]:
    """Hits that share no word with an exception. Both come in order and do not overlap among themselves."""
    if not exceptions:
        return list(hits)
    firsts = [exception.first for exception in exceptions]
    kept = []
    for hit in hits:
        before = bisect_left(firsts, hit.last) - 1  # the last exception that begins before the hit ends
        if before < 0 or exceptions[before].last <= hit.first:
            kept.append(hit)
    return kept
