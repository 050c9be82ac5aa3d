"""A trainee's own progress: which exercises were done and how well, what was lost where, which draft lies open.

One JSON file in the user's data folder, written through a file beside it: a kill leaves the old one or the new one.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from replylint.errors import InputFault
from replylint.model import Language

VERSION = 1
KEPT = 20
"""So many first tries tell where a trainee is weak."""
WEAK = 5
"""Points that a category loses in the mean, from which on it is weak."""
SIDES = 2


class Done(NamedTuple):
    """How one exercise went: points of the first try and of the best, how many tries, the day of the last."""

    first: int
    best: int
    tries: int
    passed: bool
    day: str


class Open(NamedTuple):
    """The exercise that was left, its draft, and the points it had; None before the first check."""

    exercise: str
    draft: str
    score: int | None = None


class Notebook(NamedTuple):
    """Everything known of one trainee. `lost`: category → points lost in first tries, oldest first."""

    done: Mapping[str, Done] = {}
    lost: Mapping[str, tuple[int, ...]] = {}
    open: Open | None = None

    def entered(self, exercise: str, score: int, lost: Mapping[str, int], *, passed: bool, day: str) -> Notebook:
        """The notebook with one more try."""
        before = self.done.get(exercise)
        if before is None:
            made = Done(score, score, 1, passed, day)
            places = {key: (*self.lost.get(key, ()), lost.get(key, 0))[-KEPT:] for key in {**self.lost, **lost}}
        else:
            made = Done(before.first, max(before.best, score), before.tries + 1, before.passed or passed, day)
            places = dict(self.lost)
        return self._replace(done={**self.done, exercise: made}, lost=places)

    def weak(self) -> tuple[str, ...]:
        """The categories that lose most, dearest first."""
        means = {key: sum(points) / len(points) for key, points in self.lost.items() if points}
        return tuple(key for key in sorted(means, key=lambda key: (-means[key], key)) if means[key] >= WEAK)[:SIDES]

    def passed(self, exercise: str) -> bool:
        """Whether an exercise was passed."""
        return exercise in self.done and self.done[exercise].passed


def place() -> Path:
    """Where the notebook lies."""
    from platformdirs import user_data_path

    return user_data_path("replylint", appauthor=False) / "practice.json"


def read(path: Path, lang: Language = "ru") -> Notebook:
    """The notebook of a file, an empty one where there is none.

    A damaged file is put aside with the ending .damaged. Raises InputFault for one of a newer version, or out of reach.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Notebook()
    except OSError as error:
        raise _out_of_reach(path, error, lang) from error
    try:
        tree = json.loads(content)
        version = tree["version"]
        if version == VERSION:
            return _notebook(tree)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        return Notebook()
    shown = str(version)[:20]
    told = (f"тетрадь версии {shown}: обновите replylint", f"a notebook of version {shown}: update replylint")
    raise InputFault(told[lang == "en"], path=str(path))


def _notebook(tree: Any) -> Notebook:
    done = {
        str(key): Done(int(one["first"]), int(one["best"]), int(one["tries"]), one["passed"] is True, str(one["day"]))
        for key, one in tree["done"].items()
    }
    lost = {str(key): tuple(int(points) for points in row)[-KEPT:] for key, row in tree["lost"].items()}
    left = tree["open"]
    if left is None:
        return Notebook(done, lost)
    score = left["score"]
    return Notebook(done, lost, Open(str(left["exercise"]), str(left["draft"]), None if score is None else int(score)))


def write(path: Path, notebook: Notebook, lang: Language = "ru") -> None:
    """Keep the notebook. Raises InputFault."""
    tree = {
        "version": VERSION,
        "done": {key: one._asdict() for key, one in notebook.done.items()},
        "lost": notebook.lost,
        "open": notebook.open._asdict() if notebook.open else None,
    }
    content = json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8", "backslashreplace") + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, content)
    except OSError as error:
        raise _out_of_reach(path, error, lang) from error


def _put(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _out_of_reach(path: Path, error: OSError, lang: Language) -> InputFault:
    why = error.strerror or str(error)
    return InputFault(f"progress cannot be kept: {why}" if lang == "en" else f"прогресс не сохранить: {why}", path=str(path))
