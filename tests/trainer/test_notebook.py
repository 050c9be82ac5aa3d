"""A trainee's progress: kept whole, read strictly, never lost to damage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from replylint.errors import InputFault
from replylint.trainer.notebook import KEPT, Notebook, Open, read, write


def test_what_was_written_is_read(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "practice.json"
    made = Notebook().entered("a", 40, {"tone": 20, "plain": 0}, passed=False, day="2026-03-14")
    made = made.entered("a", 90, {"tone": 0}, passed=True, day="2026-03-15")._replace(open=Open("b", "Добрый\nдень", None))
    write(file, made)
    assert read(file) == made
    assert (made.done["a"].first, made.done["a"].best, made.done["a"].tries, made.passed("a")) == (40, 90, 2, True)
    assert made.lost == {"tone": (20,), "plain": (0,)}
    assert [one.name for one in file.parent.iterdir()] == ["practice.json"]


def test_weak_sides_come_from_first_tries() -> None:
    book = Notebook()
    for number in range(KEPT + 5):
        book = book.entered(str(number), 50, {"tone": 10, "plain": 20, "channel": 1}, passed=False, day="")
    assert book.weak() == ("plain", "tone")
    assert len(book.lost["tone"]) == KEPT
    assert Notebook().weak() == ()


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"version": 1}', '{"version": 1, "done": {"a": 3}, "lost": {}, "open": null}', "\x00" * 9]
)
def test_a_damaged_file_is_put_aside(tmp_path: Path, content: str) -> None:
    file = tmp_path / "practice.json"
    file.write_text(content)
    assert read(file) == Notebook()
    assert (tmp_path / "practice.damaged").read_text() == content


def test_a_newer_file_is_refused_and_left(tmp_path: Path) -> None:
    file = tmp_path / "practice.json"
    file.write_text(json.dumps({"version": 2}))
    with pytest.raises(InputFault, match="обновите"):
        read(file)
    assert json.loads(file.read_text()) == {"version": 2}
    with pytest.raises(InputFault):
        write(file / "inside", Notebook())
