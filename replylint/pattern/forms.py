"""The table of all word forms: searched in place for one draft, turned into a dictionary once that pays."""

from __future__ import annotations

from array import array
from bisect import bisect_left

ENOUGH = 1_000
"""So many look-ups cost as much as making the dictionary."""


class Forms:
    """Form → the number of its entry. `words`: all forms, sorted, one a line; `starts`: where each begins; `numbers`: theirs."""

    def __init__(self, words: str, starts: bytes, numbers: bytes, spelt: bytes = b"") -> None:
        self._words = words
        self._starts = array("I")
        self._starts.frombytes(starts)
        self._numbers = array("H")
        self._numbers.frombytes(numbers)
        self._spelt = spelt
        self._asked = 0
        self._table: dict[str, int] | None = None

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.get(word) is not None

    def spelt(self, word: str) -> bool:
        """Whether a rule names a form that the dictionary has: settled when the rules were compiled."""
        entry = self.get(word)
        return entry is not None and bool(self._spelt[entry])

    def get(self, word: str) -> int | None:
        """The number of a form; None for an unknown word."""
        if self._table is not None:
            return self._table.get(word)
        self._asked += 1
        if self._asked > ENOUGH:
            self._table = dict(zip(self._words.split("\n"), self._numbers, strict=False))
        return self._search(word)

    def _search(self, word: str) -> int | None:
        place = bisect_left(range(len(self._numbers)), word, key=self._word)
        return self._numbers[place] if place < len(self._numbers) and self._word(place) == word else None

    def _word(self, place: int) -> str:
        starts = self._starts
        return self._words[starts[place] : starts[place + 1] - 1]
