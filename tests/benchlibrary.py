"""`python -m tests.bench library`: seeded libraries of growing size, and two jobs against one."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from typing import NamedTuple

from replylint.cli.parallel import judged_all
from replylint.library.overview import Overview
from replylint.library.setup import Setup
from replylint.rulebook import load
from tests.library.corpus import templates

SIZES = (2_500, 5_000, 10_000, 20_000)


class Spent(NamedTuple):
    """Seconds on the clock, of this process, of its children."""

    clock: float
    own: float
    children: float


def spent(work: Callable[[], object]) -> Spent:
    """What some work costs."""
    before, start = os.times(), time.perf_counter()
    work()
    clock, after = time.perf_counter() - start, os.times()
    children = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(clock, after.user + after.system - before.user - before.system, children)


def main() -> None:
    """The checking part with one job and with two, the look at the whole, and how both grow.

    `clock` is what a user waits; `processor` what two jobs would gain were the machine theirs alone: the seconds of one
    job against half of what two children take plus all that their parent does.
    """
    book = load()
    print(f"{'templates':>10}{'1 job, s':>10}{'2 jobs, s':>11}{'clock':>7}{'processor':>11}{'whole, s':>10}{'all / n log n':>15}")
    base = 0.0
    for size in SIZES:
        records = templates(size)
        setup = Setup().found(records, (), book)
        work = setup.judge(book).outcome
        view = Overview({rule.id: rule for rule in book.rules}, setup.options, setup.styles, setup.samples(book), book.names.calls)
        judged_all(records[:500], setup, work, None, 1)
        one = spent(lambda: judged_all(records, setup, work, None, 1))  # noqa: B023  # called at once
        two = spent(lambda: judged_all(records, setup, work, None, 2))  # noqa: B023
        whole = spent(lambda: view.findings(records))  # noqa: B023
        grown = (one.own + whole.own) / (size * math.log(size))
        base = base or grown
        gain = one.own / (two.own + two.children / 2)
        row = f"{size:>10}{one.clock:>10.2f}{two.clock:>11.2f}{one.clock / two.clock:>7.2f}{gain:>11.2f}{whole.clock:>10.2f}{grown / base:>15.2f}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
