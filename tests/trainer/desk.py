"""What the trainer's tests share: the small course, answers, a graded group."""

from __future__ import annotations

from pathlib import Path

from replylint import Options, load_rulebook
from replylint.sources import Reading
from replylint.trainer.columns import Columns
from replylint.trainer.exercise import load
from replylint.trainer.group import grade
from replylint.trainer.model import Grades, Intake, Submission
from replylint.trainer.submissions import read

BOOK = load_rulebook()
SETS = Path(__file__).parent / "sets"
COURSE = load([str(SETS)], BOOK)
BY_ID = {one.id: one for one in COURSE.exercises}
SWEATER = "Здравствуйте, Ольга! Свитер за 3900 рублей есть в синем цвете, все размеры в наличии. Вам какой рост?"
LATE = "Здравствуйте, Иван! Завтра привезём заказ 48213, курьер Анна позвонит до 12:00. Простите, что так долго: это наша вина."


def intake(path: Path, **more: Columns) -> Intake:
    return read(path.as_posix(), COURSE, Reading(), **more)


def graded(*submissions: Submission, **more: int) -> Grades:
    return grade(Intake(submissions), COURSE, BOOK, Options(), **more)


def kinds(grades: Grades) -> dict[tuple[str, str], list[str]]:
    """(person's name, exercise) → kinds of notices, those of missing answers left out."""
    found = {}
    for person in grades.trainees:
        for one in person.grades:
            told = [notice.kind for notice in one.notices if notice.kind != "missing"]
            if told:
                found[person.name, one.exercise.id] = told
    return found
