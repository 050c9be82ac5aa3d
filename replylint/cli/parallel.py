"""Checking by several processes: each loads the cached rulebook once, order is kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from replylint.engine import Options, check
from replylint.model import Problem, Record, Report
from replylint.rulebook import Rulebook, load

CHUNK = 100


def check_in(jobs: int, records: Sequence[Record | Problem], book: Rulebook, options: Options) -> Report:
    """The same report as `engine.check`, made by `jobs` processes (0: one a core)."""
    chunks = [records[start : start + CHUNK] for start in range(0, len(records), CHUNK)]
    with ProcessPoolExecutor(jobs or os.cpu_count() or 1) as pool:
        parts = list(pool.map(_check, chunks, [options] * len(chunks)))
    return Report(
        tuple(checked for part in parts for checked in part.checked),
        parts[0].rulebook if parts else check([], book, options).rulebook,
        tuple(problem for part in parts for problem in part.problems),
        language=options.lang,
    )


def _check(records: Sequence[Record | Problem], options: Options) -> Report:
    return check(records, load(), options)
