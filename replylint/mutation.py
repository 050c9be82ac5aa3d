"""Which phrases of a rule does no example need? Each is muted in turn, and the rule's examples run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from replylint.fields import Phrase
from replylint.rulebook import Rulebook
from replylint.rulefile import RuleSource
from replylint.selftest import run


class Outcome(NamedTuple):
    """How many phrases were muted, and those whose loss no example noticed."""

    tried: int
    idle: tuple[Phrase, ...]


def survivors(source: RuleSource, book: Rulebook) -> Outcome:
    """Mute one phrase of a rule at a time (of `find`, exceptions, excuses); an example should fail."""
    tried, idle = 0, []
    for place, phrase in _own(source, book):
        tried += 1
        book.matcher.muted = frozenset({place})
        if next(run(source, book), None) is None:
            idle.append(phrase)
    book.matcher.muted = frozenset()
    return Outcome(tried, tuple(idle))


def _own(source: RuleSource, book: Rulebook) -> Iterator[tuple[tuple[int, int], Phrase]]:
    """The rule's own phrases with their list and line; lists that are a group of the lexicon belong to the lexicon."""
    rule = book.rule(source.head["id"])
    assert rule is not None
    for table, numbers in ((source.phrases, rule.spec), (source.excuses, rule.lists)):
        for key, phrases in table.items():
            if len(phrases) == 1 and phrases[0].text.startswith("@"):
                continue
            for line, phrase in enumerate(phrases):
                yield (numbers[key], line), phrase
