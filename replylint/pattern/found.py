"""Where phrases stand in a text: hits of a list are chosen when somebody asks for that list — few are asked for."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping, Sequence, ValuesView
from typing import Any, NamedTuple


class Hit(NamedTuple):
    """Words `first` to `last` (half-open) of a document match line `line` of a list."""

    first: int
    last: int
    line: int


Hits = Mapping[int, Sequence[Hit]]
Ending = tuple[int, int, int]
"""(first word, −last word, line): in the order in which hits are chosen."""


class Sort:
    """Words of the same symbols: to the automaton they are the same, but for classes that only the dictionary knows."""

    __slots__ = ("led", "settled", "symbols")

    def __init__(self, symbols: tuple[int, ...], settled: frozenset[int] | None, led: int) -> None:
        self.symbols = symbols
        self.settled = settled
        """The classes that they are in; None for words that no rule names."""
        self.led = led
        """A bit for each of the phrases led by a class that a sentence with such a word may hold."""


class State:
    """A set of states of the automaton, and what was learnt of it."""

    __slots__ = ("asked", "ends", "following", "labels")

    def __init__(self, ends: list[tuple[int, int]], labels: dict[int, list[int]], asked: list[int]) -> None:
        self.ends = ends
        """(list, line) of the phrases that end here."""
        self.labels = labels
        self.asked = asked
        """Labels of classes."""
        self.following: dict[Sort, State] = {}


DEAD = State([], {}, [])
"""Where no phrase goes on."""


class Word(NamedTuple):
    """What is known of a word, wherever it stands."""

    sort: Sort
    state: State
    """Where it leads from the root."""
    after: dict[State, State]
    """Where it leads from states that ask for its grammar."""


class Found(dict[int, Any]):
    """List number → its hits, leftmost-longest, not overlapping, in order. A list of endings becomes its hits when it is read."""

    def __getitem__(self, number: int) -> Sequence[Hit]:
        """The hits of a list that has some. Raises KeyError."""
        held = dict.__getitem__(self, number)
        if type(held) is list:
            held = self[number] = _longest(held)
        return held  # type: ignore[no-any-return]  # a tuple of hits

    def get(self, number: int, default: Any = None) -> Any:
        """The hits of a list, or the default."""
        held = dict.get(self, number)
        if held is None:
            return default
        return self[number] if type(held) is list else held

    def items(self) -> ItemsView[int, Sequence[Hit]]:  # type: ignore[override]  # hits, whatever is held
        """All lists with their hits."""
        self._choose()
        return super().items()

    def values(self) -> ValuesView[Sequence[Hit]]:  # type: ignore[override]  # hits, whatever is held
        """The hits of all lists."""
        self._choose()
        return super().values()

    def _choose(self) -> None:
        for number in self:
            self[number]  # reading it chooses its hits


def _longest(ends: list[Ending]) -> tuple[Hit, ...]:
    """Leftmost-longest hits that do not overlap; of equal ones the first line wins."""
    if len(ends) == 1:
        return (Hit(ends[0][0], -ends[0][1], ends[0][2]),)
    kept: list[Hit] = []
    taken = 0
    for first, last, line in sorted(ends):
        if first >= taken:
            taken = -last
            kept.append(_new(Hit, (first, taken, line)))
    return tuple(kept)


_new = tuple.__new__
"""Makes a hit in a third of the time: hits are made by the thousand."""
