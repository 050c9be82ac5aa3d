"""One trainee's part in a terminal: every answer with its findings, the trainer's comments, progress."""

from __future__ import annotations

from replylint.output import Look
from replylint.output.cells import wrap
from replylint.output.pen import Ink, Line
from replylint.output.safe import one_line, safe
from replylint.trainer.model import Grade, Grades, Trainee
from replylint.trainer.outputs.phrasing import Phrasing, phrasing
from replylint.trainer.outputs.terminal import shown
from replylint.trainer.outputs.wording import category, charged, finding_line, names, notice_lines, number

SHOWN = 600
"""Characters of an answer that a terminal shows."""


def render(grades: Grades, look: Look) -> str:
    """The part of everybody in the grades."""
    return shown(part(grades, look), look)


def part(grades: Grades, look: Look) -> list[Line]:
    """The part of everybody in the grades (`group.only` leaves one)."""
    lines: list[Line] = []
    for person in grades.trainees:
        lines += _person(grades, person, look, phrasing(grades.language))
    return lines


def _person(grades: Grades, person: Trainee, look: Look, own: Phrasing) -> list[Line]:
    mean = f"{own.mean} {number(person.mean, own.lang)}, {own.done} {person.passed}/{len(person.grades)}"
    lines = _paragraph(f"{person.name}: {mean}", look, style="bold")
    for title, keys in ((own.strong, person.strongest), (own.weak, person.weakest)):
        if keys:
            sides = ", ".join(f"{category(grades, key)} ({number(person.categories[key], own.lang)})" for key in keys)
            lines += _paragraph(f"{title}: {sides}", look)
    if person.comment:
        lines += _paragraph(f"{own.comment}: {person.comment}", look)
    for grade in person.grades:
        lines += [(), *_answer(grades, grade, look, own)]
    if person.progress:
        lines += [(), (Ink(own.progress, "bold"),)]
        lines += [(Ink(f"  {one.day}  {number(one.score, own.lang):>5}"),) for one in person.progress]
    lines.append(())
    return lines + [line for text in grades.holds for line in _paragraph(text, look, style="dim")]


def _answer(grades: Grades, grade: Grade, look: Look, own: Phrasing) -> list[Line]:
    lines = _paragraph(f"{grade.exercise.title} ({grade.exercise.id}): {_verdict(grade, own)}", look, style="bold")
    for notice in notice_lines(grade, names(grades)):
        lines += _paragraph(f"* {notice}", look, 2)
    if grade.submission.answer.strip():
        shown = grade.submission.answer[:SHOWN] + ("…" if len(grade.submission.answer) > SHOWN else "")
        lines += _paragraph(shown, look, 4, "dim")
    for one in charged(grade):
        style = "dim" if one.finding.suppressed is not None else ""
        lines += _paragraph(finding_line(grades, one), look, 2, style)
    if grade.submission.comment:
        lines += _paragraph(f"{own.comment}: {grade.submission.comment}", look, 2)
    return lines


def _verdict(grade: Grade, own: Phrasing) -> str:
    if grade.score is None:
        return "—"
    told = own.done if grade.passed else own.failed.format(least=grade.exercise.passing.least)
    return f"{grade.score}, {told}" if grade.mark == str(grade.score) else f"{grade.mark} ({grade.score}), {told}"


def _paragraph(text: str, look: Look, indent: int = 0, style: str = "") -> list[Line]:
    """A text of outside in lines that fit."""
    return [(Ink(" " * indent + line, style),) for line in wrap(safe(one_line(text)), max(20, look.width - indent))]
