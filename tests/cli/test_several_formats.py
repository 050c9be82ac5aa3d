"""`--output-format FORMAT[:FILE]`, several at once; every format of a real run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from replylint.output import FORMATS

BAD = "Обязательно разберёмся!\n"


def run(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "replylint", "check", *arguments], capture_output=True, encoding="utf-8", check=False, cwd=cwd, timeout=60
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_several_formats_at_once(folder: Path) -> None:
    done = run(folder, "a.txt", "--output-format", "github,sarif:вы,вод.sarif", "--output-format", "junit:j.xml", "--format", "concise")
    assert done.returncode == 1
    assert "::error file=a.txt,line=1" in done.stdout
    assert "a.txt:1:1: major [greeting-missing]" in done.stdout
    assert json.loads((folder / "вы,вод.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (folder / "j.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_with_files_only_nothing_is_printed(folder: Path) -> None:
    done = run(folder, "a.txt", "--output-format", "sarif:a.sarif,html:a.html")
    assert done.stdout == ""
    assert "замечаний" in done.stderr
    assert (folder / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_output_file_is_for_the_format_that_names_none(folder: Path) -> None:
    run(folder, "a.txt", "--output-format", "json", "-o", "one.json")
    assert json.loads((folder / "one.json").read_text(encoding="utf-8"))["version"] == 1
    run(folder, "a.txt", "--output-format", "gitlab:g.json,json", "-o", "two.json")
    assert json.loads((folder / "two.json").read_text(encoding="utf-8"))["version"] == 1
    assert isinstance(json.loads((folder / "g.json").read_text(encoding="utf-8")), list)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--output-format", "sarfi:x"], "sarif"),
        (["--output-format", "json,sarif"], "json, sarif"),
        (["--output-format", "json", "--output-format", "json"], "json, json"),
        (["--output-format", "json:x,sarif:x"], "x"),
        (["--output-format", "json:"], "json:"),
        (["--output-format", "json:x", "-o", "y"], "-o"),
        (["--output-format", "json,github", "-o", "y"], "-o"),
        (["--output-format", "json,foo"], "json,foo"),
    ],
)
def test_wrong_use_is_told_before_anything_is_checked(arguments: list[str], word: str, folder: Path) -> None:
    done = run(folder, "a.txt", *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert word in done.stderr
    assert not (folder / "x").exists()


def test_a_file_that_cannot_be_written_leaves_the_others(folder: Path) -> None:
    done = run(folder, "a.txt", "--output-format", "sarif:none/x.sarif,json:ok.json,concise")
    assert done.returncode == 2
    assert "none/x.sarif" in done.stderr
    assert (folder / "ok.json").exists()
    assert "[greeting-missing]" in done.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_a_real_run_tells_what_was_not_read(name: str, folder: Path) -> None:
    (folder / "b.txt").write_bytes("Здравствуйте, заказ собран!".encode("cp1251"))
    done = run(folder, "a.txt", "b.txt", "нет.txt", "--output-format", name)
    assert done.returncode == 2
    assert "cp1251" in done.stdout
    assert "нет такого файла" in done.stdout


@pytest.mark.parametrize("name", ["sarif", "gitlab", "junit", "html"])
def test_equal_runs_give_equal_bytes_whatever_the_jobs(name: str, folder: Path) -> None:
    rows = "".join(json.dumps({"reply": f"{BAD.strip()} Заказ {n}."}, ensure_ascii=False) + "\n" for n in range(210))
    (folder / "a.jsonl").write_text(rows, encoding="utf-8")
    assert run(folder, "a.jsonl", "--output-format", name).stdout == run(folder, "a.jsonl", "--output-format", name, "--jobs", "2").stdout


def test_the_gate_decides_what_junit_calls_a_failure(folder: Path) -> None:
    assert "<failure" in run(folder, "a.txt", "--output-format", "junit").stdout
    assert "<failure" not in run(folder, "a.txt", "--output-format", "junit", "--fail-on", "critical").stdout
