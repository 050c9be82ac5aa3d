"""Lists of whole numbers in one piece of memory: a cache loads them at once, and only those that are asked for are made."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

WIDTH: Final = "i"
"""Four bytes a number, with a sign."""


def packed(rows: Iterable[Sequence[int]]) -> tuple[bytes, bytes]:
    """Rows as (all their numbers, where each row begins and the last one ends)."""
    kept = [tuple(row) for row in rows]
    numbers = array(WIDTH, (number for row in kept for number in row))
    starts = array(WIDTH, accumulate((len(row) for row in kept), initial=0))
    return numbers.tobytes(), starts.tobytes()


class Rows:
    """Rows that were packed."""

    def __init__(self, content: tuple[bytes, bytes]) -> None:
        self._numbers: memoryview[int] = memoryview(content[0]).cast(WIDTH)
        self._starts: memoryview[int] = memoryview(content[1]).cast(WIDTH)

    def __len__(self) -> int:
        return max(0, len(self._starts) - 1)

    def __getitem__(self, row: int) -> memoryview[int]:
        """The numbers of a row, where they stand. Raises IndexError behind the last."""
        return self._numbers[self._starts[row] : self._starts[row + 1]]
