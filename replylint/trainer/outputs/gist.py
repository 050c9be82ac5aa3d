"""What a trainer wants to know at a glance, in sentences: who needs what, what goes wrong most, what is to be told."""

from __future__ import annotations

from collections import defaultdict

from replylint.trainer.model import Grades, NoticeKind, Trainee
from replylint.trainer.outputs.phrasing import phrasing
from replylint.trainer.outputs.wording import category, names, notices, number
from replylint.trainer.people import key
from replylint.trainer.words import KINDS

OFTEN = 5
LISTED = 12
"""So many of a kind are named; the others are counted."""


def needs(grades: Grades) -> list[str]:
    """A line for each who has a weak side: which, and the fault that comes most often."""
    return [_need(grades, person) for person in grades.trainees if person.weakest]


def _need(grades: Grades, person: Trainee) -> str:
    sides = ", ".join(f"{category(grades, key)} ({number(person.categories[key], grades.language)})" for key in person.weakest)
    often = next((one for one in person.faults if one.cost), None)
    if often is None:
        return f"{person.name}: {sides}"
    title = grades.rulebook.titles.get(often.rule, often.rule)
    return f"{person.name}: {sides}; {phrasing(grades.language).most.format(title=title, n=often.times)}"


def common(grades: Grades) -> list[str]:
    """The most frequent faults of the group."""
    return [f"{grades.rulebook.titles.get(one.rule, one.rule)} — {one.times}" for one in grades.faults[:OFTEN]]


def notices_of(grades: Grades) -> list[str]:
    """A line a kind: «опоздал: Иванов Иван (sweater), …»."""
    known, found = names(grades), defaultdict[NoticeKind, list[str]](list)
    for one in notices(grades):
        who = known.get(key(one.person), one.person)
        other = f" = {known.get(one.other, one.other)}" if one.other else ""
        what = ", ".join(part for part in (one.exercise, one.place if one.kind in ("unread", "damaged-history") else "") if part)
        about = one.told if one.kind == "unknown-exercise" else what
        found[one.kind].append(f"{who}{other} ({about})" if who and about else who or about)
    english = grades.language == "en"
    return [f"{KINDS[kind][english]}: {_listed(texts, grades)}" for kind, texts in found.items()]


def _listed(texts: list[str], grades: Grades) -> str:
    more = len(texts) - LISTED
    tail = phrasing(grades.language).more.format(n=more) if more > 0 else ""
    return ", ".join(texts[:LISTED]) + tail


def problems_of(grades: Grades) -> list[str]:
    """What could not be read at all."""
    return [": ".join(part for part in (one.path, one.place, one.message) if part) for one in grades.problems]
