"""`replylint grade`: exercises and trainees' answers in, scores out: per person, per category, over time."""

from __future__ import annotations

from typing import Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError

Exercises = Annotated[
    str, typer.Argument(metavar="EXERCISES", help=say("Набор упражнений (.yaml) или папка с наборами.", "A set of exercises, or a folder."))
]
Submissions = Annotated[
    str,
    typer.Argument(
        metavar="SUBMISSIONS",
        help=say(
            "Ответы: папка «имя/упражнение.txt», csv, xlsx, jsonl или выгрузка формы.",
            "Answers: a folder “name/exercise.txt”, csv, xlsx, jsonl, or a forms export.",
        ),
    ),
]
Mapping = Annotated[
    str,
    typer.Option(
        "--mapping",
        help=say("Какой столбец что значит (иначе grade.yaml рядом с ответами).", "Which column is what (else grade.yaml beside)."),
        rich_help_panel=o.INPUT,
    ),
]
History = Annotated[
    str,
    typer.Option(
        "--history",
        help=say("Файл прежних оценок: пополнить и показать рост.", "Earlier results: append, show progress."),
        rich_help_panel=o.INPUT,
    ),
]
Anonymize = Annotated[
    bool, typer.Option("--anonymize", help=say("Псевдонимы вместо имён.", "Pseudonyms for names."), rich_help_panel=o.OUTPUT)
]
Salt = Annotated[
    str, typer.Option("--salt", help=say("Тайное слово для псевдонимов.", "The secret of the pseudonyms."), rich_help_panel=o.OUTPUT)
]
Person = Annotated[
    str, typer.Option("--person", help=say("Только этот участник, подробно.", "This trainee alone, in detail."), rich_help_panel=o.OUTPUT)
]
Report = Annotated[
    str, typer.Option("--report", help=say("И отчёт HTML в этот файл.", "An HTML report into this file, too."), rich_help_panel=o.OUTPUT)
]
Format = Annotated[str, typer.Option("--output-format", "--format", help="full | csv | xlsx | json", rich_help_panel=o.OUTPUT)]


@app.command(help=say("Оценить ответы стажёров на упражнения.", "Grade trainees' answers to exercises."))
def grade(
    exercises: Exercises,
    submissions: Submissions,
    mapping: Mapping = "",
    history: History = "",
    encoding: o.Encoding = "",
    max_chars: o.MaxChars = 100_000,
    jobs: o.Jobs = 1,
    select: o.Select = None,
    ignore: o.Ignore = None,
    config: o.Config = "",
    isolated: o.Isolated = False,
    output_format: Format = "",
    output_file: o.OutputFile = "",
    report: Report = "",
    person: Person = "",
    anonymize: Anonymize = False,
    salt: Salt = "",
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    lang: o.Lang = LANG,
) -> None:
    """Grade a group: a table, who needs what, what is late, missing or copied; csv, xlsx, json, HTML."""
    from replylint.cli.grading import Wanted, run
    from replylint.cli.run import Asked

    asked = Asked(
        paths=(submissions,), encoding=encoding, max_chars=max_chars, jobs=jobs, select=tuple(select or ()), ignore=tuple(ignore or ()),
        config=config, isolated=isolated, output_file=output_file, color=color, verbosity=-1 if quiet else 0, lang=lang,
    )  # fmt: skip
    wanted = Wanted(exercises, mapping, history, output_format, report, person, anonymize, salt)
    try:
        run(asked, wanted)
    except ReplylintError as error:
        stop_for(error)
