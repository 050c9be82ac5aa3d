"""`--watch`: check again at every save."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from click import clear as click_clear

from replylint.cli.words import say
from replylint.errors import ReplylintError, UsageFault

if TYPE_CHECKING:
    from replylint.cli.run import Asked


def watch_paths(asked: Asked) -> None:
    """Check the paths now and whenever one of them changes, until Ctrl-C. Raises UsageFault without paths."""
    from watchfiles import watch

    if not asked.paths or "-" in asked.paths:
        raise UsageFault(say("--watch следит за файлами: назовите их", "--watch needs files to watch"))
    _check(asked)
    for _ in watch(*asked.paths, raise_interrupt=True):
        click_clear()
        _check(asked)


def _check(asked: Asked) -> None:
    from replylint.cli.run import run

    try:
        run(asked)
    except typer.Exit:
        pass
    except ReplylintError as error:
        typer.echo(f"replylint: {error}", err=True)
