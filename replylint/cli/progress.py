"""A bar on stderr for runs that take long: for people only, so never in a pipe."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from replylint.cli.words import say

PATIENCE = 2.0
"""Seconds of work after which a bar shows."""

T = TypeVar("T")


def shown(items: Iterable[T], total: int) -> Iterator[T]:
    """The items, with a bar once they take long. `total`: how many there are."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    start, stream = time.monotonic(), iter(enumerate(items))
    for number, item in stream:
        yield item
        if time.monotonic() - start > PATIENCE:
            yield from _with_bar((item for _, item in stream), total, number + 1)


def _with_bar(items: Iterable[T], total: int, done: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("Проверяем", "Checking"), total=total, completed=done)
        for item in items:
            yield item
            bar.advance(task)
