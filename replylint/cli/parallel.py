"""Judging by several processes: order is kept, the outcome is the same for any number of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from replylint.cli.progress import shown
from replylint.library.setup import Setup
from replylint.rulebook import load

CHUNK = 100
FEW = 200
"""So few tasks are done faster by one process."""

Work = Callable[[Any], Any]
_work: Work | None = None


def judged_all(tasks: Sequence[Any], setup: Setup, work: Work, house: Path | None, jobs: int) -> list[Any]:
    """The outcome of every task, by this process (`work`) or by `jobs` others (0: one a core).

    The first tasks are always done here: processes that are forked begin with all that this one learnt from them.
    """
    if jobs == 1 or len(tasks) < FEW:
        return [work(task) for task in shown(tasks, len(tasks))]
    done = [work(task) for task in tasks[:CHUNK]]
    chunks = [tasks[start : start + CHUNK] for start in range(CHUNK, len(tasks), CHUNK)]
    with _pool(jobs or os.cpu_count() or 1, setup, work, house) as pool:
        return done + [outcome for part in shown(pool.map(_chunk, chunks), len(chunks)) for outcome in part]


@contextmanager
def _pool(jobs: int, setup: Setup, work: Work, house: Path | None) -> Iterator[ProcessPoolExecutor]:
    """Processes that can work: forked ones have this one's judge; where there is no fork, each makes its own."""
    global _work  # noqa: PLW0603  # one judge a process
    if sys.platform != "linux":
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(setup, house)) as pool:
            yield pool
        return
    _work = work
    gc.collect()
    gc.freeze()  # what is there stays shared: the collector need not touch it in every process
    try:
        with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
            yield pool
    finally:
        gc.unfreeze()
        _work = None


def _begin(setup: Setup, house: Path | None) -> None:
    global _work  # noqa: PLW0603  # one judge a process
    _work = setup.judge(load(house)).outcome


def _chunk(tasks: Sequence[Any]) -> list[Any]:
    assert _work is not None
    return [_work(task) for task in tasks]
