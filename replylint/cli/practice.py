"""`replylint practice`: an exercise at a time in the terminal."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import Exit, stop, stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError

Where = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[EXERCISES]...", help=say("Наборы упражнений; без них — встроенные.", "Sets of exercises; the built-in ones if none.")
    ),
]
Level = Annotated[int, typer.Option("--level", min=0, max=3, help=say("Только этот уровень: 1, 2 или 3.", "Only this level: 1, 2 or 3."))]
Category = Annotated[
    list[str] | None,
    typer.Option(
        "--category",
        help=say(
            "Тренировать эти категории или правила (tone, empty-promise …).", "Train these categories or rules (tone, empty-promise …)."
        ),
    ),
]
Mend = Annotated[
    bool,
    typer.Option("--mend", help=say("«Исправьте строку»: плохие примеры из правил.", "“Mend this line”: the rules' own bad examples.")),
]
Progress = Annotated[str, typer.Option("--progress", help=say("Файл с вашим прогрессом.", "The file that keeps your progress."))]


@app.command(help=say("Упражняться: ответить клиенту, увидеть оценку, улучшить.", "Practise: answer a customer, see the score, improve."))
def practice(
    exercises: Where = None,
    level: Level = 0,
    category: Category = None,
    mend: Mend = False,
    progress: Progress = "",
    config: o.Config = "",
    isolated: o.Isolated = False,
    color: o.Color = "auto",
    lang: o.Lang = LANG,
) -> None:
    """One exercise after another, until the trainee leaves or none is left."""
    _need_a_terminal()
    from replylint.cli.practising import Asked, run

    file = Path(progress) if progress else None
    try:
        run(Asked(tuple(exercises or ()), level, tuple(category or ()), mend, file, config, isolated, color, lang))
    except ReplylintError as error:
        stop_for(error)


def _need_a_terminal() -> None:
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        stop(Exit.FAULT, say("для упражнений нужен терминал: запустите команду прямо в нём", "practice wants a terminal: run it in one"))
