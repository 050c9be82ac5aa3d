"""Scores add up; what an exercise demands is charged; overruled findings are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import Options
from replylint.output import Look
from replylint.trainer.exercise import load
from replylint.trainer.grading import Judge, mark
from replylint.trainer.group import only
from replylint.trainer.model import Course, Demand, Exercise, Overrule, Pass, Submission
from replylint.trainer.outputs import render
from tests.trainer.desk import BOOK, BY_ID, COURSE, LATE, SETS, SWEATER, graded

EXAMPLES = Path(__file__).parents[2] / "examples" / "exercises"
JUDGE = Judge(BOOK, COURSE, Options())


def courses() -> list[tuple[Course, Exercise]]:
    found = []
    for path in [*SETS.glob("*.yaml"), *EXAMPLES.glob("*.yaml")]:
        course = load([path.as_posix()], BOOK)
        found += [(course, one) for one in course.exercises]
    return found


@pytest.mark.parametrize(("course", "exercise"), courses(), ids=lambda one: getattr(one, "id", ""))
def test_every_model_answer_passes_its_own_exercise(course: Course, exercise: Exercise) -> None:
    checked = Judge(BOOK, course, Options()).judge(exercise, exercise.record(exercise.model))
    assert checked.score
    assert checked.score.value >= max(90, exercise.passing.least), [(f.rule, f.message) for f in checked.findings]
    assert not [f for f in checked.findings if f.category == "exercise"]


def judged(exercise: str, answer: str, *taken: Overrule) -> dict[str, int]:
    checked = JUDGE.judge(BY_ID[exercise], BY_ID[exercise].record(answer), taken)
    assert checked.score
    assert sum(checked.score.losses) == 100 - checked.score.value
    found: dict[str, int] = {}
    for finding, cost in zip(checked.findings, checked.score.losses, strict=True):
        found[finding.rule] = found.get(finding.rule, 0) + cost
    return found


def test_each_missing_fact_costs_points() -> None:
    assert judged("sweater", SWEATER) == {}
    assert judged("sweater", "Здравствуйте, Ольга! Рады помочь с выбором, свитер есть в наличии. Какой рост нужен?")["fact-missing"] == 40
    assert judged("sweater", SWEATER.replace("3900 рублей", "хорошую цену"))["fact-missing"] == 20


def test_forbidden_words_cost_points_and_stand_in_the_text() -> None:
    answer = f"{SWEATER} Напишите нам в директ!"
    checked = JUDGE.judge(BY_ID["sweater"], BY_ID["sweater"].record(answer))
    one = next(f for f in checked.findings if f.rule == "phrase-forbidden")
    assert answer[one.span.start : one.span.end] == "Напишите нам в директ"
    assert (one.severity, one.why) == ("minor", "уводит в личные сообщения без причины")


def test_rules_of_the_exercise_matter() -> None:
    found = judged("troll", "Котлеты у нас из говядины.")
    assert "customer-name-missing" not in found or found["customer-name-missing"] == 0
    assert not [rule for rule in found if (known := BOOK.rule(rule)) and known.category == "dialogue"]


def test_overruled_findings_cost_nothing_and_keep_their_reason() -> None:
    answer = SWEATER.removeprefix("Здравствуйте, ")
    before = judged("sweater", answer)
    assert before["greeting-missing"] > 0
    assert judged("sweater", answer, Overrule("greeting-missing", "спор"))["greeting-missing"] == 0
    taken = (Overrule("greeting-missing", "спор"), Overrule("terse-reply", "мимо"))
    one = graded(Submission("Иван", "sweater", answer, overrule=taken)).trainees[0].grades[0]
    assert one.checked
    assert [f.suppressed for f in one.checked.findings if f.rule == "greeting-missing"] == ["спор"]
    assert [notice.kind for notice in one.notices] == ["overrule-unused"]


def test_facts_are_not_taken_from_the_quoted_message() -> None:
    course = load([str(SETS)], BOOK)
    exercise = BY_ID["sweater"]._replace(customer_message="Свитер стоит 3900 рублей и размер есть?")
    answer = "> Свитер стоит 3900 рублей и размер есть?\nДа, Ольга, всё верно."
    found = list(Judge(BOOK, course, Options()).demanded(exercise, exercise.record(answer)))
    assert [f.rule for f in found] == ["fact-missing"] * 2


@pytest.mark.parametrize(
    ("points", "passing", "told"),
    [
        (82, Pass(), "82"), (90, Pass("five"), "5"), (75, Pass("five"), "4"), (50, Pass("five"), "3"), (0, Pass("five"), "2"),
        (75, Pass("pass-fail", 75), "зачёт"), (74, Pass("pass-fail", 75), "незачёт"),
    ],
)  # fmt: skip
def test_marks(points: int, passing: Pass, told: str) -> None:
    assert mark(points, passing, "ru") == told


def group(**more: int) -> object:
    people = [(f"Стажёр {n}", f"{SWEATER} Номер {n}." if n % 2 else f"Обязательно разберёмся! Номер {n}.") for n in range(120)]
    return graded(*(Submission(name, "sweater", answer) for name, answer in people), Submission("Анна", "late-parcel", LATE), **more)


def test_several_processes_give_the_same_bytes() -> None:
    one, two = group(), group(jobs=2)
    for kind in ("full", "csv", "json"):
        assert render(one, kind, Look()) == render(two, kind, Look())  # type: ignore[arg-type]  # grades


def test_means_and_sides() -> None:
    grades = graded(
        Submission("Иван", "sweater", SWEATER), Submission("Пётр", "sweater", "Обязательно разберёмся!"), Submission("Пётр", "troll", "Да")
    )
    ivan, petr = grades.trainees
    assert (ivan.mean, ivan.passed, ivan.weakest, ivan.faults) == (100, 1, (), ())
    assert petr.weakest
    assert not set(petr.weakest) & set(petr.strongest)
    assert list(petr.categories.values()) == sorted(petr.categories.values())
    assert grades.difficulty[0].answers == 2
    assert grades.faults[0].times >= grades.faults[-1].times
    alone = only(grades, petr.key)
    assert [person.name for person in alone.trainees] == ["Пётр"]
    assert alone.categories == grades.categories


def test_phrases_of_house_rules_and_demands_are_numbered_alike() -> None:
    assert COURSE.phrases["numbers"] == [0, 1, 2, 3]
    assert isinstance(BY_ID["sweater"].must[0], Demand)
