"""The compiled form of all phrases: plain data, made by `build`, walked by `match`, kept by the rulebook's cache."""

from __future__ import annotations

from dataclasses import dataclass, field

ANY = -1
"""The label of a move over any word."""


@dataclass(slots=True)
class Automaton:
    """Plain data. A move has a label and a target; labels ≥ 0 are symbols, ANY any word, below −1 predicates (−2−n)."""

    words: bytes = b""
    """All forms with the numbers of their entries in `symbols`, as `forms.table` makes it."""
    size: int = 0
    """How many forms there are."""
    symbols: tuple[bytes, bytes] = (b"", b"")
    """The symbols of each kind of form: packed rows."""
    named: bytes = b""
    """For each entry of `symbols` whether a rule names its forms, 1 or 0: others are people's names."""
    spelt: bytes = b""
    """For each entry of `symbols` whether a rule names its forms and the dictionary has them: 1 or 0."""
    prefixes: dict[str, list[int]] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    predicates: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    settled: dict[int, int] = field(default_factory=dict)
    """Number of a predicate → the symbol of those forms of `words` that it holds for."""
    moves: tuple[bytes, bytes] = (b"", b"")
    """For each state its moves, label and target in turn: packed rows."""
    accepts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    """Start states; when all phrases are in, one that has the moves of all: so many need not be gathered at every start."""
    led: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    """Start states of phrases that begin with a class, each with symbols one of which its sentence must have: only there is
    the dictionary asked."""
