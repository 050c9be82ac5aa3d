"""When something was handed in: dates as people and forms write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time

_RUSSIAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s.*)?")


def moment(text: str, *, end: bool = False) -> datetime | None:
    """The moment that a text tells, without its zone; a date alone is its beginning (`end`: its last moment). None for no date.

    Understood: ISO 8601, `14.03.2026 18:00`, `2026/03/14 18:00:00`.
    """
    text = text.strip()[:40]
    parts = _RUSSIAN.fullmatch(text)
    order = (3, 2, 1) if parts else (1, 2, 3)
    parts = parts or _SLASHED.fullmatch(text)
    try:
        if parts:
            day = date(*(int(parts[number]) for number in order))
            clock = time(int(parts[4]), int(parts[5]), int(parts[6] or 0)) if parts[4] else None
        elif len(text) == 10:
            day, clock = date.fromisoformat(text), None
        else:
            return datetime.fromisoformat(text)
    except ValueError:
        return None
    return datetime.combine(day, clock if clock is not None else time.max if end else time.min)


def after(one: datetime, other: datetime) -> bool:
    """Whether one moment is after another; where only one has a zone, both are read as local."""
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return one > other
