"""Folders: .gitignore, include and exclude, links, code without marks, the bar of long runs."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from replylint.cli import progress
from replylint.model import Problem, Record
from replylint.sources import Reading, read

READING = Reading()


def put(folder: Path, *names: str, text: str = "") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or name, encoding="utf-8")


def names(folder: Path, reading: Reading = READING) -> list[str]:
    return [item.reply if isinstance(item, Record) else f"!{item.message}" for item in read([str(folder)], reading)]


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "old.txt", "build/b.txt", "c/old.txt", "c/keep.txt", "c/d/x.txt", "c/d/y.txt", "node_modules/m.md", "logs/l.txt")
    put(tmp_path, ".gitignore", text="# x\nold.txt\nbuild/\n/logs\n*.tmp\n\n")
    put(tmp_path, "c/.gitignore", text="!old.txt\nd/*\n!d/y.txt\n")
    assert names(tmp_path) == ["a.txt", "c/d/y.txt", "c/keep.txt", "c/old.txt"]
    assert names(tmp_path / "build") == ["build/b.txt"]
    assert names(tmp_path / "logs") == ["logs/l.txt"]
    assert [item.reply for item in read([str(tmp_path / "old.txt")], READING) if isinstance(item, Record)] == ["old.txt"]


def test_the_repository_above_counts_and_nothing_above_it(tmp_path: Path) -> None:
    put(tmp_path, "repo/sub/a.txt", "repo/sub/b.txt", "repo/sub/c.txt")
    put(tmp_path, ".gitignore", text="a.txt\n")
    put(tmp_path, "repo/.gitignore", text="sub/b.txt\n")
    put(tmp_path, "repo/.git/info/exclude", text="c.txt\n")
    assert names(tmp_path / "repo" / "sub") == ["repo/sub/a.txt"]


def test_broken_patterns_stop_nothing(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.txt")
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfe[\n!\n[z-a]\nb.txt\n\\\n" + b"*a" * 40 + b"b\n**/**/**\n".replace(b"**/**/**\n", b""))
    start = time.monotonic()
    assert names(tmp_path)[0] == "a.txt"
    assert "b.txt" not in names(tmp_path)
    assert time.monotonic() - start < 10
    (tmp_path / ".gitignore").unlink()
    (tmp_path / ".gitignore").mkdir()
    assert len(names(tmp_path)) == 3


def test_include_and_exclude(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.md", "drafts/c.txt", "x/drafts/d.txt", "x/e.txt")
    assert names(tmp_path, Reading(exclude=("drafts/",))) == ["a.txt", "b.md", "x/e.txt"]
    assert names(tmp_path, Reading(include=("*.txt",), exclude=("x/**", "a.*"))) == ["drafts/c.txt"]
    assert "нет черновиков" in names(tmp_path, Reading(include=("*.csv",)))[0]


def test_links_out_of_the_folder_are_named_and_circles_end(tmp_path: Path) -> None:
    put(tmp_path, "out/a.txt", "in/b.txt")
    inside = tmp_path / "in"
    (inside / "link.txt").symlink_to("../out/a.txt")
    (inside / "near.txt").symlink_to("b.txt")
    (inside / "out").symlink_to("../out")
    (inside / "circle").symlink_to(".")
    (inside / "self.txt").symlink_to("self.txt")
    found = list(read([str(inside)], READING))
    skipped = [item for item in found if isinstance(item, Problem) and item.skipped]
    assert [Path(item.path).name for item in skipped] == ["link.txt"]
    assert [item.reply for item in found if isinstance(item, Record)] == ["in/b.txt", "in/b.txt"]
    assert sum(isinstance(item, Problem) for item in found) == 2


def test_replylints_own_files_are_no_templates(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "replylint.yaml", "x/replylint.ignore.yaml", "replylint-baseline.json")
    assert names(tmp_path) == ["a.txt"]


def test_code_counts_where_it_is_marked(tmp_path: Path) -> None:
    put(tmp_path, "a.py", "b.js", text="TEXTS = ['Да']")
    assert "нет черновиков" in names(tmp_path)[0]
    assert names(tmp_path, Reading(literals=("TEXT*",))) == ["Да", "Да"]
    put(tmp_path, "b.js", text="// replylint: template\nx = 'Нет'")
    assert names(tmp_path) == ["Нет"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_for_long_runs_in_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for screen, patience, wanted in ((Terminal(), 0.0, True), (Terminal(), 60.0, False), (io.StringIO(), 0.0, False)):
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setattr(progress, "PATIENCE", patience)
        assert list(progress.shown(range(30), 30)) == list(range(30))
        assert ("30" in screen.getvalue()) == wanted
