"""Whether the customer's message names a topic of the house's own words («не приходят смс», «бонусная программа»)."""

from __future__ import annotations

from functools import lru_cache

from replylint import morph
from replylint.text import Document, tokens

SMALL = 2
"""Words so short («не», «с») need not be there."""


def named(message: Document, topic: str) -> bool:
    """Whether one sentence of a message has all words of a topic, in any form and order."""
    wanted = _wanted(topic)
    return bool(wanted) and any(
        all(any(word.norm in forms for word in message.words[sentence.first : sentence.last]) for forms in wanted)
        for sentence in message.sentences
    )


@lru_cache(maxsize=1_000)
def _wanted(topic: str) -> tuple[frozenset[str], ...]:
    words = [token.norm for token in tokens(topic) if token.kind in ("word", "number")]
    return tuple(morph.forms(word) | {word} for word in words if len(word) > SMALL or len(words) == 1)
