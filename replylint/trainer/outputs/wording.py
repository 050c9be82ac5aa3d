"""What several formats say in the same words: notices, findings, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from replylint.model import Finding, Language
from replylint.trainer.model import Grade, Grades, Notice
from replylint.words import decimal


class Charged(NamedTuple):
    """A finding and its points."""

    finding: Finding
    cost: int


def charged(grade: Grade) -> list[Charged]:
    """The findings of an answer with their points, in order of place; overruled ones cost nothing."""
    if not grade.checked or not grade.checked.score:
        return []
    return [Charged(*pair) for pair in zip(grade.checked.findings, grade.checked.score.losses, strict=True)]


def finding_line(grades: Grades, one: Charged) -> str:
    """«−20 Пустое обещание: …», or what the trainer overruled and why."""
    finding = one.finding
    title = grades.rulebook.titles.get(finding.rule, finding.rule)
    if finding.suppressed is not None:
        word = "overruled" if grades.language == "en" else "снято тренером"
        return f"{title} [{finding.rule}] — {word}: {finding.suppressed}"
    return f"−{one.cost} {title}: {finding.message}" if one.cost else f"{title}: {finding.message}"


def notice_line(notice: Notice, names: dict[str, str]) -> str:
    """A notice with the other person of a copy."""
    other = f" ({names.get(notice.other, notice.other)})" if notice.other else ""
    place = f" [{notice.place}]" if notice.place else ""
    return f"{notice.told}{other}{place}"


def notice_lines(grade: Grade, names: dict[str, str]) -> list[str]:
    """The notices of one answer."""
    return [notice_line(one, names) for one in grade.notices]


def names(grades: Grades) -> dict[str, str]:
    """Key → name."""
    return {person.key: person.name for person in grades.trainees}


def category(grades: Grades, key: str) -> str:
    """A category's name."""
    return grades.rulebook.categories.get(key, key)


def notices(grades: Grades) -> Iterator[Notice]:
    """All of them: of the group, then of every answer."""
    yield from grades.notices
    for person in grades.trainees:
        for grade in person.grades:
            yield from grade.notices


def number(value: float | None, lang: Language) -> str:
    """A mean as the language writes it; a dash where there is none."""
    return "—" if value is None else decimal(value, lang)


def overruled(grade: Grade) -> Iterable[Finding]:
    """Findings that the trainer does not count."""
    return (one.finding for one in charged(grade) if one.finding.suppressed is not None)
