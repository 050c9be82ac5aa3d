"""`replylint test`: rules against the examples in their own files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import Exit, stop, stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError

if TYPE_CHECKING:
    from replylint.rulebook import Rulebook
    from replylint.rulefile import RuleSource

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH|RULE]...", help=say("Правила или файлы правил; без них — все.", "Rules or rule files; all if none.")),
]


@app.command(help=say("Прогнать примеры из файлов правил.", "Run the examples inside rule files."))
def test(
    names: Names = None,
    mutate: Annotated[
        bool, typer.Option("--mutate", help=say("Какие фразы правила не нужны ни одному примеру.", "Which phrases no example needs."))
    ] = False,
    lang: o.Lang = LANG,  # noqa: ARG001  # read before typer starts (cli.words)
) -> None:
    """Every example must come out as its file says; with --mutate, every phrase must be needed by one."""
    from replylint import selftest
    from replylint.cli.settings import house_book

    try:
        book = house_book()
        sources = selftest.chosen(book, names or [])
    except ReplylintError as error:
        stop_for(error)
    failures = [failure for source in sources for failure in selftest.run(source, book)]
    for failure in failures:
        typer.echo(f"{failure.path}:{failure.line}: [{failure.rule}] {failure.message}")
    count = sum(len(source.bad) + len(source.good) for source in sources)
    typer.echo(
        say(
            f"правил: {len(sources)}, примеров: {count}, не сошлось: {len(failures)}",
            f"rules: {len(sources)}, examples: {count}, failures: {len(failures)}",
        )
    )
    if mutate:
        _mutate(sources, book)
    if failures:
        stop(Exit.FINDINGS, say("есть примеры, которые не сошлись", "some examples do not come out"))


def _mutate(sources: list[RuleSource], book: Rulebook) -> None:
    from replylint.mutation import survivors

    total = idle = 0
    for source in sources:
        outcome = survivors(source, book)
        total += outcome.tried
        idle += len(outcome.idle)
        for phrase in outcome.idle:
            typer.echo(
                f"{phrase.path}:{phrase.line}: [{source.head['id']}] {say('не нужно ни одному примеру', 'no example needs')}: {phrase.text}"
            )
    typer.echo(say(f"мутаций: {total}, пережили примеры: {idle}", f"mutations: {total}, survived the examples: {idle}"))
