"""Automaton × words → where each phrase list matches.

Sets of states are numbered and their moves remembered (a lazy subset construction): once a pair (set of states,
kind of word) was seen, a step is one dictionary look-up, however many rules there are.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from replylint.pattern.automaton import ANY, Automaton
from replylint.text import Document, Token

DEAD = -1


class Hit(NamedTuple):
    """Words `first` to `last` (half-open) of a document match line `line` of a list."""

    first: int
    last: int
    line: int


Hits = Mapping[int, Sequence[Hit]]
Predicate = Callable[[Token, str, tuple[str, ...]], bool]


class Matcher:
    """Finds all phrase lists in documents. `holds(token, class, grammemes)` answers for grammatical classes."""

    def __init__(self, automaton: Automaton, holds: Predicate) -> None:
        self._automaton = automaton
        self._holds = holds
        numbers = array("H")
        numbers.frombytes(automaton.kinds_of)
        self._forms = dict(zip(automaton.words.split("\n"), numbers, strict=False))
        self._lengths = sorted({len(prefix) for prefix in automaton.prefixes})
        self._signatures: dict[tuple[str, str], tuple[int, ...]] = {}
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[frozenset[int]] = []
        self._steps: dict[tuple[int, tuple[int, ...]], int] = {}
        self._labels: list[dict[int, list[int]]] = []
        self._asked: list[list[int]] = []
        self._ends: list[list[tuple[int, int]]] = []
        self._root = self._number(frozenset(automaton.starts))
        self.muted: frozenset[tuple[int, int]] = frozenset()
        """(list, line) of phrases that do not count: how a mutant of a rule is tried without compiling it."""

    def knows(self, word: str) -> bool:
        """Whether a rule names a folded word in some form: an ordinary word."""
        return word in self._forms

    def hits(self, document: Document) -> dict[int, list[Hit]]:
        """List number → its hits, leftmost-longest, not overlapping, in order."""
        found: dict[int, list[Hit]] = defaultdict(list)
        words = document.words
        signatures = [self._signature(token) for token in words]
        for sentence in document.sentences:
            for first in range(sentence.first, sentence.last):
                self._walk(words, signatures, first, sentence.last, found)
        if self.muted:
            found = {number: [hit for hit in hits if (number, hit.line) not in self.muted] for number, hits in found.items()}
        return {number: _longest(hits) for number, hits in found.items()}

    def _walk(
        self,
        words: Sequence[Token],
        signatures: Sequence[tuple[int, ...]],
        first: int,
        end: int,
        found: dict[int, list[Hit]],
    ) -> None:
        state = self._root
        for place in range(first, end):
            state = self._step(state, words[place], signatures[place])
            if state == DEAD:
                return
            for number, line in self._ends[state]:
                found[number].append(Hit(first, place + 1, line))

    def _step(self, state: int, token: Token, signature: tuple[int, ...]) -> int:
        asked = self._asked[state]
        if asked:
            signature = (*signature, *(label for label in asked if self._true(label, token)))
        key = (state, signature)
        after = self._steps.get(key)
        if after is None:
            after = self._steps[key] = self._lead(state, signature)
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

    def _signature(self, token: Token) -> tuple[int, ...]:
        if token.kind == "quote":
            return ()
        key = (token.kind, token.norm)
        found = self._signatures.get(key)
        if found is None:
            found = self._signatures[key] = self._symbols(token)
        return found

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


def _longest(hits: list[Hit]) -> list[Hit]:
    """Leftmost-longest hits that do not overlap; of equal ones the first line wins."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.last, h.line)):
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept
