"""Judged answers → grades of a group: means by category, strong and weak sides, the most frequent faults."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from replylint.engine import Options, active
from replylint.model import Checked, Language, RulebookFacts
from replylint.plan import LIBRARY
from replylint.rulebook import Rulebook
from replylint.trainer.grading import Judge, Task, judged, mark
from replylint.trainer.model import (
    CATEGORY,
    Course,
    Difficulty,
    Exercise,
    Grade,
    Grades,
    Intake,
    Moment,
    Notice,
    Submission,
    Tally,
    Trainee,
)
from replylint.trainer.overruling import overruled
from replylint.trainer.people import key as key_of
from replylint.trainer.settling import Settled, settle
from replylint.trainer.words import EXERCISE, FOREIGN, HOLDS, TITLES, TOLD, say
from replylint.words import words

SIDES = 2
"""So many strong and weak categories are named at most."""
STRONG = 90
"""A category of this mean is no weak side."""


def grade(
    intake: Intake, course: Course, book: Rulebook, options: Options, *, jobs: int = 1, tell: Callable[[int], None] = lambda _: None
) -> Grades:
    """The grades of everybody who handed anything in, for every exercise of the course; `progress` is not known here."""
    settled = settle(intake, course, options.lang)
    by_id = {one.id: one for one in course.exercises}
    slots = [slot for slot, one in settled.answers.items() if not one.problem and one.answer.strip()]
    tasks: list[Task] = []
    for slot in slots:
        one = settled.answers[slot]
        tasks.append((slot[1], by_id[slot[1]].record(one.answer, one.origin), one.overrule))
    done = dict(zip(slots, judged(Judge(book, course, options), tasks, jobs, tell), strict=True))
    return summed(settled, done, course, facts(book, options, course), options.lang)._replace(
        notices=intake.notices, problems=intake.problems
    )


def summed(settled: Settled, done: Mapping[tuple[str, str], Checked], course: Course, rulebook: RulebookFacts, lang: Language) -> Grades:
    """Everything counted."""
    trainees = []
    for person, name in settled.people.items():
        grades = [_grade(one, person, settled, done.get((person, one.id)), lang) for one in course.exercises]
        trainees.append(trainee(person, name, grades, rulebook.categories, settled.remarks.get(person, "")))
    everything = [one for person in trainees for one in person.grades]
    return Grades(
        sets=course.sets,
        trainees=tuple(trainees),
        categories=categories(everything, rulebook.categories),
        faults=tallies(everything),
        difficulty=tuple(_difficulty(one, number, trainees) for number, one in enumerate(course.exercises)),
        rulebook=rulebook,
        holds=(HOLDS["names"][lang == "en"],),
        language=lang,
    )


def _grade(exercise: Exercise, person: str, settled: Settled, checked: Checked | None, lang: Language) -> Grade:
    slot = (person, exercise.id)
    one = settled.answers.get(slot) or Submission(settled.people[person], exercise.id, "")
    notices = list(settled.notices.get(slot, ()))
    if checked is None:
        return Grade(exercise, one, None, None, "", passed=False, notices=tuple(notices))
    if checked.score is None:
        told = say(TOLD["unread"], lang, why=FOREIGN[lang == "en"])
        notices.append(Notice("unread", told, person, exercise.id))
        return Grade(exercise, one, checked, None, "", passed=False, notices=tuple(notices))
    for rule in overruled(checked.findings, one.overrule)[1]:
        notices.append(Notice("overrule-unused", say(TOLD["overrule-unused"], lang, rule=rule[:60]), person, exercise.id))
    points = checked.score.value
    passed = points >= exercise.passing.least
    return Grade(exercise, one, checked, points, mark(points, exercise.passing, lang), passed, tuple(notices))


def trainee(key: str, name: str, grades: Sequence[Grade], known: Iterable[str], comment: str = "") -> Trainee:
    """One person's part."""
    means = categories(grades, known)
    strong = sorted(means, key=lambda one: -means[one])
    weakest = tuple(one for one in means if means[one] < STRONG)[:SIDES]
    return Trainee(
        key,
        name,
        tuple(grades),
        mean(one.score for one in grades),
        sum(one.passed for one in grades),
        means,
        tuple(one for one in strong if one not in weakest)[:SIDES],
        weakest,
        tallies(grades),
        comment=comment,
    )


def mean(scores: Iterable[int | None]) -> float | None:
    """The mean of the scores there are, with one decimal."""
    found = [score for score in scores if score is not None]
    return round(sum(found) / len(found), 1) if found else None


def categories(grades: Iterable[Grade], known: Iterable[str]) -> dict[str, float]:
    """Category → mean of 100 minus what was lost in it, weakest first; none without any score."""
    scores = [one.checked.score for one in grades if one.checked and one.checked.score]
    if not scores:
        return {}
    means = {key: round(sum(100 - score.by_category.get(key, 0) for score in scores) / len(scores), 1) for key in known}
    return dict(sorted(means.items(), key=lambda pair: (pair[1], pair[0])))


def tallies(grades: Iterable[Grade]) -> tuple[Tally, ...]:
    """Rules by how often they fired, most frequent first; overruled findings do not count."""
    times: Counter[str] = Counter()
    costs: dict[str, int] = defaultdict(int)
    for checked in (one.checked for one in grades if one.checked and one.checked.score):
        assert checked.score
        for finding, cost in zip(checked.findings, checked.score.losses, strict=True):
            if finding.suppressed is None:
                times[finding.rule] += 1
                costs[finding.rule] += cost
    return tuple(Tally(rule, number, costs[rule]) for rule, number in sorted(times.items(), key=lambda c: (-c[1], -costs[c[0]], c[0])))


def _difficulty(exercise: Exercise, number: int, trainees: Sequence[Trainee]) -> Difficulty:
    column = [person.grades[number] for person in trainees]
    scores = [one.score for one in column if one.score is not None]
    return Difficulty(exercise.id, len(scores), mean(scores), sum(one.passed for one in column))


def facts(book: Rulebook, options: Options, course: Course) -> RulebookFacts:
    """Which rules judged, with the pseudo-rules and the names of the categories that can lose points."""
    lang = options.lang
    rules = active(book, options)
    found = book.facts(lang, [rule.id for rule in rules])
    talks = any(one.history for one in course.exercises)  # only there a reply can repeat an earlier one
    written = {rule.category for rule in rules if rule.category != LIBRARY or talks}
    names = {key: name for key, name in words(lang).categories.items() if key in written}
    if any(one.must or one.must_not for one in course.exercises):
        names[CATEGORY] = EXERCISE[lang == "en"]
    titles = {**found.titles, **{rule: pair[lang == "en"] for rule, pair in TITLES.items()}}
    return found._replace(titles=titles, categories=names)


def with_progress(grades: Grades, progress: Mapping[str, tuple[Moment, ...]], everybody: tuple[Moment, ...]) -> Grades:
    """The grades with what the history knows."""
    trainees = tuple(person._replace(progress=progress.get(person.key, ())) for person in grades.trainees)
    return grades._replace(trainees=trainees, progress=everybody)


def only(grades: Grades, key: str) -> Grades:
    """One person's part of the grades; the rest of the group stays in the means alone."""
    return grades._replace(
        trainees=tuple(person for person in grades.trainees if person.key == key),
        notices=tuple(one for one in grades.notices if one.person and key_of(one.person) == key),
        problems=(),
    )
