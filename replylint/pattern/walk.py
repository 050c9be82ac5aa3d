"""A phrase matched step by step, slowly and plainly: what `trace` shows, and what the automaton is tested against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from replylint import morph
from replylint.pattern.leads import KIND_SYMBOLS
from replylint.pattern.match import Predicate
from replylint.pattern.tree import Class, Gap, Group, Node, OneOf, Optional, Row, Word, units
from replylint.text import Token


@dataclass(frozen=True, slots=True)
class Walker:
    """Matches trees on the words of one sentence."""

    groups: Mapping[str, Node]
    models: Mapping[str, str]
    holds: Predicate

    def ends(self, node: Node, words: Sequence[Token], start: int) -> frozenset[int]:
        """Where a match that begins at `start` may end (half-open)."""
        match node:
            case Word() | Class():
                return frozenset({start + 1}) if start < len(words) and self.accepts(node, words[start]) else frozenset()
            case Gap(most):
                return frozenset(self._over(words, start, most))
            case Optional(part):
                return frozenset({start}) | self.ends(part, words, start)
            case OneOf(parts):
                return frozenset().union(*(self.ends(part, words, start) for part in parts))
            case Group(name):
                return self.ends(self.groups[name], words, start)
            case Row(parts):
                steps = self.steps(parts, words, start)
                return steps[-1] if len(steps) == len(units(parts)) + 1 else frozenset()

    def steps(self, parts: Sequence[Node], words: Sequence[Token], start: int) -> list[frozenset[int]]:
        """Where each unit of a row may end; stops at the first that fails. Element 0 is {start}.

        A gap beside an optional part belongs to it (`build.units`): absent part, no gap.
        """
        places: list[frozenset[int]] = [frozenset({start})]
        for unit in units(parts):
            reached: frozenset[int] = frozenset()
            if isinstance(unit, tuple):
                reached = places[-1]
                unit = Row(unit)  # noqa: PLW2901
            reached |= frozenset().union(*(self.ends(unit, words, place) for place in places[-1]))
            if not reached:
                return places
            places.append(reached)
        return places

    def _over(self, words: Sequence[Token], start: int, most: int) -> list[int]:
        ends = [start]
        while len(ends) <= most and ends[-1] < len(words) and words[ends[-1]].kind != "quote":
            ends.append(ends[-1] + 1)
        return ends

    def accepts(self, node: Word | Class, token: Token) -> bool:
        """Whether one word of a phrase accepts a token."""
        if token.kind == "quote":
            return False
        if isinstance(node, Class):
            if node.name in KIND_SYMBOLS:
                return token.kind == KIND_SYMBOLS[node.name]
            return node.name == "слово" or self.holds(token, node.name, tuple(sorted(node.forms)))
        return self._is(node, node.text.replace("ё", "е"), token)

    def _is(self, node: Word, text: str, token: Token) -> bool:
        if node.prefix:
            return token.norm.startswith(text)
        if node.exact:
            return token.norm == text
        if text in self.models:
            forms = morph.forms_after(text, self.models[text], node.forms)
            return token.norm in forms or (not node.forms and token.norm == text)
        forms = morph.forms(text, node.forms)
        return token.norm in forms or (not forms and not morph.is_known(text) and token.norm == text)
