"""Charts as numbers: where bars and points of an SVG stand. The templates draw them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from replylint.trainer.course import FIVE
from replylint.trainer.model import Moment

STEP = 10
WIDE, HIGH = 480, 180
LEFT, RIGHT, TOP, BOTTOM = 34, 16, 18, 26
LAST = 60
"""So many days of the progress at most."""
BANDS = ("send", "polish", "rewrite", "block")


class Bar(NamedTuple):
    """A bar of the histogram: its place, the scores it stands for, how many."""

    x: float
    y: float
    width: float
    height: float
    label: str
    many: int
    band: str


class Point(NamedTuple):
    """A day of the progress line."""

    x: float
    y: float
    day: str
    score: float


class Line(NamedTuple):
    """The progress line: its points, the same as SVG coordinates, the horizontal rules."""

    points: tuple[Point, ...]
    path: str
    rules: tuple[tuple[float, int], ...]


def band(score: float | None) -> str:
    """The band of a score: the class of its colour."""
    if score is None:
        return "none"
    return next(name for name, (least, _) in zip(BANDS, FIVE, strict=True) if score >= least)


def histogram(scores: Iterable[int]) -> tuple[Bar, ...]:
    """Ten bars: 0–9 … 90–100."""
    counts = Counter(min(score // STEP, 9) for score in scores)
    most = max(counts.values(), default=1)
    room, slot = HIGH - TOP - BOTTOM, WIDE / 10
    made = []
    for place in range(10):
        high = room * counts[place] / most
        label = f"{place * STEP}–{place * STEP + STEP - 1 + (place == 9)}"
        made.append(
            Bar(
                round(place * slot + 3, 1),
                round(TOP + room - high, 1),
                round(slot - 6, 1),
                round(high, 1),
                label,
                counts[place],
                _of(place),
            )
        )
    return tuple(made)


def _of(place: int) -> str:
    """The band in which most of a bar's scores lie."""
    return band(place * STEP + STEP // 2)


def line(moments: Sequence[Moment]) -> Line | None:
    """The progress over time; None where there are not two days."""
    shown = moments[-LAST:]
    if len(shown) < 2:
        return None
    room = HIGH - TOP - BOTTOM
    places = _places([one.day for one in shown])
    points = tuple(
        Point(round(LEFT + (WIDE - LEFT - RIGHT) * x, 1), round(TOP + room * (100 - one.score) / 100, 1), one.day, one.score)
        for x, one in zip(places, shown, strict=True)
    )
    rules = tuple((round(TOP + room * (100 - value) / 100, 1), value) for value in (100, 75, 50, 25, 0))
    return Line(points, " ".join(f"{point.x},{point.y}" for point in points), rules)


def _places(days: Sequence[str]) -> list[float]:
    """Where the days stand between 0 and 1: by date, or evenly where one is no date."""
    try:
        numbers = [date.fromisoformat(day).toordinal() for day in days]
    except ValueError:
        numbers = list(range(len(days)))
    first, span = numbers[0], (numbers[-1] - numbers[0]) or 1
    return [(number - first) / span for number in numbers]
