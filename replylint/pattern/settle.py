"""Which words of the rules belong to which verbal classes: settled when rules are compiled, so that a start needs no dictionary."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from replylint import morph
from replylint.pattern.classes import CLASS_SHARE, GRAMMAR, endings_of

VERBAL = ("глагол", "инф")
"""Classes whose words the endings part from all others: few need be looked up."""


def settle(predicates: Sequence[tuple[str, tuple[str, ...]]], table: dict[str, list[int]], new: Callable[[], int]) -> dict[int, int]:
    """Number of a predicate → the symbol that its words get in the table."""
    wanted = {number: new() for number, (name, _) in enumerate(predicates) if name in VERBAL}
    tests = [(symbol, _test(*predicates[number])) for number, symbol in wanted.items()]
    for form, symbols in table.items():
        for symbol, (endings, grammemes) in tests:
            if all(ending.search(form) for ending in endings) and morph.class_share(form, grammemes) >= CLASS_SHARE:
                symbols.append(symbol)
    return wanted


def _test(name: str, forms: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], ...], frozenset[str]]:
    grammemes = frozenset({GRAMMAR[name], *forms})
    return endings_of(GRAMMAR[name], frozenset(forms)), grammemes
