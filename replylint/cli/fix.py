"""`--fix` and `--diff`: mend drafts where they stand, or show what would change."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from replylint.cli.exits import Exit, stop
from replylint.cli.words import say
from replylint.engine import fixed
from replylint.errors import InputFault
from replylint.fixing import diff
from replylint.model import Checked, Problem, Record
from replylint.sources import write

if TYPE_CHECKING:
    from replylint.cli.run import Asked
    from replylint.cli.settings import Settings
    from replylint.rulebook import Rulebook


def mend_all(
    records: list[Record | Problem],
    asked: Asked,
    book: Rulebook,
    settings: Settings,
    judge: Callable[[Record], Checked] | None = None,
) -> list[Record | Problem]:
    """The records mended: written back, printed (stdin, --text), or shown as a diff, which ends the run."""
    mended: list[Record | Problem] = []
    changed = 0
    for record in records:
        if isinstance(record, Problem):
            mended.append(record)
            continue
        after, _ = fixed(record, book, settings.options, unsafe=asked.unsafe_fixes, judge=judge)
        if asked.diff:
            changed += after.reply != record.reply
            sys.stdout.write(diff(record.reply, after.reply, record.origin.path))
            continue
        mended.append(_placed(record, after))
    if asked.diff:
        _end_of_diff(changed, mended)
    return mended


def _placed(record: Record, after: Record) -> Record | Problem:
    """The mended record, put where it came from; a problem where it cannot be put back."""
    path = record.origin.path
    if path.startswith("<") or not path:
        sys.stdout.write(after.reply if after.reply.endswith("\n") else after.reply + "\n")
        return after
    if after.reply == record.reply:
        return after
    try:
        write(record, after.reply)
    except InputFault as fault:
        return Problem(path, fault.message, record.origin.place)
    return after


def _end_of_diff(changed: int, rest: list[Record | Problem]) -> None:
    problems = [item for item in rest if isinstance(item, Problem)]
    if problems:
        stop(Exit.FAULT, f"{problems[0].path}: {problems[0].message}")
    if changed:
        stop(Exit.FINDINGS, say(f"исправления изменят ответов: {changed}", f"replies that fixes would change: {changed}"))
    raise SystemExit(Exit.CLEAN)
