"""What the sections of the report show: plain values for the templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replylint.trainer.model import Difficulty, Exercise, Grade, Grades, Trainee
from replylint.trainer.outputs.wording import charged, names, notice_lines
from replylint.trainer.page.charts import Line, band, line
from replylint.trainer.page.marks import SHOWN, Piece, Remark, pieces, remarks
from replylint.trainer.page.words import Say

COLUMNS = 14
"""Exercises side by side in the table of all."""
LONGEST = 3000
"""Characters of a customer's message, of a comment."""


class Hard(NamedTuple):
    """An exercise and how the group fared."""

    exercise: Exercise
    how: Difficulty
    mean: str
    band: str


class Cell(NamedTuple):
    """One answer in the table of all."""

    mark: str
    band: str
    passed: bool
    noted: bool


class Block(NamedTuple):
    """Some columns of the table of all: numbered exercises, a row of cells for each trainee."""

    title: str
    columns: tuple[tuple[int, Exercise], ...]
    rows: tuple[tuple[Trainee, tuple[Cell, ...]], ...]


class Answer(NamedTuple):
    """One answer in a trainee's section."""

    exercise: Exercise
    grade: Grade
    text: bool
    """Whether anything was answered."""
    verdict: str
    band: str
    pieces: tuple[Piece, ...]
    remarks: tuple[Remark, ...]
    cut: str
    comment: str
    message: str
    notices: tuple[str, ...]


class Person(NamedTuple):
    """A trainee's section."""

    trainee: Trainee
    mean: str
    band: str
    answers: tuple[Answer, ...]
    progress: Line | None
    comment: str


def hard(grades: Grades, say: Say) -> list[Hard]:
    """The exercises, hardest first; those nobody answered last."""
    pairs = zip(grades.exercises, grades.difficulty, strict=True)
    ordered = sorted(pairs, key=lambda pair: (pair[1].mean is None, pair[1].mean or 0.0))
    return [Hard(exercise, how, say.number(how.mean), band(how.mean)) for exercise, how in ordered]


def people(grades: Grades, say: Say) -> Iterator[Person]:
    """A section for each trainee, made when its turn comes: a big group need not be in memory twice."""
    known = names(grades)
    titles = dict(grades.rulebook.titles)
    for one in grades.trainees:
        yield Person(
            one,
            say.number(one.mean),
            band(one.mean),
            tuple(_answer(grade, titles, known, say) for grade in one.grades),
            line(one.progress),
            _short(one.comment),
        )


def blocks(grades: Grades) -> list[Block]:
    """The table of all, a block for each set; a long set takes several: a page of paper is no wider."""
    made: list[Block] = []
    first = 0
    for one in grades.sets:
        for start in range(0, len(one.exercises), COLUMNS):
            part = one.exercises[start : start + COLUMNS]
            rows = tuple((person, tuple(_cell(grade) for grade in person.grades[first : first + len(part)])) for person in grades.trainees)
            made.append(Block(one.title, tuple(enumerate(part, first + 1)), rows))
            first += len(part)
    return made


def _cell(grade: Grade) -> Cell:
    mark = "—" if grade.score is None else str(grade.score) if grade.exercise.passing.scale == "pass-fail" else grade.mark
    return Cell(mark, band(grade.score), grade.passed, bool(grade.notices))


def _answer(grade: Grade, titles: dict[str, str], known: dict[str, str], say: Say) -> Answer:
    reply, found = grade.submission.answer, charged(grade)
    cut = say("cut", n=SHOWN, all=len(reply)) if len(reply) > SHOWN else ""
    return Answer(
        grade.exercise,
        grade,
        bool(reply.strip()),
        _verdict(grade, say),
        band(grade.score),
        tuple(pieces(reply, found)),
        tuple(remarks(found, titles, reply)),
        cut,
        _short(grade.submission.comment),
        _short(grade.exercise.customer_message),
        tuple(notice_lines(grade, known)),
    )


def _verdict(grade: Grade, say: Say) -> str:
    """«82 из 100 · сдано», «4 (82 из 100) · сдано»."""
    if grade.score is None:
        return say("no_score")
    points = say("points", n=grade.score)
    shown = points if grade.mark == str(grade.score) or grade.exercise.passing.scale == "pass-fail" else f"{grade.mark} ({points})"
    told = say("done") if grade.passed else f"{say('failed')}, {say('below', least=grade.exercise.passing.least)}"
    return f"{shown} · {told}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def scores(grades: Grades) -> Sequence[int]:
    """All scores."""
    return [one.score for person in grades.trainees for one in person.grades if one.score is not None]
