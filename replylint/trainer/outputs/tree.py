"""JSON, version 1: its own shape, not a dump of our types. The same grades give the same bytes."""

from __future__ import annotations

import json
from typing import Any

from replylint import __version__
from replylint.output import Look
from replylint.trainer.model import Difficulty, Exercise, Grade, Grades, Moment, Notice, Tally, Trainee
from replylint.trainer.outputs.wording import Charged, charged

VERSION = 1


def render(grades: Grades, _look: Look) -> str:
    """One object."""
    tree = {
        "version": VERSION,
        "replylint": __version__,
        "rulebook": {"name": grades.rulebook.name, "hash": grades.rulebook.hash},
        "anonymous": grades.anonymous,
        "holds": list(grades.holds),
        "exercises": [_exercise(one, how) for one, how in zip(grades.exercises, grades.difficulty, strict=True)],
        "trainees": [_trainee(person) for person in grades.trainees],
        "group": {
            "categories": dict(grades.categories),
            "faults": [_tally(one) for one in grades.faults],
            "progress": [_moment(one) for one in grades.progress],
        },
        "notices": [_notice(one) for one in grades.notices],
        "problems": [{"path": one.path, "place": one.place, "message": one.message} for one in grades.problems],
    }
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"


def _exercise(one: Exercise, how: Difficulty) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "set": one.set_title,
        "level": one.level,
        "scale": one.passing.scale,
        "pass": one.passing.least,
        "deadline": one.deadline,
        "answers": how.answers,
        "mean": how.mean,
        "passed": how.passed,
    }


def _trainee(person: Trainee) -> dict[str, Any]:
    return {
        "name": person.name,
        "mean": person.mean,
        "passed": person.passed,
        "categories": dict(person.categories),
        "strongest": list(person.strongest),
        "weakest": list(person.weakest),
        "faults": [_tally(one) for one in person.faults],
        "progress": [_moment(one) for one in person.progress],
        "comment": person.comment,
        "grades": [_grade(one) for one in person.grades],
    }


def _grade(one: Grade) -> dict[str, Any]:
    lost = one.checked.score.by_category if one.checked and one.checked.score else {}
    return {
        "exercise": one.exercise.id,
        "score": one.score,
        "mark": one.mark,
        "passed": one.passed,
        "submitted_at": one.submission.submitted_at,
        "answer": one.submission.answer,
        "comment": one.submission.comment,
        "lost": {key: lost[key] for key in sorted(lost)},
        "findings": [_finding(each, one.submission.answer) for each in charged(one)],
        "notices": [_notice(each) for each in one.notices],
    }


def _finding(one: Charged, answer: str) -> dict[str, Any]:
    finding = one.finding
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "cost": one.cost,
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": answer[finding.span.start : finding.span.end],
        "overruled": finding.suppressed,
    }


def _notice(one: Notice) -> dict[str, Any]:
    return {"kind": one.kind, "person": one.person, "exercise": one.exercise, "other": one.other, "place": one.place, "message": one.told}


def _tally(one: Tally) -> dict[str, Any]:
    return {"rule": one.rule, "times": one.times, "cost": one.cost}


def _moment(one: Moment) -> dict[str, Any]:
    return {"day": one.day, "score": one.score, "categories": dict(one.categories)}
