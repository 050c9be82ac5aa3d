"""The commands, one module each; the only place that prints and exits.

Modules of the commands import the engine inside their functions: `--help` and `--version` stay instant.
"""

from __future__ import annotations

from typing import Annotated

import typer

from replylint import __version__
from replylint.cli.words import say

app = typer.Typer(
    name="replylint",
    help=say(
        "Линтер для ответов клиентам: что не так, где, почему и как сказать лучше — с оценкой от 0 до 100.",
        "A linter for replies to customers in Russian: what is wrong, where, why, how to say it better; scored 0–100.",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"replylint {__version__}")
        raise typer.Exit


@app.callback()
def main(
    _show_version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("Показать версию.", "Show the version."))
    ] = False,
) -> None:
    """Options before any command."""


from replylint.cli import check, init, rules, test, trace  # noqa: E402, F401  # commands register themselves on `app`
