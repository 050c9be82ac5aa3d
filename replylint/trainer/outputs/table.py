"""CSV: a row an answer. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""

from __future__ import annotations

import csv
import io

from replylint.output import Look
from replylint.trainer.model import Grade, Grades, Trainee
from replylint.trainer.outputs.wording import charged, names, notice_lines, overruled

HEAD = (
    "person", "exercise", "title", "set", "level", "score", "mark", "passed", "submitted_at", "notices", "faults", "overruled", "comment",
    "answer",
)  # fmt: skip
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins to work things out."""


def render(grades: Grades, _look: Look) -> str:
    """The table, lines ended as CSV has them."""
    lost = [f"lost_{key}" for key in sorted(grades.rulebook.categories)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*HEAD, *lost])
    for person in grades.trainees:
        for grade in person.grades:
            writer.writerow([guarded(cell) for cell in row(grades, person, grade)])
    return out.getvalue()


def row(grades: Grades, person: Trainee, grade: Grade) -> list[str]:
    """The cells of one answer, as they were written."""
    lost = grade.checked.score.by_category if grade.checked and grade.checked.score else None
    one, exercise = grade.submission, grade.exercise
    return [
        person.name,
        exercise.id,
        exercise.title,
        exercise.set_title,
        str(exercise.level),
        "" if grade.score is None else str(grade.score),
        grade.mark,
        "yes" if grade.passed else "no",
        one.submitted_at,
        "; ".join(notice_lines(grade, names(grades))),
        "; ".join(f"{f.finding.rule} {f.cost}" for f in charged(grade) if f.finding.suppressed is None),
        "; ".join(f"{f.rule}: {f.suppressed}" for f in overruled(grade)),
        one.comment,
        one.answer,
        *("" if lost is None else str(lost.get(key, 0)) for key in sorted(grades.rulebook.categories)),
    ]


def guarded(cell: str) -> str:
    """The cell, with an apostrophe where it begins like a formula."""
    return f"'{cell}" if cell.startswith(DANGEROUS) else cell
