"""Hours, zones, and what the times of a record show."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from replylint.checks.situation import Earlier
from replylint.context.hours import is_open, week, worked, zone
from replylint.context.talk import clock
from replylint.house import Profile
from replylint.model import Record
from replylint.text import analyse

MONDAY = datetime(2026, 11, 23, 10, 0)


@pytest.mark.parametrize(
    ("text", "day", "hours"),
    [
        ("9-21", 6, (9.0, 21.0)),
        ("пн-пт 9:30–18, сб 10-16", 5, (10.0, 16.0)),
        ("sat-mon 8-20", 0, (8.0, 20.0)),
        ("вс 10-12", 6, (10.0, 12.0)),
    ],
)
def test_hours_are_read(text: str, day: int, hours: tuple[float, float]) -> None:
    assert week(text)[day] == hours


@pytest.mark.parametrize("text", ["", "утром", "21-9", "пн 9", "пн-чц 9-18", "9-25"])
def test_what_is_no_hours_is_told(text: str) -> None:
    with pytest.raises(ValueError):
        week(text)


def test_open_and_worked() -> None:
    hours = week("пн-пт 9-18")
    assert is_open(MONDAY, hours)
    assert not is_open(MONDAY + timedelta(days=5), hours)
    friday = MONDAY + timedelta(days=4, hours=7)
    assert worked(friday, friday + timedelta(days=3), hours) == timedelta(hours=9)


@pytest.mark.parametrize(
    ("asked", "answered", "late", "slow"),
    [
        ("2026-11-01T10:00:00", "2026-11-23T10:00:00", True, True),
        ("2026-11-22T20:50:00", "2026-11-23T09:20:00", False, False),
        ("2026-11-23T09:00:00", "2026-11-23T10:00:00", False, True),
        ("2026-11-23T09:00:00+03:00", "2026-11-23T09:10:00+03:00", False, False),
        ("2026-11-23T06:00:00+00:00", "2026-11-23T09:10:00+03:00", False, False),
        ("2026-11-23T09:00:00", "", None, None),
        ("вчера", "2026-11-23T09:00:00", None, None),
    ],
)
def test_late_and_slow(asked: str, answered: str, late: bool | None, slow: bool | None) -> None:
    profile = Profile(hours="9-21", timezone="+03:00", response_time=30)
    shown = clock(Record("Да.", asked_at=asked, answered_at=answered), (), profile)
    assert (shown.late, shown.slow) == (late, slow)


def test_the_same_day_is_told_by_the_last_answers() -> None:
    said = Earlier("agent", analyse("Добрый день!"), {}, "2026-11-23T09:00:00")
    assert clock(Record("Да.", answered_at="2026-11-23T18:00:00"), [said], Profile()).same_day
    assert clock(Record("Да.", answered_at="2026-11-24T18:00:00"), [said], Profile()).same_day is False
    assert clock(Record("Да."), [said], Profile()).same_day is None


def test_zones() -> None:
    assert zone("+03:00").utcoffset(None) == timedelta(hours=3)
    with pytest.raises(ValueError):
        zone("Марс")
