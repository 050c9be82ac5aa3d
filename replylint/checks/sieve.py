"""Words put to a test once, however many texts hold them: most words of a text were seen before and pass without a look."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

MOST_PASSED = 200_000
"""So many words are remembered at most."""


class Sieve:
    """Catches the words for which a test holds. The test must give the same answer for the same word, always."""

    def __init__(self, test: Callable[[str], object]) -> None:
        self._test = test
        self._passed: set[str] = set()
        self._last: tuple[AbstractSet[str], frozenset[str]] = (_NOTHING, _NOTHING)
        """What was asked last, and the answer: several rules put the same reply to the same test."""

    def __call__(self, words: AbstractSet[str]) -> frozenset[str]:
        """The folded words among those that are caught."""
        if words is self._last[0]:
            return self._last[1]
        caught, rest = _NOTHING, words - self._passed
        if rest:
            caught = frozenset(word for word in rest if self._test(word))
            if len(self._passed) > MOST_PASSED:
                self._passed.clear()
            self._passed |= rest - caught
        self._last = words, caught
        return caught


_NOTHING: frozenset[str] = frozenset()
