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
from replylint.sources import write_all

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
    """The records mended: written back, printed (stdin, --text), or shown as a diff, which ends the run. The order is kept."""
    mended: list[Record | Problem] = []
    for record in records:
        if isinstance(record, Problem):
            mended.append(record)
            continue
        after, _ = fixed(record, book, settings.options, unsafe=asked.unsafe_fixes, judge=judge)
        if asked.diff:
            sys.stdout.write(diff(record.reply, after.reply, record.origin.path))
        mended.append(after)
    if asked.diff:
        _end_of_diff(sum(one != after for one, after in zip(records, mended, strict=True)), mended)
    return _placed(records, mended, settings)


def _placed(records: list[Record | Problem], mended: list[Record | Problem], settings: Settings) -> list[Record | Problem]:
    """The mended records, put where they came from; a problem where one cannot be put back."""
    changed: list[tuple[int, Record, Record]] = []
    for number, (record, after) in enumerate(zip(records, mended, strict=True)):
        if isinstance(record, Problem) or isinstance(after, Problem):
            continue
        if record.origin.path.startswith("<") or not record.origin.path:
            sys.stdout.write(after.reply if after.reply.endswith("\n") else after.reply + "\n")
        elif after.reply != record.reply:
            changed.append((number, record, after))
    outcomes = write_all([(record, after.reply) for _, record, after in changed], settings.reading)
    for (number, record, after), outcome in zip(changed, outcomes, strict=True):
        if isinstance(outcome, InputFault):
            mended[number] = Problem(record.origin.path, outcome.message, record.origin.place)
        else:
            mended[number] = after._replace(origin=outcome.origin)
    return mended


def _end_of_diff(changed: int, rest: list[Record | Problem]) -> None:
    problems = [item for item in rest if isinstance(item, Problem)]
    if problems:
        stop(Exit.FAULT, f"{problems[0].path}: {problems[0].message}")
    if changed:
        stop(Exit.FINDINGS, say(f"исправления изменят ответов: {changed}", f"replies that fixes would change: {changed}"))
    raise SystemExit(Exit.CLEAN)
