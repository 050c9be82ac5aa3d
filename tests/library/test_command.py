"""`replylint library` as CI runs it: whole processes, exit codes, every way to pass silently."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.library.corpus import templates

GOOD = "Здравствуйте, {client_name}! Привезём заказ сегодня до шести, курьер позвонит за час до приезда."
BAD = "Обязательно разберёмся!"
CONFIG = "slots: {client_name: Ольга}\n"


def run(*arguments: object, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "replylint", *map(str, arguments)],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=120,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def library(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    return run("library", *arguments, cwd=cwd)


def report(*arguments: object, cwd: Path) -> dict[str, object]:
    found = json.loads(library(*arguments, "--format", "json", cwd=cwd).stdout)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "replylint.yaml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_clean_is_0_and_findings_are_1(home: Path) -> None:
    done = library(".", cwd=home)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    (home / "bad.md").write_text(BAD, encoding="utf-8")
    done = library(".", cwd=home)
    assert done.returncode == 1
    assert "bad.md:1:1: major [greeting-missing]" in done.stdout
    assert library(".", "--exit-zero", cwd=home).returncode == 0
    assert library("good.md", cwd=home).returncode == 0


def test_findings_on_the_whole_count_at_the_gate(home: Path) -> None:
    (home / "again.md").write_text(GOOD.replace("до шести", "до семи"), encoding="utf-8")
    done = library(".", cwd=home)
    assert done.returncode == 1
    assert "[template-variants-too-similar]" in done.stdout
    assert library(".", "--ignore", "library", cwd=home).returncode == 0
    full = library(".", "--format", "full", cwd=home).stdout
    assert "2 ↔ 1: семи, → шести," in full
    assert "похожи" in library(".", "--format", "grouped", cwd=home).stdout


@pytest.mark.parametrize(
    ("files", "arguments", "words"),
    [
        ({}, (), "назовите файлы"),
        ({}, ("nowhere.md",), "нет такого файла"),
        ({}, ("empty",), "нет черновиков"),
        ({"empty/x.bin": "x"}, ("empty",), "нет черновиков"),
        ({"a.json": "{", "b.yaml": "reply: ["}, ("a.json", "b.yaml"), "не JSON"),
        ({"a.md": GOOD}, ("a.md", "--select", "tone", "--ignore", "tone"), "все правила выключены"),
        ({"a.md": GOOD, "replylint.yaml": "select: tone\nignore: tone\n"}, ("a.md",), "все правила выключены"),
        ({"a.md": "Dear customer, your order is on its way."}, ("a.md",), "не на русском"),
        ({"a.jsonl": '{"reply": "Сіздің тапсырысыңыз жолда, күте тұрыңыз."}\n' * 3}, ("a.jsonl",), "не на русском"),
        ({"a.csv": "вопрос,ответ\nГде?,Тут.\n"}, ("a.csv",), "--column"),
        ({"a.csv": "reply\n"}, ("a.csv",), "нет строк"),
    ],
)
def test_nothing_passes_silently(files: dict[str, str], arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = library(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr.strip().splitlines()[-1]
    assert library(*arguments, "--exit-zero", cwd=tmp_path).returncode == 2


def test_an_unreadable_file_among_others_is_2_a_skipped_template_is_listed(home: Path) -> None:
    (home / "t.jsonl").write_text(
        f'{{"reply": "{GOOD}"}}\n{{"text": "x"}}\n{{"reply": "Dear customer, here you are."}}\n', encoding="utf-8"
    )
    done = library("t.jsonl", cwd=home)
    assert done.returncode == 0, done.stderr
    assert "t.jsonl (line 2)" in done.stdout
    assert "t.jsonl (line 3): ответ не на русском" in done.stdout
    failed = library("t.jsonl", "--fail-on-skipped", cwd=home)
    assert (failed.returncode, "пропущено шаблонов: 2" in failed.stderr) == (1, True)
    (home / "broken.json").write_text("{", encoding="utf-8")
    assert library(".", cwd=home).returncode == 2


def test_scores_and_coverage(home: Path) -> None:
    (home / "bad.md").write_text(BAD, encoding="utf-8")
    done = library(".", "--fail-on", "never", "--min-score", "90", cwd=home)
    assert (done.returncode, "оценка ниже 90" in done.stderr) == (1, True)
    assert "покрытие" in library(".", "--fail-on", "never", "--min-coverage", "100", cwd=home).stderr


def test_the_same_bytes_whatever_the_jobs(home: Path) -> None:
    rows = [json.dumps({"reply": record.reply}, ensure_ascii=False) for record in templates(260)]
    (home / "t.jsonl").write_text("\n".join(rows), encoding="utf-8")
    first = library("t.jsonl", "--format", "json", cwd=home).stdout
    assert json.loads(first)["library"]["findings"]
    for jobs in (2, 3, 0):
        assert library("t.jsonl", "--format", "json", "--jobs", jobs, cwd=home).stdout == first


def test_fix_mends_templates_and_leaves_slots(home: Path) -> None:
    path = home / "a.md"
    path.write_text("Здравствуйте, {client_name}! Осуществим возврат сегодня до шести, ждите письма на почте.\n", encoding="utf-8")
    assert library("a.md", "--diff", cwd=home).returncode == 1
    library("a.md", "--fix", cwd=home)
    assert path.read_text(encoding="utf-8") == "Здравствуйте, {client_name}! Вернём сегодня до шести, ждите письма на почте.\n"


def git(*arguments: str, cwd: Path) -> None:
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@x.example", *arguments], cwd=cwd, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_changed_since_a_revision(home: Path) -> None:
    (home / "old.md").write_text(BAD, encoding="utf-8")
    git("init", "-q", cwd=home)
    git("add", ".", cwd=home)
    git("commit", "-qm", "one", cwd=home)
    clean = library(".", "--changed-since", "HEAD", cwd=home)
    assert (clean.returncode, "ничего не изменилось" in clean.stderr) == (0, True)
    (home / "new.md").write_text(GOOD.replace("до шести", "до семи"), encoding="utf-8")
    done = library(".", "--changed-since", "HEAD", cwd=home)
    assert "old.md" not in done.stdout
    assert "[template-variants-too-similar]" in done.stdout
    wrong = library(".", "--changed-since", "nowhere", cwd=home)
    assert (wrong.returncode, "не знает ревизии «nowhere»" in wrong.stderr) == (2, True)
    assert library(".", "--changed-since", "--output=x", cwd=home).returncode == 2
    assert not (home / "x").exists()


def test_changed_since_without_git_is_told(home: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = library(".", "--changed-since", "HEAD", cwd=home)
    assert (outside.returncode, "git" in outside.stderr) == (2, True)
    bare = run("library", ".", "--changed-since", "HEAD", cwd=home, env={"PATH": str(tmp_path_factory.mktemp("bin"))})
    assert (bare.returncode, "нужна программа git" in bare.stderr) == (2, True)


def test_english(home: Path) -> None:
    (home / "again.md").write_text(GOOD.replace("до шести", "до семи"), encoding="utf-8")
    done = library(".", "--lang", "en", cwd=home)
    assert "Templates alike by" in done.stdout
    assert "findings at or above minor" in done.stderr
