"""Judging by several processes: each loads the cached rulebook once, order is kept."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from replylint.cli.progress import shown
from replylint.library.setup import Setup
from replylint.rulebook import load

CHUNK = 50
FEW = 200
"""So few tasks are done faster by one process."""

Work = Callable[[Any], Any]
_work: Work | None = None


def judged_all(tasks: Sequence[Any], setup: Setup, work: Work, house: Path | None, jobs: int) -> list[Any]:
    """The outcome of every task, by this process (`work`) or by `jobs` others (0: one a core) that make their own judge."""
    if jobs == 1 or len(tasks) < FEW:
        return [work(task) for task in shown(tasks, len(tasks))]
    chunks = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
    with ProcessPoolExecutor(jobs or os.cpu_count() or 1, initializer=_begin, initargs=(setup, house)) as pool:
        parts = shown(pool.map(_chunk, chunks), len(chunks))
        return [outcome for part in parts for outcome in part]


def _begin(setup: Setup, house: Path | None) -> None:
    global _work  # noqa: PLW0603  # one judge a process
    _work = setup.judge(load(house)).outcome


def _chunk(tasks: Sequence[Any]) -> list[Any]:
    assert _work is not None
    return [_work(task) for task in tasks]
