"""Which phrases of a rule does no example need? A rule is compiled again without each, and its examples run."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from replylint.compiling import compiled
from replylint.rulebook import Rulebook, built_in, texts
from replylint.rulefile import Phrase, RuleSource, Sources, read
from replylint.selftest import run


class Outcome(NamedTuple):
    """How many mutants were tried, and the phrases whose loss no example noticed."""

    tried: int
    idle: tuple[Phrase, ...]


def survivors(source: RuleSource) -> Outcome:
    """Leave out one phrase of `find` or of an exception at a time; an example should fail."""
    base = read(texts([built_in()]))
    lists = {**source.phrases, **source.excuses}
    tried, idle = 0, []
    for key, phrases in lists.items():
        for phrase in phrases:
            if len(phrases) == 1 and key in ("find", "except"):
                continue
            tried += 1
            if not _noticed(_without(source, key, phrase), base):
                idle.append(phrase)
    return Outcome(tried, tuple(idle))


def _without(source: RuleSource, key: str, phrase: Phrase) -> RuleSource:
    inside = key in source.phrases
    table = dict(source.phrases if inside else source.excuses)
    table[key] = tuple(p for p in table[key] if p is not phrase)
    if not table[key]:
        del table[key]
    return replace(source, phrases=table) if inside else replace(source, excuses=table)


def _noticed(mutant: RuleSource, base: Sources) -> bool:
    """Whether an example of the mutant fails."""
    alone = Sources([mutant], base.groups, base.models, base.names, base.cues, base.policy)
    book = Rulebook(compiled(alone), "")
    return next(run(mutant, book), None) is not None
