"""The sets that ship: three of them, each model answer good enough for its own exercise."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from replylint import load_rulebook
from replylint.engine import Options
from replylint.trainer.exercise import load
from replylint.trainer.grading import Judge
from replylint.trainer.model import Exercise

BOOK = load_rulebook()
COURSE = load([str(Path(__file__).parents[2] / "examples" / "exercises")], BOOK)
JUDGE = Judge(BOOK, COURSE, Options())
GOOD = 90
LEAST = 12


def test_there_are_three_complete_sets_in_order() -> None:
    assert [one.level for one in COURSE.sets] == [1, 2, 3]
    assert all(len(one.exercises) >= LEAST for one in COURSE.sets)
    assert all(one.about and one.title for one in COURSE.sets)


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda one: one.id)
def test_a_model_answer_passes_its_own_exercise(exercise: Exercise) -> None:
    checked = JUDGE.judge(exercise, exercise.record(exercise.model))
    assert checked.score is not None
    told = [f"{f.rule}: {f.message}" for f in checked.findings]
    assert checked.score.value >= max(GOOD, exercise.passing.least), told
    assert not [f for f in checked.findings if f.category == "exercise"], told


@pytest.mark.parametrize("exercise", COURSE.exercises, ids=lambda one: one.id)
def test_an_empty_phrase_does_not_pass(exercise: Exercise) -> None:
    checked = JUDGE.judge(
        exercise, exercise.record("Уважаемый клиент! Благодарим за обращение, ваше мнение очень важно для нас. Ожидайте ответа.")
    )
    assert checked.score is not None
    assert checked.score.value < exercise.passing.least


def test_exercises_have_hints_demands_and_varied_people() -> None:
    assert all(len(one.hints) >= 2 and one.must for one in COURSE.exercises)
    assert {one.channel for one in COURSE.exercises} == {"public", "private"}
    assert {one.fault for one in COURSE.exercises} >= {"ours", "theirs", "unknown", "none"}
    assert max(Counter(one.brand for one in COURSE.exercises if one.brand).values()) <= 4
    assert max(Counter(one.customer_name.split()[0] for one in COURSE.exercises).values()) <= 2
