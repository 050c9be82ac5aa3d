"""XLSX through openpyxl: a summary and a sheet a trainee. Whatever came from outside is written as text, never as a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from replylint.output import Look
from replylint.trainer.model import Grades, Trainee
from replylint.trainer.outputs.wording import category, charged, finding_line, names, notice_lines

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_NAME, LONGEST_CELL = 31, 32_767
"""What a spreadsheet program takes."""
WORDS = {
    "ru": ("Сводка", "Участник", "Среднее", "Сдано", "Упражнение", "Баллы", "Оценка", "Замечания", "Примечания", "Комментарий", "Ответ"),
    "en": ("Summary", "Trainee", "Mean", "Passed", "Exercise", "Points", "Mark", "Findings", "Notices", "Comment", "Answer"),
}


def render(grades: Grades, _look: Look) -> bytes:
    """The workbook."""
    from openpyxl import Workbook

    book = Workbook()
    words = WORDS[grades.language]
    summary = book.active
    summary.title = words[0]
    _fill(summary, _summary(grades, words), (24,))
    taken = {words[0].casefold()}
    for person in grades.trainees:
        _fill(book.create_sheet(_sheet_name(person.name, taken)), _sheet(grades, person, words), (28, 8, 10, 60, 40, 40, 80))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _summary(grades: Grades, words: Sequence[str]) -> list[list[object]]:
    """People × exercises, then the means of categories."""
    keys = list(grades.categories)
    rows: list[list[object]] = [[words[1], *(one.title for one in grades.exercises), *words[2:4], *(category(grades, key) for key in keys)]]
    for person in grades.trainees:
        scores = [one.mark if one.exercise.passing.scale == "pass-fail" else one.score for one in person.grades]
        rows.append([person.name, *scores, person.mean, person.passed, *(person.categories.get(key) for key in keys)])
    rows.append([words[2], *(one.mean for one in grades.difficulty), None, None, *(grades.categories[key] for key in keys)])
    rows += [[line] for line in grades.holds]
    return rows


def _sheet(grades: Grades, person: Trainee, words: Sequence[str]) -> list[list[object]]:
    """One trainee's part."""
    known = names(grades)
    rows: list[list[object]] = [[words[1], person.name], [words[2], person.mean], [words[3], person.passed]]
    if person.comment:
        rows.append([words[9], person.comment])
    rows += [[], list(words[4:])]
    for one in person.grades:
        found = "\n".join(finding_line(grades, each) for each in charged(one))
        told = "\n".join(notice_lines(one, known))
        rows.append([one.exercise.title, one.score, one.mark, found, told, one.submission.comment, one.submission.answer])
    rows += [[], *[[category(grades, key), value] for key, value in person.categories.items()]]
    return rows + [[moment.day, moment.score] for moment in person.progress]


def _fill(sheet: Any, rows: Sequence[Sequence[object]], widths: Sequence[int]) -> None:
    from openpyxl.styles import Alignment

    top = Alignment(vertical="top", wrap_text=True)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is None or value == "":
                continue
            cell = sheet.cell(number, column)
            if isinstance(value, int | float):
                cell.value = value
            else:
                # The type must be said: openpyxl takes «=…» for a formula and «#N/A» for an error.
                cell.value = text(str(value))
                cell.data_type = "s"
                cell.quotePrefix = True
            cell.alignment = top
    for column, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFG"[column]].width = width


def text(value: str) -> str:
    """A text that a workbook can hold."""
    return _NO_XML.sub("\ufffd", value)[:LONGEST_CELL]


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a sheet may have and no other has."""
    base = _NO_XML.sub("", _FORBIDDEN.sub(" ", name)).strip(" '")[:LONGEST_NAME].strip(" '") or "?"
    if base == "?" or base.casefold() == "history":
        base = f"_{base.strip('?')}"
    found, number = base, 1
    while found.casefold() in taken:
        number += 1
        found = f"{base[: LONGEST_NAME - len(str(number)) - 1]} {number}"
    taken.add(found.casefold())
    return found
