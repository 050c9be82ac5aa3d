"""`replylint rules` and `replylint rule NAME`: the list, and one rule explained."""

from __future__ import annotations

from typing import Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError, UsageFault


@app.command(help=say("Список правил.", "List the rules."))
def rules(lang: o.Lang = LANG) -> None:
    """One line a rule: severity, id, title; grouped by category."""
    from replylint.output.rules import listing
    from replylint.rulebook import load

    try:
        typer.echo(listing(load().rules, "en" if lang == "en" else "ru"), nl=False)
    except ReplylintError as error:
        stop_for(error)


@app.command(help=say("Объяснить правило: почему, откуда, примеры.", "Explain a rule: reason, source, examples."))
def rule(name: Annotated[str, typer.Argument(metavar="NAME", help=say("Имя правила.", "The rule's id."))], lang: o.Lang = LANG) -> None:
    """One rule with its reason, source and examples."""
    from replylint.output.rules import page
    from replylint.rulebook import load

    try:
        book = load()
        found = book.rule(name)
        if found is None:
            raise unknown(name, [r.id for r in book.rules])
        typer.echo(page(found, book.source(name), "en" if lang == "en" else "ru"), nl=False)
    except ReplylintError as error:
        stop_for(error)


def unknown(name: str, known: list[str]) -> UsageFault:
    """The fault for a rule that does not exist, with the nearest name."""
    from replylint.yamltext import nearest

    near = nearest(name, known)
    hint = say(f"может быть, {near}?", f"did you mean {near}?") if near else "replylint rules"
    return UsageFault(say(f"нет такого правила — «{name}»", f"no such rule: “{name}”"), hint=hint)
