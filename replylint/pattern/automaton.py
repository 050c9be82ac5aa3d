"""The compiled form of all phrases: plain data, made by `build`, walked by `match`, kept by the rulebook's cache."""

from __future__ import annotations

from dataclasses import dataclass, field

ANY = -1
"""The label of a move over any word."""


@dataclass(slots=True)
class Automaton:
    """Plain data. A move is (label, target); labels ≥ 0 are symbols, ANY any word, below −1 predicates (−2−n)."""

    words: str = ""
    """All forms, sorted, one a line: a string loads ten times faster than a table."""
    starts_of: bytes = b""
    """Where each form begins in `words`, and where the last one ends; four bytes each."""
    kinds_of: bytes = b""
    """For each form the number of its entry in `symbols`, two bytes each."""
    symbols: list[list[int]] = field(default_factory=list)
    prefixes: dict[str, list[int]] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    predicates: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    moves: list[list[tuple[int, int]]] = field(default_factory=list)
    accepts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    """Start states; their moves are the automaton's roots."""
