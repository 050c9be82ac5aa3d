"""`replylint check` as a user runs it: whole processes, exit codes, the last line on stderr, hostile input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

GOOD = "Здравствуйте! Привезём заказ сегодня до шести, курьер позвонит за час."
BAD = "Обязательно разберёмся!"


def run(*arguments: object, stdin: bytes | None = None, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """One whole process; output as text."""
    done = subprocess.run(
        [sys.executable, "-m", "replylint", *map(str, arguments)],
        input=stdin if stdin is not None else b"",
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **env},
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode(errors="replace")
    code = env.get("PYTHONIOENCODING", "utf-8")
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(code), done.stderr.decode(code))


def report(*arguments: object, **more: object) -> dict[str, object]:
    done = run("check", *arguments, "--format", "json", **more)  # type: ignore[arg-type]  # stdin, cwd
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_clean_is_0_and_findings_are_1(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(GOOD, encoding="utf-8")
    assert run("check", draft).returncode == 0
    draft.write_text(BAD, encoding="utf-8")
    done = run("check", draft)
    assert done.returncode == 1
    assert ":1:1: major [greeting-missing]" in done.stdout
    assert done.stderr.strip().splitlines()[-1].startswith("replylint: замечаний")
    assert run("check", draft, "--exit-zero").returncode == 0
    assert run("check", draft, "--fail-on", "critical").returncode == 0
    assert run("check", "--fail-on", "never", draft, "--min-score", "90").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("nowhere.txt",), "нет такого файла"),
        (("--select", "greting-missing", "--text", "x"), "greeting-missing"),
        (("--rating", "9", "--text", "x"), "rating"),
        (("--format", "jsn", "--text", "x"), "json"),
        (("--text", "  "), "пуст"),
        (("--config", "none.yaml", "--text", "x"), "none.yaml"),
        (("-", "a.txt"), "вместе"),
    ],
)
def test_wrong_use_is_2_with_one_clear_line(arguments: tuple[str, ...], word: str, tmp_path: Path) -> None:
    done = run("check", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert word in done.stderr.strip().splitlines()[-1]


def test_a_folder_without_drafts_is_told(tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert done.returncode == 2
    assert "нет черновиков" in done.stderr


def test_bad_input_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Здравствуйте, заказ собран!".encode("cp1251"))
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xd0\x94\x00\xd0\xb0")
    (tmp_path / "d.jsonl").write_text('{"reply": "Здравствуйте! Ждём."}\n{broken\n{"text": "x"}\n', encoding="utf-8")
    (tmp_path / "e.csv").write_text("reply;rating\nЗдравствуйте!;5\nДа;4;3;2\nНет;9\n", encoding="utf-8")
    (tmp_path / "f.yaml").write_text("reply: [", encoding="utf-8")
    (tmp_path / "g.md").write_text("---\nraiting: 1\n---\nДа", encoding="utf-8")
    (tmp_path / "h.json").write_text("{", encoding="utf-8")
    found = report(tmp_path)
    messages = "\n".join(problem["message"] for problem in found["problems"])  # type: ignore[index,union-attr]  # JSON
    for word in ("--encoding cp1251", "пуст", "нулевые байты", "не JSON", "reply", "ячеек больше", "от 1 до 5", "YAML", "rating"):
        assert word in messages, word
    assert len(found["drafts"]) == 2  # type: ignore[arg-type]  # JSON
    assert run("check", tmp_path).returncode == 2


def test_old_encodings_boms_and_line_ends(tmp_path: Path) -> None:
    for number, content in enumerate([GOOD.encode("cp1251")]):
        (tmp_path / f"{number}.txt").write_bytes(content)
        assert run("check", tmp_path / f"{number}.txt", "--encoding", "cp1251").returncode == 0
    for number, content in enumerate([b"\xef\xbb\xbf" + GOOD.encode(), GOOD.encode("utf-16"), GOOD.replace(" ", "\r\n", 1).encode()]):
        path = tmp_path / f"b{number}.txt"
        path.write_bytes(content)
        assert run("check", path).returncode == 0


def test_a_huge_line_is_told_not_chewed(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("а " * 5_000_000, encoding="utf-8")
    start = time.monotonic()
    done = run("check", path)
    assert done.returncode == 2
    assert "слишком длинный" in done.stderr
    assert time.monotonic() - start < 5
    assert run("check", "-", stdin=("а " * 5_000_000).encode()).returncode == 2


def test_escapes_bidi_and_markup_are_shown_not_obeyed() -> None:
    text = "Здравствуйте! \x1b[2J[bold]Обязательно[/bold] \u202eразберёмся[red]"
    for name in ("full", "concise", "grouped"):
        done = run("check", "--text", text, "--rating", "1", "--format", name, "--color", "always")
        assert "\x1b[2J" not in done.stdout
        assert "\u202e" not in done.stdout
    assert (
        "\\x1b" in run("check", "--text", text, "--rating", "1", "--format", "full").stdout
        or "[bold]" in run("check", "--text", text, "--rating", "1", "--format", "full").stdout
    )


def test_pipes_get_no_colour_and_a_closed_pipe_is_no_fault() -> None:
    assert "\x1b" not in run("check", "--text", BAD, "--format", "full").stdout
    command = f"{sys.executable} -m replylint check --text '{BAD}' --format full | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii"])
def test_old_consoles_do_not_crash(encoding: str) -> None:
    done = run("check", "--text", "Здравствуйте 😀 «ой»!", "--format", "full", PYTHONIOENCODING=encoding)
    assert done.returncode in (0, 1)


def test_ctrl_c_is_130() -> None:
    process = subprocess.Popen([sys.executable, "-m", "replylint", "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in stderr


def test_stdin_text_and_formats_agree(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, encoding="utf-8")
    findings = [r["drafts"][0]["findings"] for r in (report(path), report("-", stdin=BAD.encode()), report("--text", BAD))]  # type: ignore[index]
    assert findings[0] == findings[1] == findings[2]
    lines = run("check", path, "--format", "json-lines").stdout.splitlines()
    assert json.loads(lines[0])["score"] == report(path)["drafts"][0]["score"]  # type: ignore[index]  # JSON
    assert "summary" in json.loads(lines[-1])


def test_ctrl_z_of_a_windows_console_ends_the_draft() -> None:
    assert report("-", stdin=BAD.encode() + b"\x1a")["drafts"][0]["findings"][0]["quote"] != "\x1a"  # type: ignore[index]  # JSON


def test_context_of_the_command_line_fills_what_the_record_leaves_open(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"reply": "Ладно, проверим.", "rating": 5}\n{"reply": "Ладно, проверим."}\n', encoding="utf-8")
    first, second = report(path, "--rating", "1", "--message", "Ужас!")["drafts"]  # type: ignore[misc]  # JSON
    assert first["context"]["intent"]["value"] == "praise"
    assert second["context"]["intent"]["value"] == "complaint"


def test_fix_writes_the_file_and_diff_does_not(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    content = "---\ncustomer_name: Игорь\n---\n\nЗдравствуйте!\r\nДанная модель есть.\r\n"
    path.write_bytes(content.encode())
    done = run("check", path, "--diff")
    assert done.returncode == 1
    assert "+Здравствуйте, Игорь!" in done.stdout
    assert path.read_bytes() == content.encode()
    run("check", path, "--fix")
    assert path.read_bytes() == content.replace("Здравствуйте!", "Здравствуйте, Игорь!").replace("Данная", "Эта").encode()
    assert run("check", path, "--diff").returncode == 0


def test_fix_on_stdin_gives_the_mended_text_and_findings_apart() -> None:
    done = run("check", "-", "--fix", stdin="Здравствуйте! Данная модель есть.".encode())
    assert done.stdout == "Здравствуйте! Эта модель есть.\n"
    assert "findings" in done.stderr or "ответ" in done.stderr


def test_tables_are_mended_in_their_own_dialect_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = 'id;reply;x\r\n1;Здравствуйте! Данная модель есть, да.;"y"\r\n'
    path.write_bytes(text.encode("cp1251"))
    assert run("check", path, "--fix", "--encoding", "cp1251").returncode in (0, 1)
    assert path.read_bytes().decode("cp1251") == text.replace(
        "Здравствуйте! Данная модель есть, да.", '"Здравствуйте! Эта модель есть, да."'
    )


def test_marks_of_templates_are_no_remarks(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text('# replylint: template\nx = "Здравствуйте, Иван! Заказ 5 привезут завтра до 12:00."\n', encoding="utf-8")
    done = run("check", path, "--fail-on", "critical", "--format", "concise")
    assert done.returncode == 0
    assert "пометка" not in done.stdout


def test_inactive_macros_fail_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    active = {"title": "а", "actions": [{"field": "comment_value", "value": "Здравствуйте, Иван! Заказ 5 привезут завтра до 12:00."}]}
    path.write_text(json.dumps({"macros": [active, {**active, "title": "б", "active": False}]}), encoding="utf-8")
    done = run("check", path, "--fail-on", "critical")
    assert done.returncode == 0
    assert "макрос «б» выключен" in done.stdout


def test_places_that_cannot_be_restored_refuse(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<!-- replylint: template --><p>Здравствуйте! Данная модель есть.</p>", encoding="utf-8")
    before = path.read_bytes()
    done = run("check", path, "--fix")
    assert done.returncode == 2
    assert path.read_bytes() == before


def test_configuration_is_found_and_checked(tmp_path: Path) -> None:
    (tmp_path / "replylint.yaml").write_text("profile:\n  banned: [заказик]\nmin-score: 10\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Здравствуйте! Ваш заказик собран, забирайте с десяти.", encoding="utf-8")
    assert "brand-voice-lexicon" in run("check", tmp_path / "a.txt").stdout
    assert "brand-voice-lexicon" not in run("check", tmp_path / "a.txt", "--isolated").stdout
    (tmp_path / "replylint.yaml").write_text("profile:\n  baned: [x]\n", encoding="utf-8")
    done = run("check", tmp_path / "a.txt")
    assert done.returncode == 2
    assert "replylint.yaml:2" in done.stderr
    assert "banned" in done.stderr


def test_the_report_is_the_same_bytes_whatever_the_jobs(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "reply": f"{BAD} Заказ {n}."}) + "\n" for n in range(220)), encoding="utf-8")
    assert run("check", path, "--format", "json", "--jobs", "1").stdout == run("check", path, "--format", "json", "--jobs", "2").stdout


def test_help_and_version_load_no_dictionary() -> None:
    for option in ("--version", "--help"):
        code = f"import sys; sys.argv = ['replylint', '{option}']\nfrom replylint.__main__ import run\ntry:\n    run()\nexcept SystemExit:\n    pass\nsys.exit('pymorphy3' in sys.modules or 'yaml' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_english_for_everything_a_person_reads() -> None:
    done = run("check", "--text", BAD, "--rating", "1", "--lang", "en", "--format", "full")
    assert "do not send" in done.stdout or "rewrite" in done.stdout
    assert "replylint: findings" in done.stderr
    assert "Check drafts" in run("--help", "--lang", "en").stdout or "Check drafts" in run("--help", REPLYLINT_LANG="en").stdout
    assert "no such file" in run("check", "nowhere.txt", "--lang", "en").stderr


def test_a_damaged_cache_is_rebuilt(tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path)}
    first = run("check", "--text", BAD, **env).stdout
    cache = next((tmp_path / "replylint").glob("*.rules"))
    cache.write_bytes(b"\x00" * 100)
    assert run("check", "--text", BAD, **env).stdout == first
    assert cache.stat().st_size > 1000


def test_other_commands() -> None:
    assert "greeting-missing" in run("rules").stdout
    assert "Почему" in run("rule", "empty-promise").stdout
    assert run("rule", "empty-promisse").returncode == 2
    assert "empty-promise" in run("rule", "empty-promisse").stderr
    assert "не сошлось: 0" in run("test", "empty-promise").stdout
    assert "мутаций" in run("test", "empty-promise", "--mutate").stdout
    traced = run("trace", "empty-promise", "--text", "Мы разберёмся и сделаем всё возможное.").stdout
    upset = run(
        "trace", "empathy-missing", "--text", "Добрый день! Ждите.", "--message", "Где заказ?", "--rating", "1", "--mood", "upset"
    ).stdout
    assert "complaint" in upset
    assert "upset" in upset
    assert "told" in upset
    assert run("trace", "empathy-missing", "--text", "Ждите.", "--mood", "sad").returncode == 2
    assert "сделать | делать" in traced
