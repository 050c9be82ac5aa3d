"""Automaton × words → where each phrase list matches.

Sets of states are numbered and their moves remembered (a lazy subset construction): once a pair (set of states,
kind of word) was seen, a step is one dictionary look-up, however many rules there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from replylint.pattern.automaton import ANY, Automaton
from replylint.pattern.forms import Forms
from replylint.pattern.packed import Rows
from replylint.text import Document, Sentence, Token

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
        self._moves, self._table = Rows(automaton.moves), Rows(automaton.symbols)
        self._forms = Forms(automaton.words, automaton.starts_of, automaton.kinds_of, automaton.spelt)
        self._lengths = sorted({len(prefix) for prefix in automaton.prefixes})
        self._kind_of: dict[tuple[int, ...], int] = {}
        self._symbols_of: list[tuple[int, ...]] = []
        self._leds: dict[int, tuple[int, ...]] = {}
        self._known: dict[tuple[str, str, bool], tuple[int, int]] = {}
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[frozenset[int]] = []
        self._following: list[dict[int | tuple[int, ...], int]] = []
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
    def words(self) -> Forms:
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
            led = {number for word in range(sentence.first, sentence.last) for number in self._led_of(known[word][0])}
            if led:
                self._walk_led(words, known, sentence, frozenset(led), found)
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

    def _led_of(self, kind: int) -> tuple[int, ...]:
        """The phrases led by a class that a sentence with such a word may hold."""
        found = self._leds.get(kind)
        if found is None:
            symbols = set(self._symbols_of[kind])
            led = self._automaton.led
            found = self._leds[kind] = tuple(number for number, (_, anchors) in enumerate(led) if symbols.intersection(anchors))
        return found

    def _walk_led(
        self,
        words: Sequence[Token],
        known: Sequence[tuple[int, int]],
        sentence: Sentence,
        led: frozenset[int],
        found: dict[int, list[Ending]],
    ) -> None:
        """Walks of phrases that begin with a class, in a sentence that has their anchors."""
        root = self._number(frozenset(self._automaton.led[number][0] for number in led))
        for first in range(sentence.first, sentence.last):
            state = self._step(root, words[first], known[first][0])
            if state != DEAD:
                self._walk(words, known, (first, sentence.last), state, found)

    def _walk(
        self, words: Sequence[Token], known: Sequence[tuple[int, int]], reach: tuple[int, int], state: int, found: dict[int, list[Ending]]
    ) -> None:
        """All ends of phrases that begin at a word: `reach` is that word and the end of its sentence, `state` stands behind it."""
        first, end = reach
        place = first + 1
        following, asked, ends, labels = self._following, self._asked, self._ends, self._labels
        while True:
            for number, line in ends[state]:
                found[number].append((first, -place, line))
            if place == end or not labels[state]:
                return
            kind = known[place][0]
            after = None if asked[state] else following[state].get(kind)
            state = self._step(state, words[place], kind) if after is None else after
            if state == DEAD:
                return
            place += 1

    def _step(self, state: int, token: Token, kind: int) -> int:
        """Where a word leads; remembered by its symbols and by those classes that the state asks for and the word is in."""
        asked = self._asked[state]
        true = tuple(label for label in asked if self._true(label, token, kind)) if asked else ()
        key = (kind, *true) if true else kind
        after = self._following[state].get(key)
        if after is None:
            after = self._following[state][key] = self._lead(state, (*self._symbols_of[kind], *true))
        return after

    def _lead(self, state: int, signature: tuple[int, ...]) -> int:
        labels = self._labels[state]
        targets = frozenset(target for label in signature for target in labels.get(label, ()))
        return self._number(targets) if targets else DEAD

    def _true(self, label: int, token: Token, kind: int) -> bool:
        settled = self._automaton.settled.get(-2 - label)
        if settled is not None and token.norm in self._forms:
            return settled in self._symbols_of[kind]
        name, grammemes = self._automaton.predicates[-2 - label]
        return self._holds(token, name, grammemes)

    def _number(self, states: frozenset[int]) -> int:
        number = self._numbers.get(states)
        if number is None:
            number = self._numbers[states] = len(self._sets)
            self._sets.append(states)
            self._following.append({})
            labels: dict[int, list[int]] = defaultdict(list)
            for state in states:
                row = self._moves[state]
                for label, target in zip(row[::2], row[1::2], strict=True):
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
            symbols.update(self._table[entry])
        for length in self._lengths:
            symbols.update(automaton.prefixes.get(token.norm[:length], ()))
        return tuple(sorted(symbols))


def _longest(ends: list[Ending]) -> list[Hit]:
    """Leftmost-longest hits that do not overlap; of equal ones the first line wins."""
    if len(ends) == 1:
        return [Hit(ends[0][0], -ends[0][1], ends[0][2])]
    kept: list[Hit] = []
    taken = 0
    for first, last, line in sorted(ends):
        if first >= taken:
            taken = -last
            kept.append(Hit(first, taken, line))
    return kept
