"""Automaton × words → where each phrase list matches.

Sets of states are numbered and their moves remembered (a lazy subset construction): once a pair (set of states,
kind of word) was seen, a step is one dictionary look-up, however many rules there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple

from replylint.pattern.automaton import ANY, Automaton
from replylint.pattern.forms import Forms
from replylint.text import Document, Token

DEAD = -1
MOST_KNOWN = 200_000
"""So many different words are remembered at most."""


class Hit(NamedTuple):
    """Words `first` to `last` (half-open) of a document match line `line` of a list."""

    first: int
    last: int
    line: int


Hits = Mapping[int, Sequence[Hit]]
Ending = tuple[int, int, int]
"""(first word, −last word, line): in the order in which hits are chosen."""
Predicate = Callable[[Token, str, tuple[str, ...]], bool]


class Matcher:
    """Finds all phrase lists in documents. `holds(token, class, grammemes)` answers for grammatical classes."""

    def __init__(self, automaton: Automaton, holds: Predicate) -> None:
        self._automaton = automaton
        self._holds = holds
        self._forms = Forms(automaton.words, automaton.starts_of, automaton.kinds_of)
        self._lengths = sorted({len(prefix) for prefix in automaton.prefixes})
        self._kind_of: dict[tuple[int, ...], int] = {}
        self._symbols_of: list[tuple[int, ...]] = []
        self._known: dict[tuple[str, str, bool], tuple[int, int]] = {}
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[frozenset[int]] = []
        self._steps: dict[tuple[int, ...], int] = {}
        self._labels: list[dict[int, list[int]]] = []
        self._asked: list[list[int]] = []
        self._ends: list[list[tuple[int, int]]] = []
        self._root = self._number(frozenset(automaton.starts))
        self.muted: frozenset[tuple[int, int]] = frozenset()
        """(list, line) of phrases that do not count: how a mutant of a rule is tried without compiling it."""

    def knows(self, word: str) -> bool:
        """Whether a rule names a folded word in some form: an ordinary word."""
        return word in self._forms

    @property
    def words(self) -> Container[str]:
        """Every form that some rule names."""
        return self._forms

    def hits(self, document: Document) -> dict[int, list[Hit]]:
        """List number → its hits, leftmost-longest, not overlapping, in order."""
        found: dict[int, list[Ending]] = defaultdict(list)
        words = document.words
        known = [self._known.get((token.norm, token.kind, token.capital)) or self._get_to_know(token) for token in words]
        for sentence in document.sentences:
            for first in range(sentence.first, sentence.last):
                state = known[first][1]
                if state != DEAD:
                    self._walk(words, known, (first, sentence.last), state, found)
        if self.muted:
            found = {number: [end for end in ends if (number, end[2]) not in self.muted] for number, ends in found.items()}
        return {number: _longest(ends) for number, ends in found.items()}

    def _get_to_know(self, token: Token) -> tuple[int, int]:
        """The number of a word's set of symbols, and the state behind it where a walk begins: most classes are asked there."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        symbols = () if token.kind == "quote" else self._symbols(token)
        kind = self._kind_of.setdefault(symbols, len(self._symbols_of))
        if kind == len(self._symbols_of):
            self._symbols_of.append(symbols)
        found = self._known[(token.norm, token.kind, token.capital)] = (kind, self._step(self._root, token, kind))
        return found

    def _walk(
        self, words: Sequence[Token], known: Sequence[tuple[int, int]], reach: tuple[int, int], state: int, found: dict[int, list[Ending]]
    ) -> None:
        """All ends of phrases that begin at a word: `reach` is that word and the end of its sentence, `state` stands behind it."""
        first, end = reach
        place = first
        while True:
            place += 1
            for number, line in self._ends[state]:
                found[number].append((first, -place, line))
            if place == end or not self._labels[state]:
                return
            state = self._step(state, words[place], known[place][0])
            if state == DEAD:
                return

    def _step(self, state: int, token: Token, kind: int) -> int:
        asked = self._asked[state]
        key: tuple[int, ...] = (state, kind)
        if asked:
            key = (state, kind, *(label for label in asked if self._true(label, token)))
        after = self._steps.get(key)
        if after is None:
            after = self._steps[key] = self._lead(state, (*self._symbols_of[kind], *key[2:]))
        return after

    def _lead(self, state: int, signature: tuple[int, ...]) -> int:
        labels = self._labels[state]
        targets = frozenset(target for label in signature for target in labels.get(label, ()))
        return self._number(targets) if targets else DEAD

    def _true(self, label: int, token: Token) -> bool:
        name, grammemes = self._automaton.predicates[-2 - label]
        return self._holds(token, name, grammemes)

    def _number(self, states: frozenset[int]) -> int:
        number = self._numbers.get(states)
        if number is None:
            number = self._numbers[states] = len(self._sets)
            self._sets.append(states)
            labels: dict[int, list[int]] = defaultdict(list)
            for state in states:
                for label, target in self._automaton.moves[state]:
                    labels[label].append(target)
            self._labels.append(labels)
            self._asked.append(sorted(label for label in labels if label < ANY))
            self._ends.append([end for state in sorted(states) for end in self._automaton.accepts.get(state, ())])
        return number

    def _symbols(self, token: Token) -> tuple[int, ...]:
        automaton = self._automaton
        symbols = {ANY}
        if token.kind in automaton.kinds:
            symbols.add(automaton.kinds[token.kind])
        entry = self._forms.get(token.norm)
        if entry is not None:
            symbols.update(automaton.symbols[entry])
        for length in self._lengths:
            symbols.update(automaton.prefixes.get(token.norm[:length], ()))
        return tuple(sorted(symbols))


def _longest(ends: list[Ending]) -> list[Hit]:
    """Leftmost-longest hits that do not overlap; of equal ones the first line wins."""
    kept: list[Hit] = []
    taken = 0
    for first, last, line in sorted(ends):
        if first >= taken:
            taken = -last
            kept.append(Hit(first, taken, line))
    return kept
