"""Answers come as folders, tables and forms; what cannot be read is told, and never stops the rest."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from replylint.errors import ConfigFault, InputFault, ReplylintError
from replylint.sources import Reading
from replylint.trainer.columns import Columns
from replylint.trainer.columns import read as read_columns
from replylint.trainer.model import Intake, Overrule
from replylint.trainer.submissions import read
from tests.trainer.desk import COURSE, SWEATER, intake


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def table(path: Path, rows: list[list[object]]) -> Path:
    if path.suffix == ".xlsx":
        book = Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(dict(zip(rows[0], row, strict=False)), ensure_ascii=False) + "\n" for row in rows[1:]), "utf-8")
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    return path


def handed(found: Intake) -> list[tuple[str, str, str]]:
    return [(one.person, one.exercise, one.answer) for one in found.submissions]


def test_a_folder_of_folders_and_of_doubled_underscores(tmp_path: Path) -> None:
    put(tmp_path / "Иванов Иван" / "sweater.txt", SWEATER + "\n")
    put(tmp_path / "Пётр Ким__Late-Parcel.md", "Добрый день")
    put(tmp_path / "Пётр Ким__late-parsel.md", "Добрый день")
    put(tmp_path / "sweater.txt", "чей?")
    put(tmp_path / ".hidden" / "sweater.txt", "нет")
    found = intake(tmp_path)
    assert handed(found) == [("Иванов Иван", "sweater", SWEATER), ("Пётр Ким", "late-parcel", "Добрый день")]
    assert [(one.kind, one.person) for one in found.notices] == [("unknown-exercise", "Пётр Ким")]
    assert "«late-parcel»" in found.notices[0].told
    assert [one.path.rpartition("/")[2] for one in found.problems] == ["sweater.txt"]


def test_front_matter_of_an_answer(tmp_path: Path) -> None:
    front = "---\nsubmitted_at: 2026-03-01\ncomment: Хорошо\noverrule: [greeting-missing: спор, terse-reply: так и надо]\n---\n"
    put(tmp_path / "А" / "sweater.txt", front + "Да")
    put(tmp_path / "Б" / "sweater.txt", "---\ncoment: Хорошо\n---\nДа")
    one, other = intake(tmp_path).submissions
    assert (one.answer, one.submitted_at, one.comment) == ("Да", "2026-03-01", "Хорошо")
    assert one.overrule == (Overrule("greeting-missing", "спор"), Overrule("terse-reply", "так и надо"))
    assert other.answer == ""
    assert "«comment»" in other.problem


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".jsonl"])
def test_a_row_an_answer(tmp_path: Path, suffix: str) -> None:
    rows: list[list[object]] = [
        ["ФИО", "Упражнение", "Ответ", "Отметка времени", "Комментарий", "overrule"],
        ["Иванов Иван", "sweater", SWEATER, "2026-03-01", "Ясно", "greeting-missing: спор; terse-reply: нет"],
        ["Ким Пётр", "Троллинг", "Привет", "", "", ""],
        ["Ким Пётр", "", "", "", "Молодец", ""],
        ["", "sweater", "чей?", "", "", ""],
        ["Ким Пётр", "nope", "Привет", "", "", ""],
    ]
    found = intake(table(tmp_path / f"a{suffix}", rows))
    assert handed(found) == [("Иванов Иван", "sweater", SWEATER), ("Ким Пётр", "troll", "Привет")]
    first = found.submissions[0]
    assert (first.comment, [one.rule for one in first.overrule]) == ("Ясно", ["greeting-missing", "terse-reply"])
    assert found.remarks == (("Ким Пётр", "Молодец"),)
    assert len(found.problems) == 1
    assert [one.kind for one in found.notices] == ["unknown-exercise"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".jsonl"])
def test_a_forms_export(tmp_path: Path, suffix: str) -> None:
    rows: list[list[object]] = [
        ["Отметка времени", "Ваше имя", "1. Цена свитера: что ответите?", "Посылка опоз", "Задание 3. Троллинг", "Город", "overrule"],
        ["14.03.2026 10:00:00", "Иванов Иван", SWEATER, "Едет", "", "Омск", "sweater/greeting-missing: спор"],
    ]
    found = intake(table(tmp_path / f"form{suffix}", rows))
    assert handed(found) == [("Иванов Иван", "sweater", SWEATER), ("Иванов Иван", "late-parcel", "Едет")]
    assert [one.submitted_at for one in found.submissions] == ["14.03.2026 10:00:00"] * 2
    assert [len(one.overrule) for one in found.submissions] == [1, 0]


def test_columns_told_in_grade_yaml(tmp_path: Path) -> None:
    path = table(tmp_path / "form.csv", [["Когда", "Кто", "В1", "В2"], ["2026-03-01", "Иван", "раз", "два"]])
    told = read_columns("person: кто\nsubmitted_at: Когда\nexercises:\n  troll: В1\n  sweater: В2\n", "grade.yaml", COURSE.exercises)
    assert handed(intake(path, told=told)) == [("Иван", "troll", "раз"), ("Иван", "sweater", "два")]
    with pytest.raises(InputFault, match="нет столбца «Кого»"):
        intake(path, told=Columns(person="Кого"))
    with pytest.raises(InputFault, match="не вижу столбца с именами"):
        intake(path)
    with pytest.raises(InputFault, match="не вижу столбцов с ответами"):
        intake(path, told=Columns(person="Кто"))


@pytest.mark.parametrize(("text", "line"), [("persn: Кто\n", 1), ("exercises:\n  trol: В1\n", 2), ("- x\n", 1)])
def test_a_wrong_grade_yaml_has_its_line(text: str, line: int) -> None:
    with pytest.raises(ReplylintError) as fault:
        read_columns(text, "grade.yaml", COURSE.exercises)
    assert fault.value.line == line
    with pytest.raises(ConfigFault):
        read_columns("a: [", "grade.yaml", COURSE.exercises)


def test_hostile_files_are_told(tmp_path: Path) -> None:
    put(tmp_path / "<script>alert(1)</script"[:8] / "sweater.txt", "<script>alert(1)</script>")
    put(tmp_path / "А" / "sweater.txt", "а" * 1_000_000)
    put(tmp_path / "Б" / "sweater.txt", "")
    put(tmp_path / "В" / "sweater.txt", "a\0b")
    (tmp_path / "Г__sweater.txt").write_bytes("Здравствуйте, это старая кодировка".encode("cp1251"))
    (tmp_path / "Д__sweater.txt").write_bytes(b"PK\x03\x04zip")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    put(tmp_path / "list.csv", "a,b\n1,2\n")
    put(tmp_path / "lines.jsonl", '{"имя": "Е", "exercise": "sweater", "answer": {"x": "\\ud800"}}\nnot json\n[1]\n' + "[" * 100_000)
    found = intake(tmp_path)
    problems = {one.person: one.problem for one in found.submissions}
    assert "слишком длинный" in problems["А"]
    assert problems["Б"] == problems["<script>"] == problems["Е"] == ""
    assert "нулевые" in problems["В"]
    assert "cp1251" in problems["Г"]
    assert "zip" in problems["Д"]
    assert sorted(one.path.rpartition("/")[2] for one in found.problems) == ["broken.xlsx", *["lines.jsonl"] * 3, "list.csv"]


def test_an_unpacking_bomb_is_no_workbook(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}", b"\0" * (100 << 20))
    (tmp_path / "a.xlsx").write_bytes(out.getvalue())
    with pytest.raises(InputFault, match="xlsx"):
        intake(tmp_path / "a.xlsx")


def test_formulas_are_texts(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [["имя", "exercise", "answer"], ["=1+1", "sweater", '=HYPERLINK("http://x","y")']])
    assert handed(intake(path)) == [("=1+1", "sweater", '=HYPERLINK("http://x","y")')]


@pytest.mark.parametrize("name", ["nowhere", "a.pdf", "empty"])
def test_what_cannot_be_read_at_all(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(InputFault):
        read((tmp_path / name).as_posix(), COURSE, Reading())
