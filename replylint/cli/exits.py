"""Exit codes, and how a command ends: the last line on stderr says why the code is not 0."""

from __future__ import annotations

import sys
from enum import IntEnum
from typing import NoReturn

import typer

from replylint.cli.words import say
from replylint.errors import ReplylintError


class Exit(IntEnum):
    """Exit codes of interface.md §3. 2 wins over 1."""

    CLEAN = 0
    FINDINGS = 1
    FAULT = 2
    INTERRUPTED = 130


def note(told: str) -> None:
    """A line on stderr beside the report."""
    from replylint.output.safe import safe

    sys.stderr.write(f"replylint: {safe(told)}\n")


def stop(code: Exit, reason: str) -> NoReturn:
    """End the command with a code and one line that says why."""
    if reason:
        from replylint.output.safe import safe

        sys.stdout.flush()
        sys.stderr.write(f"replylint: {safe(reason)}\n")
    raise typer.Exit(code)


def stop_for(error: ReplylintError) -> NoReturn:
    """End the command for a fault of the input."""
    stop(Exit.FAULT, f"{say('ошибка', 'error')}: {error}")
