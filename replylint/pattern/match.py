"""Automaton × words → where each phrase list matches.

Sets of states and their moves are remembered (a lazy subset construction): once a pair (set of states, sort of word)
was seen, a step is one dictionary look-up, however many rules there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from replylint.pattern.automaton import ANY, Automaton
from replylint.pattern.forms import Forms
from replylint.pattern.found import DEAD, Ending, Found, Hit, Hits, Sort, State, Word
from replylint.pattern.packed import Rows
from replylint.text import Document, Token

__all__ = ["Ending", "Found", "Hit", "Hits", "Matcher", "Predicate"]

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
        self._settled = frozenset(-2 - number for number in automaton.settled)
        """Labels of classes that are settled for the words of rules."""
        self._sorts: dict[tuple[bool, tuple[int, ...]], Sort] = {}
        self._known: dict[str | tuple[str, str], Word] = {}
        """By its text; what is no word by its kind and its text."""
        self._states: dict[frozenset[int], State] = {frozenset(): DEAD}
        self._root = self._state(frozenset(automaton.starts))
        self._root_of: dict[int, State] = {}
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
            start, last, led = sentence.first, sentence.last, 0
            for first in range(start, last):
                word = known[first]
                led |= word.sort.led
                if word.state is not DEAD:
                    self._walk(words, known, (first, last), word.state, found)
            root = self._led_by(led) if led else DEAD
            for first in range(start, last) if led else ():
                word = known[first]
                state = root.following.get(word.sort) or self._step(root, words[first], word)
                if state is not DEAD and (state.ends or (first + 1 < last and state.following.get(known[first + 1].sort) is not DEAD)):
                    self._walk(words, known, (first, last), state, found)  # most walks would end at their second word
        if self.muted:
            heard = {number: [end for end in ends if (number, end[2]) not in self.muted] for number, ends in found.items()}
            return Found({number: ends for number, ends in heard.items() if ends})
        return Found(found)

    def _get_to_know(self, token: Token) -> Word:
        """What is known of a word that is met for the first time."""
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        symbols = () if token.kind == "quote" else self._symbols(token)
        named = self._forms.get(token.norm) is not None
        sort = self._sorts.get((named, symbols))
        if sort is None:
            table = self._automaton.settled
            settled = frozenset(-2 - n for n, symbol in table.items() if symbol in symbols) if named else None
            led = sum(1 << n for n, (_, anchors) in enumerate(self._automaton.led) if not set(symbols).isdisjoint(anchors))
            sort = self._sorts[named, symbols] = Sort(symbols, settled, led)
        after: dict[State, State] = {}
        key = token.text if token.kind == "word" else (token.kind, token.text)
        found = self._known[key] = Word(sort, self._step(self._root, token, Word(sort, DEAD, after)), after)
        return found

    def _led_by(self, led: int) -> State:
        """Where phrases begin that are led by a class: `led` has a bit for each of them."""
        found = self._root_of.get(led)
        if found is None:
            starts = frozenset(start for number, (start, _) in enumerate(self._automaton.led) if led >> number & 1)
            found = self._root_of[led] = self._state(starts)
        return found

    def _walk(
        self, words: Sequence[Token], known: Sequence[Word], reach: tuple[int, int], state: State, found: dict[int, list[Ending]]
    ) -> None:
        """All ends of phrases that begin at a word: `reach` is that word and the end of its sentence, `state` stands behind it."""
        first, last = reach
        place = first
        while state is not DEAD:
            place += 1
            for number, line in state.ends:
                found[number].append((first, -place, line))
            if place == last:
                break
            state = state.following.get(known[place].sort) or self._step(state, words[place], known[place])

    def _step(self, state: State, token: Token, word: Word) -> State:
        """Where a word leads: remembered by its sort where that settles all classes that the state asks for, else by the word."""
        after = state.following.get(word.sort) or word.after.get(state)
        if after is not None:
            return after
        asked, settled = state.asked, word.sort.settled
        sure = () if settled is None else self._settled  # of a word that no rule names the dictionary knows
        true = [label for label in asked if (label in (settled or ()) if label in sure else self._ask(label, token))]
        plain = not asked or (settled is not None and self._settled.issuperset(asked))
        labels = state.labels
        after = self._state(frozenset(target for label in (*word.sort.symbols, *true) for target in labels.get(label, ())))
        if plain:
            state.following[word.sort] = after
        else:
            word.after[state] = after
        return after

    def _ask(self, label: int, token: Token) -> bool:
        name, grammemes = self._automaton.predicates[-2 - label]
        return self._holds(token, name, grammemes)

    def _state(self, states: frozenset[int]) -> State:
        found = self._states.get(states)
        if found is None:
            labels: dict[int, list[int]] = defaultdict(list)
            for state in states:
                row = self._moves[state]
                for label, target in zip(row[::2], row[1::2], strict=True):
                    labels[label].append(target)
            ends = [end for state in sorted(states) for end in self._automaton.accepts.get(state, ())]
            found = self._states[states] = State(ends, labels, sorted(label for label in labels if label < ANY))
        return found

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
