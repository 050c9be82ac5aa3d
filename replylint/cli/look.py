"""How reports look on this console, and where they go: `FORMAT[:FILE]`, several at once."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from replylint.cli.settings import one_of
from replylint.cli.words import say
from replylint.errors import InputFault, UsageFault
from replylint.expressions import expression
from replylint.model import Report
from replylint.output import FORMATS, STREAMS, Look, render

if TYPE_CHECKING:
    from replylint.cli.run import Asked

WIDEST = 100
_PARTS = expression(rf",(?=(?:{'|'.join(map(re.escape, FORMATS))})(?:[:,]|$))")
"""The commas between formats; those inside the name of a file part nothing."""


class Target(NamedTuple):
    """A format and the file that it goes to; "" for stdout."""

    format: str
    file: str = ""


def targets(asked: Asked) -> tuple[Target, ...]:
    """What was asked for; without that `full` on a terminal, `concise` into a pipe. Raises UsageFault."""
    parts = [part for given in asked.output_format for part in _PARTS.split(given) if part]
    found = [_target(part) for part in parts]
    if not found:
        found = [Target("full" if sys.stdout.isatty() or asked.output_file else "concise")]
    if asked.output_file:
        found = list(_with_file(found, asked.output_file))
    _apart(found)
    return tuple(found)


def _target(text: str) -> Target:
    name, colon, file = text.partition(":")
    one_of("output-format", name, tuple(FORMATS))
    if not name or (colon and not file):
        told = say(f"--output-format: нужно ФОРМАТ[:ФАЙЛ], а не «{text}»", f"--output-format wants FORMAT[:FILE], not “{text}”")
        raise UsageFault(told, hint="sarif:out.sarif")
    return Target(name, file)


def _with_file(found: Sequence[Target], file: str) -> Iterator[Target]:
    """`--output-file` is for the one format that names no file."""
    if sum(not target.file for target in found) != 1:
        raise UsageFault(
            say("-o нужен одному формату: остальным назовите файл после двоеточия", "-o is for one format: name the files of others"),
            hint="--output-format sarif:out.sarif",
        )
    for target in found:
        yield target if target.file else Target(target.format, file)


def _apart(found: Sequence[Target]) -> None:
    """No two formats in one file; on stdout only those that are lines. Raises UsageFault."""
    files = [target.file for target in found if target.file]
    twice = next((file for file in files if files.count(file) > 1), "")
    if twice:
        raise UsageFault(say(f"два формата в один файл: {twice}", f"two formats for one file: {twice}"))
    shown = [target.format for target in found if not target.file]
    if len(shown) > 1 and (len(set(shown)) < len(shown) or not set(shown) <= set(STREAMS)):
        raise UsageFault(
            say(f"эти форматы не выводят вместе: {', '.join(shown)}", f"these formats cannot share stdout: {', '.join(shown)}"),
            hint=say(f"назовите файл: {shown[-1]}:отчёт", f"name a file: {shown[-1]}:report"),
        )


def look(asked: Asked, file: str = "", fail_on: str = "minor") -> Look:
    """Width, colour and signs that the console (or a file) can show."""
    one_of("color", asked.color, ("auto", "always", "never"))
    return Look(
        width=min(shutil.get_terminal_size((80, 24)).columns, WIDEST) if sys.stdout.isatty() and not file else 80,
        color=_color(asked, file),
        verbosity=asked.verbosity,
        statistics=asked.statistics,
        unicode_ok=bool(file) or _shows("█▏─«»", sys.stdout.encoding),
        fail_on=fail_on,
    )


def _color(asked: Asked, file: str) -> bool:
    if asked.color != "auto":
        return asked.color == "always"
    return sys.stdout.isatty() and not file and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _shows(signs: str, encoding: str | None) -> bool:
    try:
        signs.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def show(report: Report, asked: Asked, wanted: Sequence[Target], fail_on: str = "minor") -> None:
    """Write the report in every format that was asked for, to its file or to stdout. Raises InputFault for the first file that fails."""
    faults = []
    for target in wanted:
        text = render(report, target.format, look(asked, target.file, fail_on))
        text = text if text.endswith("\n") or not text else text + "\n"
        if not target.file:
            stream = sys.stderr if mended_goes_to_stdout(asked) else sys.stdout
            stream.write(text)
            stream.flush()
            continue
        try:
            with open(target.file, "w", encoding="utf-8", newline="\n") as out:  # noqa: PTH123
                out.write(text)
        except (OSError, ValueError) as error:
            faults.append(InputFault(getattr(error, "strerror", None) or str(error), path=target.file))
    if faults:
        raise faults[0]


def mended_goes_to_stdout(asked: Asked) -> bool:
    """`--fix` on stdin or `--text` gives the mended text to stdout, the findings to stderr."""
    return (asked.fix or asked.unsafe_fixes) and not asked.diff and (asked.text is not None or not asked.paths or asked.paths == ("-",))
