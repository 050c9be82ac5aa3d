"""The history only grows: nothing that was acknowledged is lost, whenever the writer is killed."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from replylint.errors import InputFault
from replylint.trainer.history import Entry, append, digest, read
from replylint.trainer.model import Submission
from replylint.trainer.progress import moments, remembered
from tests.trainer.desk import LATE, SWEATER, graded

TODAY = date(2026, 3, 1)
WRITER = """
import sys
from replylint.trainer.history import Entry, append
for number in range(int(sys.argv[2]), 10**9):
    append(sys.argv[1], [Entry(f"{number} {part}", "a" * 5000, "h", "2026-03-01", 90, True, {}) for part in range(20)])
    print(number, flush=True)
"""


def entry(person: str, score: int = 80, day: str = "2026-03-01", **lost: int) -> Entry:
    return Entry(person, "sweater", digest(f"{person} {day}"), day, score, passed=True, categories=lost)


def test_what_is_appended_is_read(tmp_path: Path) -> None:
    path = str(tmp_path / "h.jsonl")
    made = append(path, [entry("анна"), entry("иван", tone=20)])
    assert read(path) == made
    assert append(path, [entry("пётр")]).entries == (*made.entries, entry("пётр"))
    assert json.loads(Path(path).read_text("utf-8").splitlines()[0])["replylint_history"] == 1
    assert read(path).salt == made.salt


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "h.jsonl"
    grades = graded(Submission("Иван", "sweater", SWEATER), Submission("Анна", "late-parcel", LATE, "2026-02-20"))
    remembered(grades, str(path), TODAY)
    before = path.read_bytes()
    again, _ = remembered(grades, str(path), date(2026, 4, 1))
    assert path.read_bytes() == before
    assert [[moment.day for moment in person.progress] for person in again.trainees] == [["2026-02-20"], ["2026-03-01"]]
    remembered(graded(Submission("Иван", "sweater", SWEATER + " Жду ответа.")), str(path), TODAY)
    assert len(read(str(path)).entries) == 3


def test_a_kill_in_the_middle_of_writing_loses_nothing(tmp_path: Path) -> None:
    path, dice, told = tmp_path / "h.jsonl", random.Random(7), set()
    for round_ in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(round_ * 1000)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            told.add(int(writer.stdout.readline()))
            time.sleep(dice.random() * 0.03)
            os.kill(writer.pid, signal.SIGKILL)
            told |= {int(line) for line in writer.stdout if line.endswith("\n")}
        history = read(str(path))
        assert history.damaged == ()
        there = {entry.person for entry in history.entries}
        assert {f"{number} {part}" for number in told for part in range(20)} <= there
    assert len(told) > 12


@pytest.mark.parametrize("lost", [1, 2, 10, 40, 60, 100])
def test_a_line_cut_short_is_dropped_and_overwritten(tmp_path: Path, lost: int) -> None:
    path = tmp_path / "h.jsonl"
    append(str(path), [entry("анна"), entry("иван")])
    whole = path.read_bytes()
    path.write_bytes(whole[:-lost])
    kept = (entry("анна"), entry("иван")) if lost == 1 else (entry("анна"),)
    assert read(str(path)).entries == kept
    assert append(str(path), [entry("иван")]).entries == (entry("анна"), entry("иван"))
    append(str(path), [entry("пётр")])
    assert path.read_bytes().startswith(whole)
    assert len(read(str(path)).entries) == 3


def test_a_first_line_cut_short_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "h.jsonl"
    append(str(path), [])
    head = path.read_bytes()
    for size in range(len(head) - 1):
        path.write_bytes(head[:size])
        assert read(str(path)).entries == ()
        assert append(str(path), [entry("анна")]).entries == (entry("анна"),)


@pytest.mark.parametrize(
    "content", [b"name,score\n", b"no line end", b"{}\n", b'{"replylint_history": 2, "salt": "a"}\n', b'{"replylint_history": 1}\n']
)
def test_other_files_are_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "h.jsonl"
    path.write_bytes(content)
    for work in (lambda: read(str(path)), lambda: append(str(path), [entry("анна")])):
        with pytest.raises(InputFault):
            work()
    assert path.read_bytes() == content


def test_a_damaged_line_is_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "h.jsonl"
    append(str(path), [entry("анна"), entry("иван")])
    head, one, two = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(head + b"\xff\xfe junk\n" + one + b'{"person": 1}\n' + b"[" * 100_000 + b"\n" + two)
    grades, history = remembered(graded(Submission("Пётр", "sweater", SWEATER)), str(path), TODAY)
    assert history.damaged == (2, 4, 5)
    assert [notice.place for notice in grades.notices] == ["line 2", "line 4", "line 5"]
    assert b"junk" in path.read_bytes()
    assert len(read(str(path)).entries) == 3


def test_writers_at_the_same_time_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "h.jsonl"
    script = WRITER.replace("10**9", "int(sys.argv[2]) + 30")
    writers = [subprocess.Popen([sys.executable, "-c", script, str(path), str(n * 1000)], stdout=subprocess.DEVNULL) for n in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    history = read(str(path))
    assert (len(history.entries), history.damaged) == (4 * 30 * 20, ())


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputFault, match="история недоступна"):
        append(str(tmp_path / "nowhere" / "h.jsonl"), [entry("анна")])
    assert read(str(tmp_path / "nowhere" / "h.jsonl")).entries == ()


def test_moments_are_means_of_days() -> None:
    found = moments([entry("а", 80, "2026-03-02", tone=20), entry("б", 91, "2026-03-02"), entry("в", 60, "2026-02-01")], ["tone"])
    assert [(one.day, one.score, dict(one.categories)) for one in found] == [
        ("2026-02-01", 60.0, {"tone": 100.0}),
        ("2026-03-02", 85.5, {"tone": 90.0}),
    ]
