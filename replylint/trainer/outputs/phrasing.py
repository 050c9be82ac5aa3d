"""The words of the terminal, in Russian and English."""

from __future__ import annotations

from typing import NamedTuple

from replylint.model import Language
from replylint.trainer.model import Grades
from replylint.trainer.outputs.wording import number
from replylint.words import plural


class Phrasing(NamedTuple):
    """One language's words."""

    lang: Language
    people: tuple[str, str, str]
    exercises: tuple[str, str, str]
    mean: str
    sums: str
    passed: str
    signs: str
    categories: str
    needs: str
    often: str
    notices: str
    problems: str
    holds: str
    most: str
    more: str
    done: str
    failed: str
    answer: str
    comment: str
    progress: str
    strong: str
    weak: str

    def headline(self, grades: Grades) -> str:
        """«3 участника, 3 упражнения, среднее 81»."""
        scores = [one.score for person in grades.trainees for one in person.grades if one.score is not None]
        mean = number(round(sum(scores) / len(scores), 1), self.lang) if scores else "—"
        people, exercises = len(grades.trainees), len(grades.exercises)
        return (
            f"{people} {plural(people, *self.people, self.lang)}, {exercises} {plural(exercises, *self.exercises, self.lang)}, "
            f"{self.mean} {mean}"
        )


RU = Phrasing(
    lang="ru",
    people=("участник", "участника", "участников"),
    exercises=("упражнение", "упражнения", "упражнений"),
    mean="среднее",
    sums="  средн.  сдано",
    passed="сдали {n} из {all}",
    signs="! — ниже порога, * — есть примечание, — — оценки нет",
    categories="По категориям",
    needs="Кому что нужно",
    often="Чаще всего",
    notices="Примечания",
    problems="Не прочитано",
    holds="Что в отчёте",
    most="чаще всего — «{title}» ({n})",
    more=" и ещё {n}",
    done="сдано",
    failed="ниже порога {least}",
    answer="Ответ",
    comment="Комментарий",
    progress="По дням",
    strong="Сильные стороны",
    weak="Над чем работать",
)
EN = Phrasing(
    lang="en",
    people=("trainee", "trainees", "trainees"),
    exercises=("exercise", "exercises", "exercises"),
    mean="mean",
    sums="    mean passed",
    passed="{n} of {all} passed",
    signs="! below the pass mark, * see the notices, — no score",
    categories="By category",
    needs="Who needs what",
    often="Most often",
    notices="Notices",
    problems="Not read",
    holds="What this report holds",
    most="most often “{title}” ({n})",
    more=" and {n} more",
    done="passed",
    failed="below {least}",
    answer="Answer",
    comment="Comment",
    progress="By day",
    strong="Strong sides",
    weak="To work on",
)


def phrasing(lang: Language) -> Phrasing:
    """The words of a language."""
    return EN if lang == "en" else RU
