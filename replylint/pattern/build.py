"""Trees → one automaton over tokens for the whole rulebook, as plain data that can be stored.

Words become *symbols*: a symbol is a set of forms, settled when the rules are compiled, so that a token of a draft
needs one look-up. Alternatives of single words share a symbol. States are those of an NFA without empty moves;
`match` walks sets of them and remembers where each set leads, so that cost hardly grows with the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from replylint import morph
from replylint.pattern.automaton import ANY, Automaton
from replylint.pattern.forms import table
from replylint.pattern.leads import KIND_SYMBOLS, Leads
from replylint.pattern.packed import packed
from replylint.pattern.settle import settle
from replylint.pattern.tree import Class, Gap, Group, Node, OneOf, Optional, Row, Word, units


class Builder:
    """Adds phrases to an automaton: `add(tree, list number, line number)`; `finish()` gives it."""

    def __init__(self, groups: Mapping[str, Node], models: Mapping[str, str]) -> None:
        self.automaton = Automaton()
        self.groups = groups
        self.models = models
        self.unknown: set[str] = set()
        """Words of phrases that the dictionary lacks: they match only literally."""
        self._table: dict[str, list[int]] = {}
        self._symbols: dict[frozenset[str], int] = {}
        self._classes: dict[tuple[str, tuple[str, ...]], int] = {}
        self._empty: list[set[int]] = []
        self._moves: list[list[tuple[int, int]]] = []
        self._final: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def add(self, node: Node, list_number: int, line: int) -> None:
        """Add one phrase that belongs to a list."""
        start, end = self._state(), self._state()
        self._wire(node, start, end)
        self._final[end].append((list_number, line))
        anchors = Leads(self).anchors(node) if Leads(self).led(node) else None
        if anchors:
            self.automaton.led.append((start, tuple(sorted(anchors))))
        else:
            self.automaton.starts.append(start)

    def _state(self) -> int:
        self._moves.append([])
        self._empty.append(set())
        return len(self._moves) - 1

    def _wire(self, node: Node, start: int, end: int) -> None:
        match node:
            case Word() | Class():
                self._moves[start].append((self.label(node), end))
            case Gap(most):
                self._gap(most, start, end)
            case Optional(part):
                self._empty[start].add(end)
                self._wire(part, start, end)
            case Group(name):
                self._wire(self.groups[name], start, end)
            case OneOf(parts):
                self._one_of(parts, start, end)
            case Row(parts):
                self._row(parts, start, end)

    def _gap(self, most: int, start: int, end: int) -> None:
        self._empty[start].add(end)
        here = start
        for _ in range(most):
            after = self._state()
            self._moves[here].append((ANY, after))
            self._empty[after].add(end)
            here = after

    def _one_of(self, parts: tuple[Node, ...], start: int, end: int) -> None:
        single = [part for part in parts if isinstance(part, Word) and not part.prefix]
        if len(single) > 1:
            found = frozenset().union(*(self.forms(word) for word in single))
            self._moves[start].append((self.symbol(found), end))
            parts = tuple(part for part in parts if part not in single)
        for part in parts:
            self._wire(part, start, end)

    def _row(self, parts: tuple[Node, ...], start: int, end: int) -> None:
        """Parts in order. A gap beside an absent optional part vanishes (see the package's docstring)."""
        tied = units(parts)
        here = start
        for number, unit in enumerate(tied):
            after = end if number == len(tied) - 1 else self._state()
            inner = unit
            if isinstance(unit, tuple):
                self._empty[here].add(after)
                inner = Row(unit)
            assert not isinstance(inner, tuple)
            self._wire(inner, here, after)
            here = after

    def label(self, node: Word | Class) -> int:
        """The label of a move over a word: its symbol, or a class that is asked for."""
        if isinstance(node, Word):
            if node.prefix:
                return self._prefix(node.text)
            return self.symbol(self.forms(node))
        if node.name in KIND_SYMBOLS:
            return self.automaton.kinds.setdefault(KIND_SYMBOLS[node.name], self._new_symbol())
        if node.name == "слово":
            return ANY
        key = (node.name, tuple(sorted(node.forms)))
        number = self._classes.setdefault(key, len(self._classes))
        if number == len(self.automaton.predicates):
            self.automaton.predicates.append(key)
        return -2 - number

    def _prefix(self, text: str) -> int:
        known = self.automaton.prefixes.get(text)
        if known:
            return known[0]
        symbol = self._new_symbol()
        self.automaton.prefixes[text] = [symbol]
        return symbol

    def _new_symbol(self) -> int:
        number = len(self._symbols)
        self._symbols[frozenset({f"\0{number}"})] = number
        return number

    def symbol(self, found: frozenset[str]) -> int:
        """The symbol of a set of forms."""
        symbol = self._symbols.get(found)
        if symbol is None:
            symbol = self._symbols[found] = len(self._symbols)
            for form in found:
                self._table.setdefault(form, []).append(symbol)
        return symbol

    def forms(self, word: Word) -> frozenset[str]:
        """All folded forms that a word of a phrase means."""
        text = word.text.replace("ё", "е")
        if word.exact:
            return frozenset({text})
        if text in self.models:
            return morph.forms_after(text, self.models[text], word.forms) | ({text} if not word.forms else frozenset())
        found = morph.forms(text, word.forms)
        if not found and not morph.is_known(text):
            self.unknown.add(text)
            return frozenset({text})
        return found

    def finish(self, names: Iterable[str] = ()) -> Automaton:
        """The automaton without empty moves. Classes are settled for `names`, too: there is one in most drafts."""
        root = self._state()
        self._empty[root], self.automaton.starts = set(self.automaton.starts), [root]
        closure = _closures(self._empty)
        moves = (sorted({move for near in closure[state] for move in self._moves[near]}) for state in range(len(self._moves)))
        self.automaton.moves = packed([number for move in row for number in move] for row in moves)
        for state, near in enumerate(closure):
            ends = [accept for other in sorted(near) for accept in self._final.get(other, ())]
            if ends:
                self.automaton.accepts[state] = ends
        named = frozenset(self._table)
        for name in names:
            self._table.setdefault(name, [])
        self.automaton.settled = settle(self.automaton.predicates, self._table, self._new_symbol)
        self._pack(named)
        return self.automaton

    def _pack(self, named: Container[str]) -> None:
        """Forms and their symbols: what a start reads fastest."""
        entries: dict[tuple[bool, bool, tuple[int, ...]], int] = {}
        kinds = {form: (form in named, morph.is_known(form), tuple(symbols)) for form, symbols in sorted(self._table.items())}
        numbers = {form: entries.setdefault(kind, len(entries)) for form, kind in kinds.items()}
        self.automaton.words, self.automaton.size = table(numbers), len(numbers)
        self.automaton.symbols = packed(symbols for _, _, symbols in entries)
        self.automaton.named = bytes(named for named, _, _ in entries)
        self.automaton.spelt = bytes(named and spelt for named, spelt, _ in entries)


def _closures(empty: list[set[int]]) -> list[set[int]]:
    found: list[set[int]] = []
    for state in range(len(empty)):
        near, stack = {state}, [state]
        while stack:
            for other in empty[stack.pop()] - near:
                near.add(other)
                stack.append(other)
        found.append(near)
    return found
