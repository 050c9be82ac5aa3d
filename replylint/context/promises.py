"""By when an earlier message of ours promised an answer («завтра до обеда»): words are data (`rules/context/promises.yaml`)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from replylint.checks.situation import Earlier
from replylint.context.hours import week
from replylint.context.talk import local, moment
from replylint.expressions import expression
from replylint.house import Profile
from replylint.pattern.match import Hit

GRACE = timedelta(minutes=15)
"""So much later nobody minds."""
DAY = 1440  # minutes; from here on units run to the end of their last day
WORKING = range(5)
SOME_TIME = datetime(2026, 1, 5, 12)  # noqa: DTZ001  # whatever: only whether a time is named counts then
EARLIEST = 8
"""«До шести» without «утра» is in the evening: houses answer from this hour on."""
_FIGURE = expression(r"(\d{1,2})(?:[:.](\d{2}))?")
_DATE = expression(r"(\d{1,2})\.(\d{1,2})(?:\.\d+)?")


class Promise(NamedTuple):
    """What was promised: an answer, or a deed that messages do not show; by when; in which words."""

    kind: str
    due: datetime
    words: str


class Given(NamedTuple):
    """What our last message promised by a time."""

    any: bool = False
    broken: Mapping[str, str] = {}
    """Kinds of promise whose time has passed → the words that named it."""


class Sentence(NamedTuple):
    """One sentence of an earlier message: the hits in it by the keys of the data, and when it was written."""

    message: Earlier
    hits: Mapping[str, Sequence[Hit]]
    at: datetime
    days: Sequence[int]
    """Working days of the week."""

    def of(self, prefix: str) -> Iterator[tuple[str, Hit]]:
        """Hits of keys `prefix-value`, each with its value."""
        for key, hits in self.hits.items():
            if key.startswith(f"{prefix}-"):
                yield from ((key.removeprefix(f"{prefix}-"), hit) for hit in hits)

    def number(self, hit: Hit) -> int | None:
        """The number inside a hit, in figures or in words."""
        for word in self.message.document.words[hit.first : hit.last]:
            if word.kind == "number" and (figure := _FIGURE.match(word.norm)):
                return int(figure[1])
        inside = [int(value) for value, other in self.of("count") if hit.first <= other.first < hit.last]
        return inside[0] if inside else None

    def clear(self, hit: Hit, taken: Sequence[Hit]) -> bool:
        """Whether a hit shares no word with others."""
        return not any(other.first < hit.last and hit.first < other.last for other in taken)


def given(talk: Sequence[Earlier], answered_at: str, lists: Mapping[str, int], profile: Profile) -> Given:
    """What our last message promised, and what of it is overdue when this answer comes."""
    ours = [message for message in talk if message.author == "agent"]
    if not ours:
        return Given()
    now, at = local(moment(answered_at), profile), local(moment(ours[-1].at), profile)
    found = [*promises(ours[-1], at or SOME_TIME, lists, profile)]
    if now is None or at is None or (now.tzinfo is None) != (at.tzinfo is None):
        return Given(bool(found))
    return Given(bool(found), {p.kind: p.words for p in found if p.due + GRACE < now})


def promises(message: Earlier, at: datetime, lists: Mapping[str, int], profile: Profile) -> Iterator[Promise]:
    """What a message of ours promises, and by when."""
    for sentence in _sentences(message, at, lists, profile):
        kind = "answer" if "answer" in sentence.hits else "deed" if "deed" in sentence.hits else ""
        due = _due(sentence) if kind else None
        if due is not None:
            yield Promise(kind, due, _words(sentence))


def _sentences(message: Earlier, at: datetime, lists: Mapping[str, int], profile: Profile) -> Iterator[Sentence]:
    days = tuple(week(profile.hours)) if profile.hours else WORKING
    for number in range(len(message.document.sentences)):
        hits = {
            key: inside
            for key, listed in lists.items()
            if (inside := [hit for hit in message.hits.get(listed, ()) if message.document.sentence_of(hit.first) == number])
        }
        yield Sentence(message, hits, at, days)


def _words(sentence: Sentence) -> str:
    """The words that name the time, from the first to the last."""
    document = sentence.message.document
    timely = [h for key, hits in sentence.hits.items() if key.partition("-")[0] not in ("answer", "deed", "count", "evening") for h in hits]
    start, end = document.words[min(hit.first for hit in timely)].start, document.words[max(hit.last for hit in timely) - 1].end
    return " ".join(document.text[start:end].split())


def _due(sentence: Sentence) -> datetime | None:
    """The latest time that a sentence names; None where it names none."""
    spans = [*_spans(sentence)]
    if spans:
        return max(spans)
    days, hours = [*_days(sentence)], [*_hours(sentence)]
    named = _at(sentence, max(days, default=sentence.at.date()), max(hours, default=24.0)) if days or hours else None
    return named if named is None or days or named > sentence.at else named + timedelta(days=1)


def _at(sentence: Sentence, day: date, hour: float) -> datetime:
    """A day and an hour (24: its end) on the clock of the message."""
    return datetime.combine(day, time(), sentence.at.tzinfo) + timedelta(hours=hour)


def _spans(sentence: Sentence) -> Iterator[datetime]:
    """Times counted from the message on."""
    for value, _ in sentence.of("minutes"):
        yield _end(sentence, sentence.at + timedelta(minutes=int(value)), int(value))
    for value, hit in sentence.of("unit"):
        count = sentence.number(hit) or 1
        if not sentence.clear(hit, sentence.hits.get("workdays", ())):
            yield _at(sentence, _working(sentence.at.date(), count, sentence.days), 24)
        else:
            yield _end(sentence, sentence.at + timedelta(minutes=int(value) * count), int(value))


def _end(sentence: Sentence, moment: datetime, unit: int) -> datetime:
    return _at(sentence, moment.date(), 24) if unit >= DAY else moment


def _working(day: date, count: int, days: Sequence[int]) -> date:
    """So many working days later."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() in days
    return day


