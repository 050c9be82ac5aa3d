"""Grades → the history and back: who got better, in what, from day to day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from replylint.trainer.group import with_progress
from replylint.trainer.history import Entry, History, append, digest
from replylint.trainer.model import Grade, Grades, Moment, Notice
from replylint.trainer.times import moment
from replylint.trainer.words import TOLD


def remembered(grades: Grades, path: str, today: date) -> tuple[Grades, History]:
    """The grades entered in the history file, and with the progress that it shows. Raises InputFault."""
    entries = [entry(one, person.key, today) for person in grades.trainees for one in person.grades if one.score is not None]
    history = append(path, entries, grades.language)
    notices = [Notice("damaged-history", TOLD["damaged-history"][grades.language == "en"], place=f"line {n}") for n in history.damaged]
    known = tuple(grades.rulebook.categories)
    by_person: dict[str, list[Entry]] = defaultdict(list)
    for one in history.entries:
        by_person[one.person].append(one)
    told = grades._replace(notices=(*grades.notices, *notices))
    return with_progress(told, {key: moments(own, known) for key, own in by_person.items()}, moments(history.entries, known)), history


def entry(grade: Grade, person: str, today: date) -> Entry:
    """What the history keeps of a grade that has a score."""
    assert grade.checked
    assert grade.checked.score
    handed = moment(grade.submission.submitted_at)
    day = (handed.date() if handed else today).isoformat()
    score = grade.checked.score
    return Entry(person, grade.exercise.id, digest(grade.submission.answer), day, score.value, grade.passed, dict(score.by_category))


def moments(entries: Iterable[Entry], known: Iterable[str]) -> tuple[Moment, ...]:
    """The mean of each day, oldest first."""
    days: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        days[one.day].append(one)
    return tuple(Moment(day, _mean(one.score for one in days[day]), _means(days[day], known)) for day in sorted(days))


def _means(entries: Iterable[Entry], known: Iterable[str]) -> Mapping[str, float]:
    own = list(entries)
    return {key: _mean(100 - one.categories.get(key, 0) for one in own) for key in known}


def _mean(numbers: Iterable[int]) -> float:
    found = list(numbers)
    return round(sum(found) / len(found), 1)
