"""The commands, one module each; the only place that prints and exits.

Modules of the commands import the engine inside their functions: `--help` and `--version` stay instant.
"""

from __future__ import annotations

import sys
from importlib import import_module
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


COMMANDS = {
    "check": "check",
    "grade": "grade",
    "calibrate": "calibrate",
    "library": "library",
    "rules": "rules",
    "rule": "rules",
    "test": "test",
    "trace": "trace",
    "init": "init",
    "config": "init",
    "schema": "schema",
    "practice": "practice",
}
"""Command → its module here. Commands register themselves on `app` when their module is imported."""


def _needed(arguments: list[str]) -> set[str]:
    """The module of the command that the arguments begin with; none for --version, all else (help, a typing error, tests)."""
    first = arguments[0] if arguments else ""
    if first == "--version":
        return set()
    return {COMMANDS[first]} if first in COMMANDS else set(COMMANDS.values())


for _module in dict.fromkeys(COMMANDS.values()):
    if _module in _needed(sys.argv[1:]):
        import_module(f"replylint.cli.{_module}")
