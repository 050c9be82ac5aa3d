"""Usual misspellings: which words look like one, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from replylint import morph

_SHORTEST = 3


class Repairs:
    """Lines `wrong → right`: beginnings of words, or endings of verbs where both begin with a hyphen. Words are asked once."""

    def __init__(self, lines: Sequence[str]) -> None:
        split = [line.partition("→") for line in lines]
        self._pairs = [(morph.fold(wrong.strip()), right.strip()) for wrong, _, right in split]
        self._starts = tuple(wrong for wrong, _ in self._pairs if not wrong.startswith("-"))
        self._ends = tuple(wrong[1:] for wrong, _ in self._pairs if wrong.startswith("-"))
        self._suspects: dict[str, bool] = {}
        self._better: dict[str, str | None] = {}

    def suspect(self, word: str) -> bool:
        """Whether a folded word looks misspelt."""
        found = self._suspects.get(word)
        if found is None:
            found = self._suspects[word] = word.startswith(self._starts) or word.endswith(self._ends)
        return found

    def better(self, word: str) -> str | None:
        """An unknown word with its misspelling put right, if that makes it a word; «не» torn from a verb."""
        if word not in self._better:
            self._better[word] = self._found(word)
        return self._better[word]

    def _found(self, word: str) -> str | None:
        for wrong, right in self._pairs:
            made = _swapped(word, wrong, right)
            if made and all(morph.is_word(piece) for piece in made.split()) and (not wrong.startswith("-") or _verb(made)):
                return made
        rest = word.removeprefix("не")
        if rest != word and len(rest) >= _SHORTEST and _verb(rest):
            return f"не {rest}"
        return None


def _verb(word: str) -> bool:
    return any(reading.grammemes & {"VERB", "INFN"} for reading in morph.readings(word))


def _swapped(word: str, wrong: str, right: str) -> str:
    if wrong.startswith("-"):
        return word[: len(word) - len(wrong) + 1] + right[1:] if word.endswith(wrong[1:]) else ""
    return right + word[len(wrong) :] if word.startswith(wrong) else ""
