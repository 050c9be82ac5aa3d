"""Options that only `replylint library` has."""

from __future__ import annotations

from typing import Annotated

import typer

from replylint.cli.options import GATE, INPUT
from replylint.cli.words import say

DEBTS = say("Старые долги", "Old debts")

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH...", help=say("Файлы и папки с шаблонами.", "Files and folders of templates.")),
]
ChangedSince = Annotated[
    str,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help=say("Только файлы, изменённые после ревизии git.", "Only files that changed since a revision of git."),
        rich_help_panel=INPUT,
    ),
]
BaselineFile = Annotated[
    str,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=say(
            "Файл старых долгов (иначе replylint-baseline.json рядом с настройками).", "Old debts (else replylint-baseline.json there)."
        ),
        rich_help_panel=DEBTS,
    ),
]
WriteBaseline = Annotated[
    bool,
    typer.Option("--write-baseline", help=say("Записать все нынешние замечания в долги.", "Record all findings."), rich_help_panel=DEBTS),
]
PruneBaseline = Annotated[
    bool, typer.Option("--prune-baseline", help=say("Убрать оплаченные долги.", "Drop what was paid."), rich_help_panel=DEBTS)
]
FailOnSkipped = Annotated[
    bool,
    typer.Option("--fail-on-skipped", help=say("Код 1, если шаблон пропущен.", "Exit 1 if a template is skipped."), rich_help_panel=GATE),
]
StrictSuppressions = Annotated[
    bool,
    typer.Option(
        "--strict-suppressions",
        help=say(
            "Код 1 из-за лишних пометок ignore и пометок без причины.", "Exit 1 for unused ignore remarks and those without a reason."
        ),
        rich_help_panel=GATE,
    ),
]
