"""Automaton × words → where each phrase list matches.

Sets of states are numbered and their moves remembered (a lazy subset construction): once a pair (set of states,
kind of word) was seen, a step is one dictionary look-up, however many rules there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from replylint.pattern.automaton import ANY, Automaton
from replylint.pattern.forms import Forms
from replylint.pattern.found import Ending, Found, Hit, Hits, Word
from replylint.pattern.packed import Rows
from replylint.text import Document, Token

__all__ = ["DEAD", "Ending", "Found", "Hit", "Hits", "Matcher", "Predicate"]

DEAD = -1
MOST_KNOWN = 200_000
"""So many different words are remembered at most."""


Predicate = Callable[[Token, str, tuple[str, ...]], bool]


class Matcher:
    """Finds all phrase lists in documents. `holds(token, class, grammemes)` answers for grammatical classes."""

    def __init__(self, automaton: Automaton, holds: Predicate) -> None:
        self._automaton = automaton
        self._holds = holds
        self._moves, self._table = Rows(automaton.moves), Rows(automaton.symbols)
        self._forms = Forms(automaton.words, automaton.named, automaton.spelt)
        self._lengths = sorted({len(prefix) for prefix in automaton.prefixes})
        self._kind_of: dict[tuple[bool, tuple[int, ...]], int] = {}
        self._symbols_of: list[tuple[int, ...]] = []
        self._settled = frozenset(-2 - number for number in automaton.settled)
        """Labels of classes that are settled for the words of rules."""
        self._settled_of: list[frozenset[int] | None] = []
        """For each kind of word those it is in; None for words that no rule names."""
        self._leds: dict[int, tuple[int, ...]] = {}
        """For each kind of word the phrases led by a class that a sentence with such a word may hold."""
        self._root_of: dict[frozenset[int], int] = {}
        self._known: dict[str | tuple[str, str], Word] = {}
        """By its text; what is no word by its kind and its text."""
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[frozenset[int]] = []
        self._following: list[dict[int, int]] = []
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

    def hits(self, document: Document) -> Found:
        """List number → its hits, leftmost-longest, not overlapping, in order."""
        found: dict[int, list[Ending]] = defaultdict(list)
        words = document.words
        seen = self._known
        known = [seen.get(token.text if token.kind == "word" else (token.kind, token.text)) or self._get_to_know(token) for token in words]
        for sentence in document.sentences:
            reach = range(sentence.first, sentence.last)
            self._walk_all(words, known, reach, [known[first].state for first in reach], found)
            led = frozenset([number for first in reach for number in known[first].led])
            if led:
                root = self._root_of.get(led)
                if root is None:
                    root = self._root_of[led] = self._number(frozenset(self._automaton.led[number][0] for number in led))
                following, step = self._following[root], self._step
                states = [after if (after := following.get(known[n].kind)) is not None else step(root, words[n], known[n]) for n in reach]
                self._walk_all(words, known, reach, states, found)
        if self.muted:
            heard = {number: [end for end in ends if (number, end[2]) not in self.muted] for number, ends in found.items()}
            return Found({number: ends for number, ends in heard.items() if ends})
        return Found(found)

    def _get_to_know(self, token: Token) -> Word:
        """What is known of a word that is met for the first time."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        symbols = () if token.kind == "quote" else self._symbols(token)
        known = self._forms.get(token.norm) is not None
        kind = self._kind_of.setdefault((known, symbols), len(self._symbols_of))
        if kind == len(self._symbols_of):
            self._symbols_of.append(symbols)
            table = self._automaton.settled
            self._settled_of.append(frozenset(-2 - n for n, symbol in table.items() if symbol in symbols) if known else None)
        after: dict[int, int] = {}
        led = self._leds.get(kind)
        if led is None:
            known_by = enumerate(self._automaton.led)
            led = self._leds[kind] = tuple(number for number, (_, anchors) in known_by if not set(symbols).isdisjoint(anchors))
        key = token.text if token.kind == "word" else (token.kind, token.text)
        found = self._known[key] = Word(kind, self._step(self._root, token, Word(kind, DEAD, after)), after, led)
        return found

    def _walk_all(
        self, words: Sequence[Token], known: Sequence[Word], reach: range, states: Sequence[int], found: dict[int, list[Ending]]
    ) -> None:
        """All ends of phrases that begin in a sentence: `states` stand behind its words. Most walks end at their second word."""
        following, ends, last = self._following, self._ends, reach.stop
        for first, begun in zip(reach, states, strict=True):
            state, place = begun, first
            while state != DEAD:
                place += 1
                for number, line in ends[state]:
                    found[number].append((first, -place, line))
                if place == last:
                    break
                after = following[state].get(known[place].kind)
                state = self._step(state, words[place], known[place]) if after is None else after

    def _step(self, state: int, token: Token, word: Word) -> int:
        """Where a word leads: remembered by its kind where that settles all classes that the state asks for, else by the word."""
        kind = word.kind
        after = self._following[state].get(kind)
        if after is None:
            after = word.after.get(state)
        if after is not None:
            return after
        asked = self._asked[state]
        settled = self._settled_of[kind]
        sure = () if settled is None else self._settled  # of a word that no rule names the dictionary knows
        true = [label for label in asked if (label in (settled or ()) if label in sure else self._ask(label, token))]
        plain = not asked or (settled is not None and self._settled.issuperset(asked))
        after = self._lead(state, (*self._symbols_of[kind], *true))
        if plain:
            self._following[state][kind] = after
        else:
            word.after[state] = after
        return after

    def _lead(self, state: int, signature: tuple[int, ...]) -> int:
        labels = self._labels[state]
        targets = frozenset(target for label in signature for target in labels.get(label, ()))
        return self._number(targets) if targets else DEAD

    def _ask(self, label: int, token: Token) -> bool:
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
