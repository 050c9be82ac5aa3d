"""Late, missing, doubled, copied: what a trainer is told."""

from __future__ import annotations

import random
from typing import Any

import pytest

from replylint.trainer import copies as module
from replylint.trainer.copies import copies
from replylint.trainer.model import Submission
from replylint.trainer.times import after, moment
from tests.trainer.desk import BY_ID, COURSE, LATE, SWEATER, graded, kinds

WORDS = [a + b for a in "да не про под вы за на пере от из".split() for b in "ход воз нос лёт рост бой вес ряд смотр говор".split()]


def answers(*texts: str) -> dict[str, Submission]:
    return {f"p{n}": Submission(f"p{n}", "sweater", text) for n, text in enumerate(texts)}


def copied(*texts: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.person, one.other) for one in copies(answers(*texts), BY_ID["sweater"], "ru")]


@pytest.mark.parametrize(
    ("at", "late"),
    [
        ("2026-03-14", False),
        ("2026-03-14T23:59", False),
        ("15.03.2026 00:01", True),
        ("2026/03/15 9:00:00", True),
        ("2026-03-15T01:00+03:00", True),
    ],
)
def test_late(at: str, late: bool) -> None:
    found = kinds(graded(Submission("Иван", "late-parcel", LATE, at)))
    assert found == ({("Иван", "late-parcel"): ["late"]} if late else {})


def test_an_odd_date_is_told() -> None:
    assert kinds(graded(Submission("Иван", "late-parcel", LATE, "вчера"))) == {("Иван", "late-parcel"): ["unknown-date"]}
    assert moment("31.02.2026") is None
    assert moment("") is None
    early, late = moment("2026-03-14T10:00+03:00"), moment("2026-03-14T11:00")
    assert early
    assert late
    assert after(late, early)


def test_the_latest_of_two_counts_whatever_the_spelling() -> None:
    two = (Submission("Иванов Иван", "sweater", SWEATER, "2026-03-02"), Submission("иван иванов", "sweater", "Да", "2026-03-01"))
    grades = graded(*two)
    assert [person.name for person in grades.trainees] == ["Иванов Иван"]
    assert grades.trainees[0].grades[0].submission.answer == SWEATER
    assert kinds(grades) == {("Иванов Иван", "sweater"): ["duplicate"]}
    undated = [one._replace(submitted_at="") for one in two]
    assert graded(*undated).trainees[0].grades[0].submission.answer == "Да"
    unread = [two[0], two[1]._replace(submitted_at="2026-03-09", answer="", problem="не читается")]
    assert graded(*unread).trainees[0].grades[0].submission.answer == SWEATER


def test_missing_and_empty_and_unread() -> None:
    grades = graded(Submission("Иван", "sweater", "  "), Submission("Иван", "troll", "", problem="не читается"))
    assert [[one.kind for one in grade.notices] for grade in grades.trainees[0].grades] == [["empty"], ["missing"], ["unread"]]
    assert [grade.score for grade in grades.trainees[0].grades] == [None] * 3
    assert grades.trainees[0].mean is None


def test_another_language_has_no_score() -> None:
    grades = graded(Submission("Иван", "sweater", "Hello Olga, the blue sweater costs three thousand roubles, size M is in stock."))
    assert kinds(grades) == {("Иван", "sweater"): ["unread"]}
    assert grades.trainees[0].grades[0].score is None


def test_copies_of_one_another() -> None:
    other = SWEATER.replace("Свитер", "Свитерок")
    assert copied(SWEATER, other) == [("copied-person", "p0", "p1"), ("copied-person", "p1", "p0")]
    assert copied(SWEATER, SWEATER.upper() + "!!", SWEATER) == [
        ("copied-person", "p0", "p1"),
        ("copied-person", "p1", "p0"),
        ("copied-person", "p2", "p0"),
    ]
    assert copied(SWEATER, LATE) == []
    assert copied("Здравствуйте, Ольга! 3900 рублей.", "Здравствуйте, Ольга! 3900 рублей.") == []


def test_copies_of_the_model_and_of_the_message() -> None:
    exercise = BY_ID["sweater"]
    assert copied(exercise.model.replace("здравствуйте", "добрый день")) == [("copied-model", "p0", "")]
    assert copied(f"{exercise.customer_message} Хороший вопрос!") == [("copied-message", "p0", "")]


@pytest.mark.parametrize("alike", [0.0, 0.5, 1.0])
def test_few_pairs_are_compared(monkeypatch: pytest.MonkeyPatch, alike: float) -> None:
    dice, calls = random.Random(1), 0
    seed = [dice.choice(WORDS) for _ in range(30)]
    common = ["здравствуйте", "ольга", "спасибо", "заказ", "сегодня"]
    texts = []
    for _ in range(400):
        words = list(seed) if dice.random() < alike else [dice.choice(WORDS) + dice.choice(WORDS) for _ in range(30)]
        words[dice.randrange(30)] = dice.choice(WORDS)
        texts.append(" ".join([*common, *words]))
    whole = module.like

    def counted(*pair: Any) -> int:
        nonlocal calls
        calls += 1
        return whole(*pair)

    monkeypatch.setattr(module, "like", counted)
    found = copied(*texts)
    assert calls < 400 * 400 / 20
    assert len({person for _, person, _ in found}) >= 390 * alike - 200 * (alike == 0.5)


def test_all_of_a_course_are_told_missing_but_once() -> None:
    grades = graded(Submission("Иван", "sweater", SWEATER))
    assert [len(grade.notices) for grade in grades.trainees[0].grades] == [0, 1, 1]
    assert len(grades.trainees[0].grades) == len(COURSE.exercises)
