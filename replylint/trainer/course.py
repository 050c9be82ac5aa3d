"""The exercises as the trainer set them: frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from replylint.fields import Phrases
from replylint.model import Message, Origin, Record, Severity

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
