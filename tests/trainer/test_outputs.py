"""Outputs hold what was graded, keep hostile text harmless, and are the same for the same input."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from replylint import Options
from replylint.model import Origin, Problem
from replylint.output import Look
from replylint.output.cells import width
from replylint.trainer.anonymity import anonymous
from replylint.trainer.group import grade
from replylint.trainer.model import Grades, Intake, Notice, Overrule, Remark, Submission
from replylint.trainer.outputs import FORMATS, render
from replylint.trainer.outputs.workbook import text
from replylint.trainer.progress import remembered
from tests.trainer.desk import BOOK, COURSE, LATE, SWEATER

NAMES = [
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "+7 Мария",
    "@Олег",
    "-Илья",
    "\x1b[31mКрасный\x1b[0m",
    "И/м:я*[a]?",
    "'кавычки'",
    "History",
    "Имя" * 30,
]
EVIL = '=HYPERLINK("http://evil.example","нажми") Обязательно разберёмся! <img src=x onerror=alert(1)> \x1b[2J\u202e'


def group(lang: str = "ru") -> Grades:
    submissions = [Submission(name, "sweater", EVIL, comment="=1+1", origin=Origin(f"{name}/a.txt")) for name in NAMES]
    submissions += [
        Submission("Анна Ким", "sweater", SWEATER, "2026-02-20", "Так держать", (Overrule("terse-reply", "спор"),)),
        Submission("Анна Ким", "late-parcel", LATE, "2026-03-20"),
        Submission("Иван Ли", "sweater", f"{SWEATER} И мерки.", overrule=(Overrule("greeting-missing", "@SUM(1)"),)),
        Submission("Иван Ли", "troll", "\tТак", origin=Origin("Иван Ли/troll.txt"), problem="не читается"),
    ]
    handed = Intake(
        tuple(submissions),
        (Remark("Анна Ким", "=Молодец"),),
        (Notice("unknown-exercise", "нет такого упражнения: «Анна Ким»", person="Иван Ли", place="Анна Ким/x.txt"),),
        (Problem("Иван Ли/b.txt", "не читается"),),
    )
    return grade(handed, COURSE, BOOK, Options(lang="en" if lang == "en" else "ru"))


GRADES = group()


def sheets(grades: Grades) -> dict[str, list[list[tuple[Any, str]]]]:
    book = load_workbook(io.BytesIO(render(grades, "xlsx", Look())))
    return {sheet.title: [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "xlsx"])
def test_the_same_bytes_again(kind: str) -> None:
    assert render(GRADES, kind, Look()) == render(group(), kind, Look())


def test_xlsx_is_the_same_cell_for_cell_and_holds_no_formula() -> None:
    found = sheets(GRADES)
    assert found == sheets(group())
    cells = [cell for rows in found.values() for row in rows for cell in row]
    assert {kind for _, kind in cells} == {"s", "n"}
    assert any(value == NAMES[0] for value, _ in cells)
    assert len(found) == len(GRADES.trainees) + 1
    assert all(len(title) <= 31 for title in found)


def test_text_of_a_workbook_has_no_signs_that_xml_lacks() -> None:
    assert text("a\x1bb\ud800c") == "a\ufffdb\ufffdc"
    assert len(text("я" * 40_000)) == 32_767


def test_csv_guards_cells_that_begin_like_formulas() -> None:
    rows = list(csv.reader(io.StringIO(render(GRADES, "csv", Look()).decode(), newline="")))
    assert len(rows) == 1 + len(GRADES.trainees) * len(COURSE.exercises)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {"'" + NAMES[0], "'@Олег", "'-Илья", "'+7 Мария"} <= {row[0] for row in rows}
    assert len({len(row) for row in rows}) == 1


def test_json_says_everything_and_its_version() -> None:
    tree = json.loads(render(GRADES, "json", Look()))
    assert (tree["version"], tree["anonymous"]) == (1, False)
    anna = next(person for person in tree["trainees"] if person["name"] == "Анна Ким")
    assert anna["comment"] == "=Молодец"
    assert [one["score"] for one in anna["grades"]][2] is None
    ivan = next(person for person in tree["trainees"] if person["name"] == "Иван Ли")
    assert {notice["kind"] for one in ivan["grades"] for notice in one["notices"]} >= {"copied-person", "unread", "missing"}
    for person in tree["trainees"]:
        for one in person["grades"]:
            if one["score"] is not None:
                assert sum(finding["cost"] for finding in one["findings"]) == 100 - one["score"] == sum(one["lost"].values())
                assert all(one["answer"][f["start"] : f["end"]] == f["quote"] for f in one["findings"])


@pytest.mark.parametrize("kind", ["full", "person"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_terminal_is_80_columns_wide_and_lets_nothing_through(kind: str, lang: str) -> None:
    shown = render(group(lang), kind, Look()).decode()
    assert max(width(line) for line in shown.splitlines()) <= 80
    assert not set(shown) & set("\x1b\x9b\u202e\r\t")
    assert "Анна Ким" in shown
    assert "\x1b[" in render(GRADES, kind, Look(color=True)).decode()
    plain = render(GRADES, kind, Look(unicode_ok=False))
    plain.decode().encode("cp866")


def test_a_long_course_is_parted_into_blocks() -> None:
    exercises = tuple(one._replace(id=f"{one.id}-{n}") for n in range(8) for one in COURSE.exercises)
    course = COURSE._replace(
        sets=(COURSE.sets[0]._replace(exercises=exercises),), phrases={**COURSE.phrases, "numbers": list(COURSE.phrases["numbers"]) * 8}
    )
    grades = grade(Intake((Submission("Анна Ким", "sweater-7", SWEATER),)), course, BOOK, Options())
    shown = render(grades, "full", Look()).decode()
    assert max(map(len, shown.splitlines())) <= 80
    assert shown.count("Анна Ким  ") >= 3
    assert "  24\u0020" in shown or " 24  " in shown


@pytest.mark.parametrize("kind", FORMATS)
def test_no_name_enters_an_anonymous_output(tmp_path: Path, kind: str) -> None:
    grades, history = remembered(GRADES, str(tmp_path / "h.jsonl"), date(2026, 3, 1))
    hidden = anonymous(grades, history.salt)
    shown = str(sheets(hidden)) if kind == "xlsx" else render(hidden, kind, Look()).decode()
    for name in ("Анна Ким", "ким анна", "Иван Ли", "ли иван", "Илья", "Олег", "calc", "alert(1)<", "b.txt", "troll.txt"):
        assert name not in shown, name
    assert "Стажёр" in shown
    if kind != "csv":
        assert "псевдонимы" in " ".join(shown.split())
    again = anonymous(grades, history.salt)
    assert [person.name for person in again.trainees] == [person.name for person in hidden.trainees]
    assert [person.progress for person in hidden.trainees if person.progress]


def test_pseudonyms_of_a_copy_lead_to_one_another() -> None:
    hidden = anonymous(GRADES, "соль")
    known = {person.key for person in hidden.trainees}
    others = {notice.other for person in hidden.trainees for one in person.grades for notice in one.notices if notice.other}
    assert others
    assert others <= known
