"""`replylint calibrate`: the score beside human marks, and a proposal that nobody has to take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import Exit, stop, stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError

if TYPE_CHECKING:
    from replylint.cli.run import Asked


@app.command(help=say("Сравнить оценку с оценками людей.", "Compare the score with human marks."))
def calibrate(
    human: Annotated[
        str,
        typer.Argument(
            metavar="HUMAN.csv", help=say("Таблица: reply, score, ситуация, оценки категорий.", "A table: reply, score, context.")
        ),
    ],
    encoding: o.Encoding = "",
    select: o.Select = None,
    ignore: o.Ignore = None,
    config: o.Config = "",
    isolated: o.Isolated = False,
    output_format: Annotated[str, typer.Option("--output-format", "--format", help="full | json", rich_help_panel=o.OUTPUT)] = "full",
    lang: o.Lang = LANG,
) -> None:
    """Agreement within 10 points, kappa, Kendall's tau, the most disputed replies, points that would agree better."""
    from replylint.cli.run import Asked

    asked = Asked(
        (human,), encoding=encoding, select=tuple(select or ()), ignore=tuple(ignore or ()), config=config, isolated=isolated, lang=lang
    )
    try:
        problems = _run(asked, output_format)
    except ReplylintError as error:
        stop_for(error)
    if problems:
        stop(Exit.FAULT, say(f"не прочитано строк: {problems}", f"rows that could not be read: {problems}"))


def _run(asked: Asked, output_format: str) -> int:
    """Print the comparison; how many rows could not be read."""
    from replylint.cli.run import prepare
    from replylint.cli.settings import one_of
    from replylint.trainer.calibrate import calibrated, read
    from replylint.trainer.outputs.calibration import text, tree
    from replylint.trainer.proposal import proposed

    kind = one_of("output-format", output_format, ("full", "json"))
    book, settings = prepare(asked)
    found = calibrated(read(asked.paths[0], settings.reading), book, settings.options)
    wanted = proposed(found.judged, book.policy.with_points(settings.options.points))
    sys.stdout.write(tree(found, wanted) if kind == "json" else text(found, wanted, settings.options.lang))
    return len(found.problems)
