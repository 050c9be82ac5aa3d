"""Grades without names: pseudonyms in the place of people, no folders or files of theirs."""

from __future__ import annotations

from replylint.model import Language, Origin, Problem
from replylint.trainer.model import Grade, Grades, Notice, Trainee
from replylint.trainer.people import key, pseudonyms
from replylint.trainer.words import HOLDS, KINDS


def anonymous(grades: Grades, salt: str) -> Grades:
    """The grades with pseudonyms, in the order of these: the order of names would tell them."""
    keys = {person.key for person in grades.trainees} | {key(one.person) for one in grades.notices if one.person}
    called = pseudonyms(sorted(keys), salt, grades.language)
    lang = grades.language
    trainees = sorted((_trainee(person, called, lang) for person in grades.trainees), key=lambda person: person.name)
    return grades._replace(
        trainees=tuple(trainees),
        notices=tuple(_notice(one, called, lang) for one in grades.notices),
        problems=tuple(Problem("", one.message, one.place) for one in grades.problems),
        holds=tuple(HOLDS[name][lang == "en"] for name in ("anonymous", "texts")),
        anonymous=True,
    )


def _trainee(person: Trainee, called: dict[str, str], lang: Language) -> Trainee:
    name = called[person.key]
    return person._replace(key=name, name=name, grades=tuple(_grade(one, name, called, lang) for one in person.grades))


def _grade(grade: Grade, name: str, called: dict[str, str], lang: Language) -> Grade:
    checked = grade.checked
    if checked is not None:
        checked = checked._replace(record=checked.record._replace(origin=Origin()))
    return grade._replace(
        submission=grade.submission._replace(person=name, origin=Origin()),
        checked=checked,
        notices=tuple(_notice(one, called, lang) for one in grade.notices),
    )


def _notice(notice: Notice, called: dict[str, str], lang: Language) -> Notice:
    """The notice without its place and, where they may tell a name, its words: files are called after people."""
    person, other = (called.get(key(name), "") if name else "" for name in (notice.person, notice.other))
    told = KINDS[notice.kind][lang == "en"] if notice.kind == "unknown-exercise" else notice.told
    return notice._replace(place="", person=person, other=other, told=told)
