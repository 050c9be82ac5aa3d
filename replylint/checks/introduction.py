"""Who writes is not said: neither in words («меня зовут», «пишет Олег из доставки») nor by a signature («Ателье „Стежок“, Ирина»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from replylint import morph
from replylint.checks import required
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match
from replylint.text import Sentence, Token

SIGNATURE = 5
"""A signature has at most so many words."""
VERB_SHARE = 0.3
PERSON_SHARE = 0.3
SHORTEST = 3
APPOSED = 4
"""So near to a name stands what its bearer does."""
_DOING = frozenset({"VERB"})
_NAMES = (frozenset({"Patr"}), frozenset({"Surn"}))
_MARKS = frozenset({",", ":", "—", "–"})
_PERSON = frozenset({"NOUN", "anim", "nomn"})


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Zero-width where nothing of `find` says who writes and no sentence signs; phrases of `unsigned` sign nothing."""
    taken = {situation.sentence(hit) for hit in situation.found(spec.get("unsigned"))}
    roles = {situation.sentence(hit) for hit in situation.found(spec.get("role"))}
    later = [(number, one) for number, one in enumerate(situation.reply.sentences) if number]
    signed = any(_signs(situation, one, number in roles) for number, one in later if number not in taken)
    if not signed and not any(_apposed(situation, one) for _, one in later):
        yield from required.run(situation, spec)


def _apposed(situation: Situation, sentence: Sentence) -> bool:
    """Whether a sentence opens with a name that is not the customer's beside a trade: «Лена, наш геймдизайнер, …», «Приёмщица Аля, …»."""
    words, text = situation.reply.words[sentence.first : sentence.last], situation.reply.text
    if len(words) < SHORTEST:
        return False
    if _named(situation, words[1]) and _trade(words[0]):
        return text[words[1].end : words[2].start].strip() in _MARKS
    if not _named(situation, words[0]) or text[words[0].end : words[1].start].strip() != ",":
        return False
    close = takewhile(lambda word: morph.class_share(word.norm, _DOING) < VERB_SHARE, words[1 : 1 + APPOSED])
    return any(_person(word) and _ends(word, words) for word in close)


def _ends(word: Token, words: Sequence[Token]) -> bool:
    """Whether what stands beside a name ends here, or goes on with what the trade is about: no «мастер приедет»."""
    following = words[words.index(word) + 1 :][:1]
    return not following or morph.class_share(following[0].norm, _DOING) < VERB_SHARE


def _signs(situation: Situation, sentence: Sentence, role: bool) -> bool:
    """Whether a sentence is a few words with a name that is not the customer's, none of them a verb, and no call.

    Beside a role a surname or a nickname will do: «Главный врач Тимофеева».
    """
    words = situation.reply.words[sentence.first : sentence.last]
    if len(words) > SIGNATURE or set(situation.reply.text[sentence.start : sentence.end]) & {"!", "?"}:
        return False
    person = role or any(_person(word) for word in words[1:])
    named = any(_named(situation, word) or (person and _surname(situation, word, sentence)) for word in words)
    return named and all(_named(situation, word) or morph.class_share(word.norm, _DOING) < VERB_SHARE for word in words)


def _person(word: Token) -> bool:
    """Whether a word names somebody by what they do: an animate noun in the nominative, or a trade too new for the dictionary."""
    return not word.capital and _trade(word)


def _trade(word: Token) -> bool:
    return not morph.is_word(word.norm) or morph.class_share(word.norm, _PERSON) > PERSON_SHARE


def _named(situation: Situation, word: Token) -> bool:
    return word.capital and word.norm in situation.called and word not in situation.address.calls


def _surname(situation: Situation, word: Token, sentence: Sentence) -> bool:
    """Whether a word is written like a name: in capitals inside a sentence, or opening it and no common word."""
    if not word.capital or word in situation.address.calls:
        return False
    inside = word is not situation.reply.words[sentence.first]
    return inside or not morph.is_word(word.norm) or any(morph.class_share(word.norm, name) > 0 for name in _NAMES)


KIND = Kind({**required.KIND.keys, "role": "phrases", "unsigned": "phrases"}, ("find",), run)
"""`find`, `except`: as of something required; `unsigned`: sentences with these words are no signature («спасибо, Анна»); `role`: what people do."""
