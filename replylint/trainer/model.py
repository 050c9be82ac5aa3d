"""What flows through the trainer: frozen records, complete when they are made. Those of exercises come from `course`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from replylint.model import Checked, Language, Origin, Problem, RulebookFacts
from replylint.trainer.course import (
    CATEGORY,
    CONTEXT,
    FACT_MISSING,
    FIVE,
    LEVELS,
    PHRASE_FORBIDDEN,
    SCALES,
    Course,
    Demand,
    Exercise,
    ExerciseSet,
    Pass,
    Scale,
)

__all__ = [
    "CATEGORY",
    "CONTEXT",
    "FACT_MISSING",
    "FIVE",
    "LEVELS",
    "PHRASE_FORBIDDEN",
    "SCALES",
    "Course",
    "Demand",
    "Difficulty",
    "Exercise",
    "ExerciseSet",
    "Grade",
    "Grades",
    "Intake",
    "Moment",
    "Notice",
    "NoticeKind",
    "Overrule",
    "Pass",
    "Remark",
    "Scale",
    "Submission",
    "Tally",
    "Trainee",
]

NoticeKind = Literal[
    "late",
    "missing",
    "empty",
    "unread",
    "duplicate",
    "copied-person",
    "copied-model",
    "copied-message",
    "overrule-unused",
    "unknown-exercise",
    "unknown-date",
    "damaged-history",
]


class Overrule(NamedTuple):
    """A finding that the trainer does not count, and why."""

    rule: str
    reason: str


class Submission(NamedTuple):
    """One answer of a person as it was handed in; `problem`: why it cannot be read, "" where it can."""

    person: str
    exercise: str
    answer: str
    submitted_at: str = ""
    comment: str = ""
    overrule: tuple[Overrule, ...] = ()
    origin: Origin = Origin()
    problem: str = ""


class Remark(NamedTuple):
    """A trainer's comment on a person as a whole."""

    person: str
    text: str


class Notice(NamedTuple):
    """What a trainer should know of a submission besides its faults. `told` is a sentence without names;
    `other`: the other person of a copy.
    """

    kind: NoticeKind
    told: str
    person: str = ""
    exercise: str = ""
    other: str = ""
    place: str = ""


class Intake(NamedTuple):
    """Everything that was handed in."""

    submissions: tuple[Submission, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()


class Grade(NamedTuple):
    """One answer, judged. `checked.findings` hold the pseudo-rules too; an overruled one is suppressed with its reason.

    `score` is None where the answer cannot be judged (missing, unread, empty, not Russian): then nothing is passed.
    """

    exercise: Exercise
    submission: Submission
    checked: Checked | None
    score: int | None
    mark: str
    passed: bool
    notices: tuple[Notice, ...] = ()


class Tally(NamedTuple):
    """How often a rule fired and what it cost in all."""

    rule: str
    times: int
    cost: int


class Moment(NamedTuple):
    """A day of the history: the mean score and the mean of each category (100: nothing lost)."""

    day: str
    score: float
    categories: Mapping[str, float]


class Trainee(NamedTuple):
    """One person's part: a grade for every exercise, in the order of the course."""

    key: str
    name: str
    grades: tuple[Grade, ...]
    mean: float | None
    """Of the scores there are; None without any."""
    passed: int
    categories: Mapping[str, float]
    """Category → mean of 100 minus the points lost in it, weakest first."""
    strongest: tuple[str, ...]
    weakest: tuple[str, ...]
    faults: tuple[Tally, ...]
    progress: tuple[Moment, ...] = ()
    comment: str = ""


class Difficulty(NamedTuple):
    """How a group fared with one exercise."""

    exercise: str
    answers: int
    mean: float | None
    passed: int


class Grades(NamedTuple):
    """What every output of `grade` takes. `holds`: what the report holds and what it does not, in sentences."""

    sets: tuple[ExerciseSet, ...]
    trainees: tuple[Trainee, ...]
    categories: Mapping[str, float]
    """The group's mean by category, weakest first."""
    faults: tuple[Tally, ...]
    difficulty: tuple[Difficulty, ...]
    rulebook: RulebookFacts
    notices: tuple[Notice, ...] = ()
    problems: tuple[Problem, ...] = ()
    progress: tuple[Moment, ...] = ()
    holds: tuple[str, ...] = ()
    anonymous: bool = False
    language: Language = "ru"

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises, in order."""
        return tuple(exercise for one in self.sets for exercise in one.exercises)
