"""Phrases that begin with a class: what else must be in their sentence, so that the dictionary is asked there only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from replylint.pattern.tree import Class, Group, Node, OneOf, Optional, Row, Word

KIND_SYMBOLS = {"число": "number", "подстановка": "placeholder", "ссылка": "link", "почта": "email"}
"""Classes that a token's kind settles."""


class Symbols(Protocol):
    """What knows the symbols of words (the builder)."""

    @property
    def groups(self) -> Mapping[str, Node]:
        """The named groups."""

    def label(self, node: Word | Class) -> int:
        """The label of a move over a word."""

    def symbol(self, found: frozenset[str]) -> int:
        """The symbol of a set of forms."""

    def forms(self, word: Word) -> frozenset[str]:
        """All forms that a word means."""


class Leads:
    """Answers for the phrases of one builder."""

    def __init__(self, symbols: Symbols) -> None:
        self._symbols = symbols

    def led(self, node: Node) -> bool:
        """Whether a phrase may begin with a class that only the dictionary can tell, or with any word."""
        match node:
            case Class(name):
                return name not in KIND_SYMBOLS
            case Optional(part):
                return self.led(part)
            case Group(name):
                return self.led(self._symbols.groups[name])
            case OneOf(parts):
                return any(self.led(part) for part in parts)
            case Row(parts):
                free = next((n for n, part in enumerate(parts) if not isinstance(part, Optional)), len(parts))
                return any(self.led(part) for part in parts[: free + 1])
            case _:
                return False

    def anchors(self, node: Node) -> set[int] | None:
        """Symbols one of which every match has; None where there is no such set."""
        match node:
            case Word() | Class():
                label = self._symbols.label(node)
                return {label} if label >= 0 else None
            case Group(name):
                return self.anchors(self._symbols.groups[name])
            case OneOf(parts):
                return self._any(parts)
            case Row(parts):
                found = [anchors for part in parts if (anchors := self.anchors(part))]
                return min(found, key=len, default=None)
            case _:
                return None

    def _any(self, parts: tuple[Node, ...]) -> set[int] | None:
        """Anchors of alternatives: those of each, where each has some. Single words share a symbol, as the builder wires them."""
        single = [part for part in parts if isinstance(part, Word) and not part.prefix]
        shared = len(single) > 1
        found = {self._symbols.symbol(frozenset().union(*(self._symbols.forms(word) for word in single)))} if shared else set()
        for part in (part for part in parts if not shared or part not in single):
            anchors = self.anchors(part)
            if anchors is None:
                return None
            found |= anchors
        return found
