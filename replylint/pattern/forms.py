"""The table of all word forms that some rule names: a word graph, as small as it loads fast."""

from __future__ import annotations

from functools import cached_property
from typing import Any


def table(numbers: dict[str, int]) -> bytes:
    """A table of forms and their numbers, as `Forms` reads it."""
    from dawg import IntDAWG

    return bytes(IntDAWG(sorted(numbers.items())).tobytes())


class Forms:
    """Form → the number of its entry. `words`: a table; for each entry `named`: whether a rule names its forms, `spelt`:
    whether a rule does and the dictionary has them.
    """

    def __init__(self, words: bytes, named: bytes = b"", spelt: bytes = b"") -> None:
        self._words = words
        self._named = named
        self._spelt = spelt

    @cached_property
    def get(self) -> Any:
        """`get(word)`: the number of a form; None for an unknown word."""
        from dawg import IntDAWG

        graph = IntDAWG()
        if self._words:
            graph.frombytes(self._words)
        return graph.get

    def __contains__(self, word: object) -> bool:
        entry = self.get(word) if isinstance(word, str) else None
        return entry is not None and bool(self._named[entry])

    def spelt(self, word: str) -> bool:
        """Whether a rule names a form that the dictionary has: settled when the rules were compiled."""
        entry = self.get(word)
        return entry is not None and bool(self._spelt[entry])
