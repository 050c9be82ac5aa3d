"""What flows through the trainer: frozen records, complete when they are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from replylint.fields import Phrases
from replylint.model import Checked, Language, Message, Origin, Problem, Record, RulebookFacts, Severity

Scale = Literal["points", "five", "pass-fail"]
SCALES: tuple[Scale, ...] = ("points", "five", "pass-fail")
LEVELS = (1, 2, 3)
"""1: the first week, 2: works alone, 3: hard cases."""
FACT_MISSING, PHRASE_FORBIDDEN = "fact-missing", "phrase-forbidden"
"""Pseudo-rules: what an exercise itself demands."""
CATEGORY = "exercise"
"""The category of those two."""
FIVE = ((90, 5), (75, 4), (50, 3), (0, 2))
"""Least points of each mark of the 5-point scale: the bands of the score."""

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


class Demand(NamedTuple):
    """A fact that an answer must hold (`what`), or words that it must not (`what`: the reason)."""

    what: str
    phrases: Phrases
    severity: Severity = "major"


class Pass(NamedTuple):
    """When an exercise is passed: from `least` points on; `scale`: how the mark is shown."""

    scale: Scale = "points"
    least: int = 75


class Exercise(NamedTuple):
    """A customer to answer, and what a good answer is."""

    id: str
    title: str
    level: int = 1
    customer_message: str = ""
    customer_name: str = ""
    customer_handle: str = ""
    channel: str = ""
    platform: str = ""
    rating: int | None = None
    stage: str = ""
    intent: str = ""
    fault: str = ""
    mood: str = ""
    register: str = ""
    brand: str = ""
    agent: str = ""
    history: tuple[Message, ...] = ()
    must: tuple[Demand, ...] = ()
    must_not: tuple[Demand, ...] = ()
    select: tuple[str, ...] = ()
    """Rules or categories that matter here; empty for all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    passing: Pass = Pass()
    deadline: str = ""
    """ISO 8601; a date alone means the end of that day."""
    hints: tuple[str, ...] = ()
    model: str = ""
    set_title: str = ""
    path: str = ""
    line: int = 0

    def record(self, answer: str, origin: Origin | None = None) -> Record:
        """An answer in the situation of the exercise."""
        told: dict[str, Any] = {key: getattr(self, key) for key in CONTEXT}
        return Record(answer, id=self.id, origin=origin or Origin(), **told)


CONTEXT = tuple(key for key in Record._fields if key in Exercise._fields and key != "id")
"""Keys of a record that an exercise tells."""


class ExerciseSet(NamedTuple):
    """Exercises in the order in which they are done; `order`: the place of the set in the course."""

    title: str
    level: int
    order: int
    exercises: tuple[Exercise, ...]
    about: str = ""
    path: str = ""


class Course(NamedTuple):
    """All sets, in order, and their phrases compiled together (`phrases`: plain data for `trainer.phrases`)."""

    sets: tuple[ExerciseSet, ...]
    phrases: Mapping[str, Any]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All exercises, in order."""
        return tuple(exercise for one in self.sets for exercise in one.exercises)


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
