"""`replylint trace RULE`: why a rule did or did not fire."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.rules import unknown
from replylint.cli.words import LANG, say
from replylint.errors import InputFault, ReplylintError


@app.command(help=say("Почему правило сработало или промолчало.", "Why a rule fired or did not."))
def trace(
    name: Annotated[str, typer.Argument(metavar="RULE", help=say("Имя правила.", "The rule's id."))],
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help=say("Файл с черновиком («-» — стандартный ввод).", "A file (“-”: stdin)."))
    ] = "-",
    text: o.Text = None,
    message: o.Message = "",
    customer: o.Name = "",
    rating: o.Rating = "",
    channel: o.Channel = "",
    platform: o.Platform = "",
    stage: o.Stage = "",
    intent: o.Intent = "",
    fault: o.Fault = "",
    mood: o.Mood = "",
    register: o.Register = "",
    lang: o.Lang = LANG,
) -> None:
    """Tokens with their lemmas, how far each phrase got, which exception cancelled."""
    told = {
        "customer_message": message, "customer_name": customer, "rating": rating, "channel": channel, "platform": platform,
        "stage": stage, "intent": intent, "fault": fault, "mood": mood, "register": register,
    }  # fmt: skip
    _show(name, path, text, told, lang)


def _show(name: str, path: str, text: str | None, told: Mapping[str, str], lang: str) -> None:
    from replylint.cli.settings import context, house_book
    from replylint.model import Record
    from replylint.tracing import trace as traced

    try:
        book = house_book()
        if book.rule(name) is None:
            raise unknown(name, [r.id for r in book.rules])
        record = Record(_draft(path, text), **context(told, ""))
        typer.echo(traced(name, record, book, "en" if lang == "en" else "ru"), nl=False)
    except ReplylintError as error:
        stop_for(error)


def _draft(path: str, text: str | None) -> str:
    if text is not None:
        return text
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputFault(say(f"не читается: {error}", f"cannot be read: {error}"), path=path) from error
