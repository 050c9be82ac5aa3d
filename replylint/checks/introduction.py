"""Who writes is not said: neither in words («меня зовут», «пишет Олег из доставки») nor by a signature («Ателье „Стежок“, Ирина»)."""

from __future__ import annotations

from collections.abc import Iterator

from replylint import morph
from replylint.checks import required
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match
from replylint.text import Sentence, Token

SIGNATURE = 5
"""A signature has at most so many words."""
VERB_SHARE = 0.3
_DOING = frozenset({"VERB"})


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Zero-width where nothing of `find` says who writes and no sentence signs; phrases of `unsigned` sign nothing."""
    taken = {situation.sentence(hit) for hit in situation.found(spec.get("unsigned"))}
    if not any(_signs(situation, one) for number, one in enumerate(situation.reply.sentences) if number and number not in taken):
        yield from required.run(situation, spec)


def _signs(situation: Situation, sentence: Sentence) -> bool:
    """Whether a sentence is a few words with a name that is not the customer's, none of them a verb, and no call."""
    words = situation.reply.words[sentence.first : sentence.last]
    if len(words) > SIGNATURE or set(situation.reply.text[sentence.start : sentence.end]) & {"!", "?"}:
        return False
    named = any(_named(situation, word) for word in words)
    return named and all(_named(situation, word) or morph.class_share(word.norm, _DOING) < VERB_SHARE for word in words)


def _named(situation: Situation, word: Token) -> bool:
    return word.capital and word.norm in situation.called and word not in situation.address.calls


KIND = Kind({**required.KIND.keys, "unsigned": "phrases"}, ("find",), run)
"""`find`, `except`: as of something required; `unsigned`: sentences with these words are no signature («спасибо, Анна»)."""
