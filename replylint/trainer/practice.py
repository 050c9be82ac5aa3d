"""What a trainee works on: tasks of a course or of the rules' own bad examples, and which of them comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from replylint.engine import Options
from replylint.model import Checked, RulebookFacts
from replylint.rulebook import Rulebook
from replylint.trainer.grading import Judge
from replylint.trainer.group import facts
from replylint.trainer.model import Course, Exercise
from replylint.trainer.notebook import Notebook

STUB = "Ожидайте."
"""An answer that does nothing: what it loses is what an exercise trains."""


class Task(NamedTuple):
    """One thing to do. `start`: the text to begin from; `rule`: the rule whose bad example it is, if it is one."""

    exercise: Exercise
    number: int
    total: int
    start: str = ""
    rule: str = ""

    @property
    def id(self) -> str:
        """The name under which progress is kept."""
        return self.exercise.id


class Work(Protocol):
    """A stack of tasks, and who judges them."""

    @property
    def tasks(self) -> Sequence[Task]:
        """All tasks, in order."""

    @property
    def facts(self) -> RulebookFacts:
        """The names of rules and categories."""

    def judge(self, task: Task, answer: str) -> Checked:
        """The verdict on an answer."""

    def trains(self, task: Task) -> Mapping[str, int]:
        """Category → how much of it a task trains."""


class Exercises:
    """The tasks of a course."""

    def __init__(self, course: Course, book: Rulebook, options: Options) -> None:
        self._judge = Judge(book, course, options)
        self.facts = facts(book, options, course)
        self.tasks = tuple(
            Task(exercise, number, len(one.exercises)) for one in course.sets for number, exercise in enumerate(one.exercises, 1)
        )

    def judge(self, task: Task, answer: str) -> Checked:
        """The findings of the rules and of the exercise's own demands, and the score."""
        return self._judge.judge(task.exercise, task.exercise.record(answer))

    def trains(self, task: Task) -> Mapping[str, int]:
        """Where an answer that does nothing loses points."""
        score = self.judge(task, STUB).score
        return score.by_category if score else {}


def built_in() -> Path:
    """The folder of the sets that ship with replylint: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parents[1] / "exercises"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "examples" / "exercises"


def choose(work: Work, notebook: Notebook, wanted: Sequence[str] = (), skipped: Iterable[str] = ()) -> Task | None:
    """The next task: not passed yet, of the lowest level, and there the one that trains the weak (or wanted) categories most.

    None where nothing is left that was neither passed nor skipped.
    """
    aside = set(skipped)
    left = [task for task in work.tasks if task.id not in aside and not notebook.passed(task.id)]
    weak = tuple(wanted) or notebook.weak()
    if not left or not weak:
        return min(left, key=lambda task: task.exercise.level, default=None)
    lowest = min(task.exercise.level for task in left)
    near = [task for task in left if task.exercise.level == lowest]
    return max(near, key=lambda task: _gain(work.trains(task), weak))


def _gain(trained: Mapping[str, int], weak: Sequence[str]) -> int:
    """How much of what a trainee lacks a task trains."""
    return sum(trained.get(key, 0) for key in weak)
