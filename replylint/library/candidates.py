"""Which texts are worth comparing: those that share one of their rarest words. Never all pairs.

Two rows whose words agree by more than a share must have one of the rarest words of each in common (prefix filtering),
so in a small library nothing is missed. A word that many rows have among their rarest would bring back the square of
their number: there only neighbours in the order of the texts, read forwards and backwards, are compared. The work grows
with the number of rows (times its logarithm, for sorting).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil

FEW = 24
"""So many rows that share a word are all compared with each other …"""
WINDOW = 8
"""… and of more, each with so many neighbours."""


def alike(rows: Sequence[str], floor: float) -> list[tuple[int, int, float]]:
    """Pairs of rows (numbers, in order) whose words agree by more than `floor`, and by how much."""
    from rapidfuzz.distance import Indel

    found = []
    for pair in pairs(rows, floor):
        one, other = divmod(pair, len(rows))
        share = Indel.normalized_similarity(rows[one], rows[other], score_cutoff=floor)
        if share > floor:
            found.append((one, other, share))
    return sorted(found)


def pairs(rows: Sequence[str], floor: float) -> set[int]:
    """Pairs (one × number of rows + other) that may agree by more than `floor`."""
    shorter = floor / (2 - floor)
    sizes = [len(row) for row in rows]
    found: set[int] = set()
    for holders in _postings(rows, shorter).values():
        for one, other in _neighbours(rows, holders):
            small, large = sizes[one], sizes[other]
            if small >= shorter * large and large >= shorter * small:
                found.add(one * len(rows) + other if one < other else other * len(rows) + one)
    return found


def _postings(rows: Sequence[str], shorter: float) -> dict[tuple[str, int], list[int]]:
    """Word → the rows that have it among their rarest. A word that stands again counts as another one."""
    counted = [[(word, number) for word, size in Counter(row).items() for number in range(size)] for row in rows]
    frequency = Counter(word for words in counted for word in words)
    postings: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, words in enumerate(counted):
        words.sort(key=lambda word: (frequency[word], word))
        for word in words[: len(words) - ceil(shorter * len(words)) + 1]:
            if frequency[word] > 1:
                postings[word].append(number)
    return postings


def _neighbours(rows: Sequence[str], holders: list[int]) -> Iterator[tuple[int, int]]:
    if len(holders) <= FEW:
        yield from combinations(holders, 2)
        return
    for order in (sorted(holders, key=lambda n: (rows[n], n)), sorted(holders, key=lambda n: (rows[n][::-1], n))):
        for place, one in enumerate(order):
            yield from ((one, other) for other in order[place + 1 : place + 1 + WINDOW])
