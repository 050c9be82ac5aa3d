"""The house's hours: «пн-пт 9-18, сб 10-16» in its own time zone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from replylint.expressions import expression

DAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Week = Mapping[int, tuple[float, float]]
"""Day of the week (Monday 0) → the hours from which and to which the house is there."""
LONGEST = timedelta(days=366)
"""Longer times are not counted by the day."""
_PART = expression(
    r"(?:(?P<first>[а-яa-z]{2,3})(?:\s*[-–—]\s*(?P<last>[а-яa-z]{2,3}))?\s+)?"
    r"(?P<from>\d{1,2}(?::\d\d)?)\s*[-–—]\s*(?P<to>\d{1,2}(?::\d\d)?)"
)
_OFFSET = expression(r"([+-])(\d{2}):?(\d{2})")


@lru_cache(maxsize=64)
def week(text: str) -> Week:
    """The hours in a text. Raises ValueError where it is none."""
    found: dict[int, tuple[float, float]] = {}
    for part in text.lower().split(","):
        match = _PART.fullmatch(part.strip())
        if match is None:
            raise ValueError(part)
        first = _day(match["first"]) if match["first"] else 0
        last = _day(match["last"]) if match["last"] else first if match["first"] else 6
        opens, closes = _hour(match["from"]), _hour(match["to"])
        if opens >= closes:
            raise ValueError(part)
        for step in range((last - first) % 7 + 1):
            found[(first + step) % 7] = (opens, closes)
    return found


def _day(name: str) -> int:
    return DAYS.index(name) if name in DAYS else ENGLISH.index(name)


def _hour(text: str) -> float:
    hour, _, minute = text.partition(":")
    found = int(hour) + int(minute or 0) / 60
    if found > 24:
        raise ValueError(text)
    return found


@lru_cache(maxsize=64)
def zone(text: str) -> tzinfo:
    """A time zone by name or offset. Raises ValueError."""
    match = _OFFSET.fullmatch(text)
    if match:
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(-offset if match[1] == "-" else offset)
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(text)
    except (KeyError, OSError) as error:
        raise ValueError(text) from error


def is_open(time: datetime, hours: Week) -> bool:
    """Whether the house is there at a time (of its own zone)."""
    opens, closes = hours.get(time.weekday(), (0.0, 0.0))
    return opens <= time.hour + time.minute / 60 < closes


def worked(start: datetime, end: datetime, hours: Week) -> timedelta:
    """How much of the time between two moments lies in the hours."""
    if end - start > LONGEST:
        return end - start
    total = timedelta()
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    while day < end:
        opens, closes = hours.get(day.weekday(), (0.0, 0.0))
        since, until = max(start, day + timedelta(hours=opens)), min(end, day + timedelta(hours=closes))
        total += max(until - since, timedelta())
        day += timedelta(days=1)
    return total
