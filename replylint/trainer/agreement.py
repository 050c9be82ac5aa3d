"""How well two ratings agree: share within ten points, weighted kappa of bands, Kendall's tau-b."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Hashable, Sequence

NEAR = 10


def within(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """The share of pairs that lie at most ten points apart; None without pairs."""
    return sum(abs(x - y) <= NEAR for x, y in zip(xs, ys, strict=True)) / len(xs) if xs else None


def kappa(xs: Sequence[int], ys: Sequence[int], size: int) -> float | None:
    """Cohen's kappa with quadratic weights of two ratings on 0 … size − 1; None where chance alone would agree."""
    seen = Counter(zip(xs, ys, strict=True))
    rows, columns = Counter(xs), Counter(ys)
    apart = sum(number * (x - y) ** 2 for (x, y), number in seen.items())
    chance = sum(rows[x] * columns[y] * (x - y) ** 2 for x in range(size) for y in range(size)) / len(xs) if xs else 0
    return 1 - apart / chance if chance else None


def tau(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Kendall's tau-b; None where one side has one value alone. Sorted once, then counted: no pairs are walked."""
    count = len(xs) * (len(xs) - 1) // 2
    ties_x, ties_y, ties = _ties(xs), _ties(ys), _ties(list(zip(xs, ys, strict=True)))
    below = math.sqrt((count - ties_x) * (count - ties_y))
    if not below:
        return None
    discordant = _inversions([y for _, y in sorted(zip(xs, ys, strict=True))])
    return (count - ties_x - ties_y + ties - 2 * discordant) / below


def _ties(values: Sequence[Hashable]) -> int:
    return sum(number * (number - 1) // 2 for number in Counter(values).values())


def _inversions(values: Sequence[float]) -> int:
    """Pairs that stand the wrong way round."""
    seen: list[float] = []
    found = 0
    for value in values:
        found += len(seen) - bisect_left(seen, value + 1e-12)
        insort(seen, value)
    return found
