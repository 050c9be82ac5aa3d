"""Which words of the rules belong to which classes: settled when rules are compiled, so that a start needs no dictionary."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from replylint import morph
from replylint.pattern.classes import CLASS_SHARE, GRAMMAR


def settle(predicates: Sequence[tuple[str, tuple[str, ...]]], table: dict[str, list[int]], new: Callable[[], int]) -> dict[int, int]:
    """Number of a predicate → the symbol that its words get in the table."""
    wanted = {number: new() for number, (name, _) in enumerate(predicates) if name in GRAMMAR}
    tests = [(symbol, frozenset({GRAMMAR[predicates[number][0]], *predicates[number][1]})) for number, symbol in wanted.items()]
    for form, symbols in table.items():
        readings = morph.readings(form)
        total = sum(reading.share for reading in readings)
        for symbol, grammemes in tests:
            share = sum(reading.share for reading in readings if morph.has(reading.grammemes, grammemes))
            if share and share / total >= CLASS_SHARE:
                symbols.append(symbol)
    return wanted
