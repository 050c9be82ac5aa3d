"""What to practise next, lines to mend, and whole sittings on a pseudo-terminal."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from replylint import load_rulebook
from replylint.engine import Options
from replylint.model import Language
from replylint.trainer.exercise import load
from replylint.trainer.mending import Lines
from replylint.trainer.notebook import Notebook
from replylint.trainer.practice import Exercises, built_in, choose

BOOK = load_rulebook()
WORK = Exercises(load([str(built_in())], BOOK), BOOK, Options())
LINES = Lines(BOOK, Options())
needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal on Windows")


def test_exercises_come_in_order_until_a_weakness_shows() -> None:
    assert choose(WORK, Notebook()) == WORK.tasks[0]
    passed = Notebook().entered(WORK.tasks[0].id, 100, {}, passed=True, day="")
    assert choose(WORK, passed) == WORK.tasks[1]
    weak = Notebook().entered("x", 50, {"channel": 0, "dialogue": 40}, passed=False, day="")
    task = choose(WORK, weak)
    assert task is not None
    assert task.exercise.level == 1
    assert WORK.trains(task)["dialogue"] == max(WORK.trains(one).get("dialogue", 0) for one in WORK.tasks if one.exercise.level == 1)


def test_skipped_and_passed_ones_do_not_come_back() -> None:
    assert choose(WORK, Notebook(), skipped=[one.id for one in WORK.tasks]) is None
    book = Notebook()
    for one in WORK.tasks:
        book = book.entered(one.id, 100, {}, passed=True, day="")
    assert choose(WORK, book) is None


def test_wanted_categories_choose_lines_of_their_rules() -> None:
    task = choose(LINES, Notebook(), ["tone"])
    assert task is not None
    assert LINES.trains(task) == {"tone": 1, task.rule: 1}
    assert LINES.tasks[0].rule != LINES.tasks[1].rule


def test_every_line_to_mend_is_faulty_and_its_own_mending_passes() -> None:
    assert len({one.id for one in LINES.tasks}) == len(LINES.tasks) > 100
    for task in LINES.tasks:
        assert task.exercise.model
        before = LINES.judge(task, task.start).score
        assert before is not None and before.value < task.exercise.passing.least, task.id
        mended = next(one for one in BOOK.source(task.rule).bad if one.text == task.start).fixed()
        if mended is not None:
            after = LINES.judge(task, mended).score
            assert after is not None and after.value == 100, task.id


def test_striking_out_is_no_mending() -> None:
    task = next(one for one in LINES.tasks if one.rule == "empty-promise" and len(one.start) > 30)
    score = LINES.judge(task, "Да.").score
    assert score is not None and score.value < 100


class Terminal:
    """`replylint practice` on a pseudo-terminal of 80 columns, read until an expected text is there."""

    def __init__(self, arguments: list[str], **environment: str) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        env = {**os.environ, "TERM": "xterm", "LANG": "C.UTF-8", **environment}
        command = [sys.executable, "-m", "replylint", "practice", *arguments]
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True)
        os.close(slave)
        self.seen = ""
        self.raw = b""

    def expect(self, text: str, within: float = 20) -> None:
        end = time.monotonic() + within
        while text not in self.seen:
            assert time.monotonic() < end, f"no “{text}” in:\n{self.seen}"
            if not self._read():
                break
        assert text in self.seen, self.seen
        self.seen = self.seen.partition(text)[2]

    def _read(self) -> bool:
        if not select.select([self.master], [], [], 0.2)[0]:
            return self.process.poll() is None
        try:
            piece = os.read(self.master, 65536)
        except OSError:
            return False
        if b"\x1b[6n" in piece:  # the terminal tells where its cursor stands
            os.write(self.master, b"\x1b[1;1R")
        self.raw += piece
        self.seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", piece.decode("utf-8", "replace"))
        return bool(piece)

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def ended(self) -> int:
        while self.process.poll() is None and self._read():
            pass
        return self.process.wait(30)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Any]:
    opened: list[Terminal] = []

    def start(*arguments: str, **environment: str) -> Terminal:
        opened.append(Terminal(["--isolated", "--progress", str(tmp_path / "progress.json"), *arguments], **environment))
        return opened[-1]

    yield start
    for one in opened:
        if one.process.poll() is None:
            one.process.send_signal(signal.SIGKILL)
            one.process.wait()
        os.close(one.master)


def kept(tmp_path: Path) -> Any:
    return json.loads((tmp_path / "progress.json").read_text(encoding="utf-8"))


@needs_pty
def test_a_sitting_is_left_and_resumed(tmp_path: Path, terminal: Any) -> None:
    first = terminal()
    first.expect("Платье на выпускной")
    first.expect("Напишите ответ")
    first.type("Платье стоит 8900.\r.\r")
    first.expect("Нет приветствия")
    first.expect("До зачёта")
    first.type("?\r")
    first.expect("Подсказка 1 из 3")
    first.type("!\r")
    first.expect("Образец")
    first.type("Зайдёте?")
    time.sleep(0.5)
    first.type("\x04")
    first.expect("За этот раз сдано: 0")
    assert first.ended() == 0
    assert kept(tmp_path)["open"]["draft"] == "Платье стоит 8900.\nЗайдёте?"
    again = terminal()
    again.expect("Продолжаем с того места")
    again.expect("Зайдёте?")
    again.type("Добрый день, Алина! Есть 44-й размер.\r.\r")
    again.expect(" → ")
    again.expect("Сдано.")
    again.type("+\r")
    again.expect("Напишите ответ")
    again.expect("выйти")  # the toolbar: the prompt is ready
    again.type("\x03")
    again.expect("За этот раз сдано: 1")
    assert again.ended() == 130
    done = kept(tmp_path)["done"]["sales-dress"]
    assert done["passed"] and done["best"] > done["first"] and done["tries"] == 2


@needs_pty
def test_a_line_is_mended_without_colour(tmp_path: Path, terminal: Any) -> None:
    screen = terminal("--mend", "--category", "plain", NO_COLOR="1")
    screen.expect("Исправьте: ")
    screen.expect("выйти")
    screen.type(".\r")
    screen.expect("До зачёта")
    screen.expect("выйти")
    screen.type("\x04")
    assert screen.ended() == 0
    assert not re.search(rb"\x1b\[[0-9;]*3[1-6]m", screen.raw)
    assert all(len(line) <= 80 for line in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.raw.decode()).replace("\r", "\n").split("\n"))
    assert kept(tmp_path)["open"]["exercise"].startswith("mend:")


@needs_pty
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_end_of_all_exercises_is_told(tmp_path: Path, terminal: Any, lang: Language) -> None:
    screen = terminal("--level", "3", "--lang", lang)
    for _ in [one for one in WORK.tasks if one.exercise.level == 3]:
        screen.expect("Ctrl-D —" if lang == "ru" else "Ctrl-D leaves")
        screen.type("+\r")
    screen.expect("Упражнения кончились" if lang == "ru" else "No exercises are left")
    assert screen.ended() == 0


def test_without_a_terminal_it_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "replylint", "practice"], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "нужен терминал" in done.stderr