def _days(sentence: Sentence) -> Iterator[date]:
    """Days that a sentence names."""
    today = sentence.at.date()
    for value, _ in sentence.of("day"):
        yield today + timedelta(days=int(value))
    for value, _ in sentence.of("weekday"):
        yield today + timedelta(days=(int(value) - today.weekday()) % 7 or 7)
    for value, _ in sentence.of("week"):
        yield today + timedelta(days=6 - today.weekday() + 7 * int(value))
    for value, hit in sentence.of("month"):
        month = today.month if value == "end" else int(value)
        yield _date(today, 31 if value == "end" else sentence.number(hit) or 31, month)
    for hit in sentence.hits.get("date", ()):
        yield _date(today, sentence.number(hit) or 31, today.month)
    for hit in sentence.hits.get("clock", ()):
        if found := _figure(sentence, hit, _DATE):
            yield _date(today, int(found[1]), int(found[2]))


def _date(today: date, day: int, month: int) -> date:
    """The next such day; the last of the month where it is shorter."""
    year = today.year + (month < today.month)
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))


def _figure(sentence: Sentence, hit: Hit, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The figure of a hit; as a date only where such a month exists."""
    for word in sentence.message.document.words[hit.first : hit.last]:
        found = pattern.fullmatch(word.norm)
        if found and (pattern is _FIGURE or 1 <= int(found[2]) <= 12):
            return found
    return None


def _hours(sentence: Sentence) -> Iterator[float]:
    """Hours that a sentence names; a doubtful one is read as the later."""
    for value, _ in sentence.of("hour"):
        yield float(value)
    dates = [hit for key in sentence.hits if key.startswith(("month-", "date", "unit-")) for hit in sentence.hits[key]]
    for hit in sentence.hits.get("clock", ()):
        if sentence.clear(hit, dates) and not _figure(sentence, hit, _DATE):
            hour = _hour(sentence, hit)
            late = not sentence.clear(hit, sentence.hits.get("evening", ())) or hour < EARLIEST
            yield min(hour + 12 * (late and hour < 12), 24.0)


def _hour(sentence: Sentence, hit: Hit) -> float:
    figure = _figure(sentence, hit, _FIGURE)
    return float(figure[1]) + int(figure[2] or 0) / 60 if figure else float(sentence.number(hit) or 24)
