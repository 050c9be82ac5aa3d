"""Wrong use of the command line, told in one line of the user's language; headings of the help likewise.

typer words its messages in English; they are recognised by the kind of the exception, whose classes typer keeps to itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from replylint.cli.words import LANG, say

WRONG_USE = 2


def stop_for_use(error: Any) -> NoReturn:
    """End the program for wrong use: one line, exit code 2."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "replylint"
    sys.stdout.flush()
    sys.stderr.write(f"replylint: {message(error)} ({say('справка', 'help')}: {path} --help)\n")
    sys.exit(WRONG_USE)


def message(error: Any) -> str:
    """What is wrong, in the user's language."""
    from replylint.output.safe import one_line

    told = one_line(error.format_message())
    russian = _RUSSIAN.get(type(error).__name__)
    return one_line(russian(error)) if russian and LANG == "ru" else told


def _no_option(error: Any) -> str:
    near = sorted(getattr(error, "possibilities", None) or ())
    return f"нет такого ключа: {error.option_name}{f'; может быть, {near[0]}?' if near else ''}"


def _bad_value(error: Any) -> str:
    told = error.format_message()
    return f"{_name(error)}: не годится значение ({told.partition(': ')[2] or told})"


def _other(error: Any) -> str:
    told = str(error.format_message())
    if not told.startswith("No such command "):
        return told
    name, _, near = told.removeprefix("No such command ").replace("'", "").partition(". Did you mean ")
    nearest = near.rstrip("?").split(",")[0]
    return f"нет такой команды: {name.rstrip('.')}{f'; может быть, {nearest}?' if nearest else ''}"


_RUSSIAN: Mapping[str, Callable[[Any], str]] = {
    "NoSuchOption": _no_option,
    "BadOptionUsage": lambda error: f"{error.option_name}: нужно значение",
    "MissingParameter": lambda error: f"не хватает: {_name(error)}",
    "BadParameter": _bad_value,
    "UsageError": _other,
}
"""Kind of exception → what it says in Russian."""


def _name(error: Any) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return str(getattr(error, "param_hint", None) or error.format_message())
    return str(param.opts[0] if param.param_type_name == "option" else param.human_readable_name)


def translate_help(app: Any) -> None:
    """The help's own words in Russian; typer has them in English."""
    from typer import rich_utils
    from typer.core import TyperCommand, TyperGroup

    rich_utils.OPTIONS_PANEL_TITLE, rich_utils.ARGUMENTS_PANEL_TITLE, rich_utils.COMMANDS_PANEL_TITLE = "Ключи", "Аргументы", "Команды"
    rich_utils.REQUIRED_LONG_STRING, rich_utils.DEFAULT_STRING = "[нужно назвать]", "[по умолчанию: {}]"

    class Russian:
        """Words that typer asks the command for."""

        def get_help_option(self, ctx: Any) -> Any:
            """The option for help."""
            option = super().get_help_option(ctx)  # type: ignore[misc]  # of the command beside it
            if option is not None:
                option.help = "Показать эту справку."
            return option

        def get_usage(self, ctx: Any) -> str:
            """How the command is called."""
            return str(super().get_usage(ctx)).replace("Usage:", "Запуск:", 1)  # type: ignore[misc]  # as above

    app.info.cls = type("RussianGroup", (Russian, TyperGroup), {})
    for command in app.registered_commands:
        command.cls = type("RussianCommand", (Russian, TyperCommand), {})
