"""`replylint grade` and `calibrate` as a trainer runs them: whole processes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.trainer.desk import LATE, SETS, SWEATER

HEAD = "имя,упражнение,ответ,сдано\n"
ROWS = f'Иванов Иван,sweater,"{SWEATER}",2026-03-01\nКим Пётр,sweater,Обязательно разберёмся!,2026-03-02\nиван Иванов,late-parcel,"{LATE}",2026-03-15\n'


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    return path


def test_a_group_in_the_terminal(answers: Path) -> None:
    done = run("grade", SETS, answers)
    assert (done.returncode, done.stderr) == (0, "")
    for words in ("2 участника, 3 упражнения", "Кому что нужно", "опоздал: Иванов Иван (late-parcel)", "Что в отчёте"):
        assert words in done.stdout


def test_history_again_and_again(answers: Path, tmp_path: Path) -> None:
    history = tmp_path / "h.jsonl"
    first = run("grade", SETS, answers, "--history", history, "--format", "json")
    kept = history.read_bytes()
    second = run("grade", SETS, answers, "--history", history, "--format", "json")
    assert (first.stdout, kept) == (second.stdout, history.read_bytes())
    assert [one["day"] for one in json.loads(second.stdout)["group"]["progress"]] == ["2026-03-01", "2026-03-02", "2026-03-15"]


def test_one_person_and_pseudonyms(answers: Path, tmp_path: Path) -> None:
    done = run("grade", SETS, answers, "--person", "ПЕТР КИМ")
    assert "Ким Пётр" in done.stdout
    assert "Иванов" not in done.stdout
    told = run("grade", SETS, answers, "--person", "Ким Петер")
    assert told.returncode == 2
    assert "может быть, Ким Пётр?" in told.stderr
    hidden = run("grade", SETS, answers, "--anonymize", "--salt", "соль", "--format", "csv")
    assert "Стажёр" in hidden.stdout
    assert "Иванов" not in hidden.stdout
    assert hidden.stdout == run("grade", SETS, answers, "--anonymize", "--salt", "соль", "--format", "csv").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--anonymize",), "--history или --salt"),
        (("--format", "xlsx"), "-o"),
        (("--format", "cvs"), "csv"),
        (("--mapping", "nowhere.yaml"), "nowhere.yaml"),
        (("--history", "no/such/folder/h.jsonl"), "история"),
    ],
)
def test_wrong_use_is_told(answers: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("grade", SETS, answers, *arguments)
    assert done.returncode == 2
    assert words in done.stderr.splitlines()[-1]


def test_files_that_are_missing_or_broken(answers: Path, tmp_path: Path) -> None:
    assert run("grade", tmp_path / "nowhere", answers).returncode == 2
    assert run("grade", SETS, tmp_path / "nowhere").returncode == 2
    (tmp_path / "set.yaml").write_text("title: x\nexercises:\n  - idd: a\n", encoding="utf-8")
    done = run("grade", tmp_path / "set.yaml", answers)
    assert "set.yaml:3" in done.stderr
    assert "«id»" in done.stderr


def test_unread_answers_end_with_2_and_the_rest_is_graded(answers: Path) -> None:
    answers.write_text(f"{HEAD}{ROWS}Ли Анна,sweater,{'а' * 200_000},\n", encoding="utf-8")
    done = run("grade", SETS, answers)
    assert done.returncode == 2
    assert "слишком длинный" in done.stderr
    assert "Иванов Иван" in done.stdout


def test_grade_yaml_lies_beside_the_answers(tmp_path: Path) -> None:
    (tmp_path / "grade.yaml").write_text("person: Кто\nexercises:\n  sweater: В1\n", encoding="utf-8")
    (tmp_path / "form.csv").write_text(f'Кто,В1\nИван,"{SWEATER}"\n', encoding="utf-8")
    for target in ("form.csv", "."):
        done = run("grade", SETS, target, cwd=tmp_path, PYTHONPATH=os.environ.get("PYTHONPATH", ""))
        assert done.returncode == 0, done.stderr
        assert "1 участник" in done.stdout


def test_files_are_written(answers: Path, tmp_path: Path) -> None:
    for kind in ("xlsx", "csv", "json"):
        assert run("grade", SETS, answers, "--format", kind, "-o", tmp_path / f"out.{kind}").returncode == 0
        assert (tmp_path / f"out.{kind}").stat().st_size > 500


def test_calibrate(tmp_path: Path) -> None:
    path = tmp_path / "human.csv"
    path.write_text(f'reply,score,customer_name\n"{SWEATER}",95,Ольга\nОбязательно разберёмся!,20,Ольга\n', encoding="utf-8")
    done = run("calibrate", path)
    assert done.returncode == 0, done.stderr
    assert "Ответов с оценкой человека" in done.stdout
    assert json.loads(run("calibrate", path, "--format", "json").stdout)["agreement"]["replies"] == 2
    assert run("calibrate", tmp_path / "nowhere.csv").returncode == 2
