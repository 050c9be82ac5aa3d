"""Files and folders: order, hidden ones, what cannot be read, what is too large."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from replylint.model import Problem, Record
from replylint.sources import Reading, read, read_bytes

READING = Reading()


def results(*paths: object, reading: Reading = READING) -> list[str]:
    """Replies, and "!" with the message for problems."""
    return [item.reply if isinstance(item, Record) else f"!{item.message}" for item in read([str(p) for p in paths], reading)]


def test_folders_are_walked_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.TXT", "a.txt", ".hidden.txt", ".git/x.txt", "a/.b/x.txt", "x.py", "noext"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    for name in ("replylint.yaml", "replylint.ignore.yaml"):
        (tmp_path / name).write_text("lang: ru", encoding="utf-8")
    assert results(tmp_path) == ["a/b/c.TXT", "a/z.md", "a.txt", "b.txt"]


def test_paths_stand_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("да", encoding="utf-8")
    found = [item.origin.path for item in read(["./a/b.txt", "a/", "."], READING) if isinstance(item, Record)]
    assert found == ["./a/b.txt", "a/b.txt", "a/b.txt"]


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.text", tmp_path / "empty"
    good.write_text("да", encoding="utf-8")
    empty.mkdir()
    found = results("", "nowhere.txt", "a\0b", "x" * 5000, tmp_path / "good.text" / "x", empty, good)
    assert [item[0] for item in found] == ["!"] * 6 + ["д"]
    assert "нет такого файла" in found[0]
    assert "нет такого файла" in found[1]
    assert "нет черновиков" in found[5]


def test_a_broken_link_in_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere.txt")
    assert results(tmp_path) == ["!нет такого файла"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_read_when_named_and_left_out_of_folders(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.txt")
    assert "нет черновиков" in results(tmp_path)[0]
    writer = threading.Thread(target=(tmp_path / "p.txt").write_text, args=("да",), kwargs={"encoding": "utf-8"})
    writer.start()
    assert results(tmp_path / "p.txt") == ["да"]
    writer.join()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_file_without_end_is_told() -> None:
    assert "слишком длинный" in results("/dev/zero")[0]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".jsonl", ".json", ".csv", ".yaml"])
def test_ten_megabytes_on_a_line_are_told_at_once(tmp_path: Path, suffix: str) -> None:
    long = "а " * 2_800_000
    text = {
        ".jsonl": f'{{"reply": "{long}"}}\n{{"reply": "да"}}\n',
        ".json": f'[{{"reply": "{long}"}}, {{"reply": "да"}}]',
        ".csv": f"reply,rating\n{long},5\nда,5\n",
        ".yaml": f"- reply: {long}\n- reply: да\n",
    }.get(suffix, long)
    path = tmp_path / f"big{suffix}"
    path.write_text(text, encoding="utf-8")
    start = time.monotonic()
    found = results(path)
    assert time.monotonic() - start < 1
    assert "слишком длинный" in found[0]
    assert "100000" in found[0]
    assert found[1:] == ([] if suffix in (".txt", ".md") else ["да"])


def test_a_long_text_beside_the_reply_is_told_too() -> None:
    content = ('{"reply": "да", "customer_message": "' + "а" * 100_001 + '"}').encode()
    found = list(read_bytes(content, "a", ".jsonl", READING))
    assert isinstance(found[0], Problem)
    assert "customer_message" in found[0].message


def test_a_start_loads_no_formats() -> None:
    code = (
        "import sys, replylint.sources as s; s.read_text('Да', '-', s.Reading());"
        "list(s.read_bytes(b'x', '-', '.txt', s.Reading()));"
        "print([m for m in ('yaml', 'csv', 'json', 'tempfile', 'difflib', 'dataclasses') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
