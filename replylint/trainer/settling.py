"""An intake → the answers that count: the latest of each person and exercise; late, missing, doubled ones told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import NamedTuple

from replylint.model import Language
from replylint.trainer.copies import copies
from replylint.trainer.model import Course, Exercise, Intake, Notice, NoticeKind, Submission
from replylint.trainer.people import key, names
from replylint.trainer.times import after, moment
from replylint.trainer.words import TOLD, say

Slot = tuple[str, str]
"""(person's key, exercise id)."""


class Settled(NamedTuple):
    """Who is there, which answer of theirs counts, and what is to be told of it."""

    people: Mapping[str, str]
    """Key → name, in the order of names."""
    answers: Mapping[Slot, Submission]
    notices: Mapping[Slot, tuple[Notice, ...]]
    remarks: Mapping[str, str]


def settle(intake: Intake, course: Course, lang: Language) -> Settled:
    """The answers that count, of everybody who handed anything in."""
    people = _people(intake)
    handed: dict[Slot, list[Submission]] = defaultdict(list)
    for one in intake.submissions:
        handed[key(one.person), one.exercise].append(one)
    answers = {slot: _latest(several) for slot, several in handed.items()}
    notices: dict[Slot, list[Notice]] = defaultdict(list)
    for slot, several in handed.items():
        if len(several) > 1:
            notices[slot].append(_notice("duplicate", slot, lang, n=len(several)))
    for exercise in course.exercises:
        own = {person: answers[person, exercise.id] for person in people if (person, exercise.id) in answers}
        for person in people:
            slot = (person, exercise.id)
            notices[slot] += _told(own.get(person), exercise, slot, lang)
        for notice in copies(own, exercise, lang):
            notices[notice.person, exercise.id].append(notice)
    told = {slot: tuple(found) for slot, found in notices.items() if found}
    return Settled(people, answers, told, _remarks(intake))


def _people(intake: Intake) -> dict[str, str]:
    spellings = [one.person for one in intake.submissions] + [one.person for one in intake.remarks]
    found = names([*spellings, *(one.person for one in intake.notices if one.person)])
    return dict(sorted(found.items(), key=lambda pair: (pair[1].casefold().replace("ё", "е"), pair[0])))


def _remarks(intake: Intake) -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for remark in intake.remarks:
        if remark.text not in found[key(remark.person)]:
            found[key(remark.person)].append(remark.text)
    return {person: "\n".join(texts) for person, texts in found.items()}


def _latest(several: Sequence[Submission]) -> Submission:
    """The latest that can be read; by its date where dates are told, else by its place in the input."""
    readable = [one for one in several if not one.problem and one.answer.strip()] or list(several)
    return reduce(_later, readable)


def _later(one: Submission, other: Submission) -> Submission:
    """The later of two; where no dates tell, the one that stands below."""
    first, second = moment(one.submitted_at), moment(other.submitted_at)
    return one if first and second and after(first, second) else other


def _told(one: Submission | None, exercise: Exercise, slot: Slot, lang: Language) -> list[Notice]:
    """What is to be told of one answer, beside its faults and copies."""
    if one is None:
        return [_notice("missing", slot, lang)]
    found = []
    if one.problem:
        found.append(_notice("unread", slot, lang, one, why=one.problem))
    elif not one.answer.strip():
        found.append(_notice("empty", slot, lang, one))
    if one.submitted_at and moment(one.submitted_at) is None:
        found.append(_notice("unknown-date", slot, lang, one, at=one.submitted_at[:40]))
    elif one.submitted_at and exercise.deadline and _late(one, exercise):
        found.append(_notice("late", slot, lang, one, deadline=exercise.deadline, at=one.submitted_at))
    return found


def _late(one: Submission, exercise: Exercise) -> bool:
    handed, last = moment(one.submitted_at), moment(exercise.deadline, end=True)
    return handed is not None and last is not None and after(handed, last)


def _notice(kind: NoticeKind, slot: Slot, lang: Language, one: Submission | None = None, **values: object) -> Notice:
    place = ", ".join(part for part in one.origin[:2] if part) if one else ""
    return Notice(kind, say(TOLD[kind], lang, **values), slot[0], slot[1], place=place)
