"""How reports look on this console, and where they go."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from replylint.cli.settings import one_of
from replylint.errors import InputFault
from replylint.model import Report
from replylint.output import FORMATS, Look, render

if TYPE_CHECKING:
    from replylint.cli.run import Asked

WIDEST = 100


def look(asked: Asked) -> Look:
    """Width, colour and signs that the console can show."""
    one_of("color", asked.color, ("auto", "always", "never"))
    return Look(
        width=min(shutil.get_terminal_size((80, 24)).columns, WIDEST) if sys.stdout.isatty() else 80,
        color=_color(asked),
        verbosity=asked.verbosity,
        statistics=asked.statistics,
        unicode_ok=_shows("█▏─«»", sys.stdout.encoding) or bool(asked.output_file),
    )


def _color(asked: Asked) -> bool:
    if asked.color != "auto":
        return asked.color == "always"
    return sys.stdout.isatty() and not asked.output_file and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _shows(signs: str, encoding: str | None) -> bool:
    try:
        signs.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def chosen_format(asked: Asked) -> str:
    """The format asked for; `full` on a terminal, `concise` into a pipe."""
    default = "full" if sys.stdout.isatty() or asked.output_file else "concise"
    return one_of("output-format", asked.output_format, tuple(FORMATS)) or default


def show(report: Report, style: Look, asked: Asked) -> None:
    """Print the report, or write it to `--output-file`."""
    text = render(report, chosen_format(asked), style)
    if not asked.output_file:
        stream = sys.stderr if mended_goes_to_stdout(asked) else sys.stdout
        stream.write(text if text.endswith("\n") or not text else text + "\n")
        stream.flush()
        return
    try:
        with open(asked.output_file, "w", encoding="utf-8", newline="\n") as out:  # noqa: PTH123
            out.write(text if text.endswith("\n") else text + "\n")
    except OSError as error:
        raise InputFault(str(error.strerror), path=asked.output_file) from error


def mended_goes_to_stdout(asked: Asked) -> bool:
    """`--fix` on stdin or `--text` gives the mended text to stdout, the findings to stderr."""
    return (asked.fix or asked.unsafe_fixes) and not asked.diff and (asked.text is not None or not asked.paths or asked.paths == ("-",))
