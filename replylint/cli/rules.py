"""`replylint rules` and `replylint rule NAME`: the list, and one rule explained."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.words import LANG, say
from replylint.errors import InputFault, ReplylintError, UsageFault

if TYPE_CHECKING:
    from replylint.model import Language
    from replylint.rulebook import Rulebook


@app.command(help=say("Список правил.", "List the rules."))
def rules(
    checklist: Annotated[
        bool,
        typer.Option("--checklist", help=say("Что программе не проверить: список для печати.", "What no program can check, to print.")),
    ] = False,
    output_format: Annotated[str, typer.Option("--output-format", "--format", help="full | markdown")] = "full",
    output_file: Annotated[
        str, typer.Option("--output-file", "-o", help=say("Папка для страниц (markdown).", "The folder for the pages (markdown)."))
    ] = "",
    lang: o.Lang = LANG,
) -> None:
    """One line a rule: severity, id, title; grouped by category. `markdown`: a page a rule."""
    from replylint.cli.settings import house_book, one_of
    from replylint.output.rules import checklist_text, listing

    try:
        language: Language = "en" if lang == "en" else "ru"
        book = house_book()
        if checklist:
            typer.echo(checklist_text(book.checklist, language), nl=False)
        elif one_of("output-format", output_format, ("full", "markdown")) == "markdown":
            _markdown(book, output_file)
        else:
            typer.echo(listing(book.rules, language), nl=False)
    except ReplylintError as error:
        stop_for(error)


def _markdown(book: Rulebook, folder: str) -> None:
    """Pages into a folder, or all of them to stdout."""
    from replylint.output.rulepages import pages

    made = pages(book)
    if not folder:
        typer.echo("\n".join(made.values()), nl=False)
        return
    for name, text in made.items():
        path = Path(folder) / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise InputFault(str(error.strerror), path=path.as_posix()) from error


@app.command(help=say("Объяснить правило: почему, откуда, примеры.", "Explain a rule: reason, source, examples."))
def rule(name: Annotated[str, typer.Argument(metavar="NAME", help=say("Имя правила.", "The rule's id."))], lang: o.Lang = LANG) -> None:
    """One rule with its reason, source and examples."""
    from replylint.cli.settings import house_book
    from replylint.output.rules import page

    try:
        book = house_book()
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
