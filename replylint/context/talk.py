"""The talk so far and the clock: what was said before, when, and what the house promised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from replylint.checks.situation import Earlier
from replylint.context.hours import is_open, week, worked, zone
from replylint.house import Profile
from replylint.model import Record
from replylint.pattern.match import Hits
from replylint.text import Document


def earlier(record: Record, read: Callable[[str], tuple[Document, Hits]]) -> tuple[Earlier, ...]:
    """The earlier messages of a record, analysed and matched."""
    return tuple(Earlier(message.author, *read(message.text), message.at) for message in record.history)


def moment(text: str) -> datetime | None:
    """An ISO 8601 time; None for none, or one that is not."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None


class Clock(NamedTuple):
    """The facts that times show. None: not known."""

    late: bool | None = None
    """The answer comes more than `late-after` days after the message."""
    slow: bool | None = None
    """The first answer took longer than `response-time`, in the house's hours."""
    out_of_hours: bool | None = None
    same_day: bool | None = None
    """Whether the house wrote to this customer earlier on the same day."""
    waited: timedelta | None = None
    """From the message to the answer, in the house's hours."""
    days: int = 0


def clock(record: Record, talk: Sequence[Earlier], profile: Profile) -> Clock:
    """What the times of a record show."""
    asked, answered = local(moment(record.asked_at), profile), local(moment(record.answered_at), profile)
    hours = week(profile.hours) if profile.hours else None
    out_of_hours = not is_open(answered, hours) if answered and hours else None
    same_day = _same_day(answered or asked, talk, profile)
    if asked is None or answered is None or (asked.tzinfo is None) != (answered.tzinfo is None):
        return Clock(None, None, out_of_hours, same_day)
    late = answered - asked > timedelta(days=profile.late_after)
    waited = worked(asked, answered, hours) if hours else answered - asked
    slow = waited > timedelta(minutes=profile.response_time) if profile.response_time and not talk else None
    return Clock(late, slow, out_of_hours, same_day, waited, (answered - asked).days)


def local(time: datetime | None, profile: Profile) -> datetime | None:
    """A time as the house's clocks show it; one without a zone is the house's already."""
    if time is None or not profile.timezone:
        return time
    place = zone(profile.timezone)
    return time.replace(tzinfo=place) if time.tzinfo is None else time.astimezone(place)


def _same_day(now: datetime | None, talk: Sequence[Earlier], profile: Profile) -> bool | None:
    said = [local(moment(message.at), profile) for message in talk if message.author == "agent"]
    if not said:
        return False
    days = {time.date() for time in said if time is not None}
    return now.date() in days if now and days else None


def shown(time: timedelta | None) -> str:
    """Hours and minutes: «26:40»."""
    minutes = int(time.total_seconds()) // 60 if time is not None else 0
    return f"{minutes // 60}:{minutes % 60:02}" if time is not None else ""
