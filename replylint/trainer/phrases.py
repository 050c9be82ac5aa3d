"""The phrases of all exercises in one automaton, kept in the rulebook's cache; found in answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from replylint import rulecache
from replylint.fields import Phrases
from replylint.pattern.automaton import Automaton
from replylint.pattern.classes import holds
from replylint.pattern.match import Matcher
from replylint.rule import RuleText
from replylint.rulebook import Rulebook, texts
from replylint.trainer.model import Demand, Exercise


def compiled(exercises: Sequence[Exercise], files: Sequence[RuleText], book: Rulebook, *, cache: bool = True) -> Mapping[str, Any]:
    """The compiled phrases: list `n` holds those of the n-th demand (see `demands`). Raises RuleFault."""
    key = rulecache.key([RuleText("", ("trainer",), book.hash.encode()), *files])
    place = rulecache.place(key) if cache else None
    plain = rulecache.read(place)
    if plain is None:
        plain = _compiled([demand.phrases for exercise in exercises for demand in demands(exercise)], book)
        if place:
            rulecache.keep(place, plain)
    return plain


def demands(exercise: Exercise) -> tuple[Demand, ...]:
    """What an exercise demands, in the order in which its phrase lists are numbered."""
    return (*exercise.must, *exercise.must_not)


def _compiled(lists: Sequence[Phrases], book: Rulebook) -> dict[str, Any]:
    from replylint.compiling import Lists, groups_of
    from replylint.rulefile import read

    sources = read(text for text in texts(book.folders) if text.parts[0] == "lexicon")
    work = Lists(groups_of(sources), sources)
    numbers = [work.number(phrases) for phrases in lists]
    return {"automaton": asdict(work.builder.finish()), "numbers": numbers, "unknown": sorted(work.builder.unknown)}


def matcher(plain: Mapping[str, Any], book: Rulebook) -> Matcher:
    """Finds the phrases of a course; names are told from words by the rulebook."""
    classes = holds(book.names.calls)
    found = Matcher(Automaton(**plain["automaton"]), classes)
    classes.ordinary = lambda word: found.knows(word) or book.matcher.knows(word)
    return found
