"""Options that commands share, as typer annotations. Names are those that users of ruff, ESLint and Vale know."""

from __future__ import annotations

from typing import Annotated

import typer

from replylint.cli.words import say
from replylint.output import FORMATS

CONTEXT = say("Ситуация", "Situation")
RULES = say("Правила", "Rules")
OUTPUT = say("Вывод", "Output")
INPUT = say("Ввод", "Input")
FIXES = say("Исправления", "Fixes")
GATE = say("Порог", "Gate")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help=say("Файлы и папки с черновиками; «-» — стандартный ввод.", "Files and folders; “-” for stdin.")
    ),
]
Text = Annotated[
    str | None, typer.Option("--text", help=say("Текст черновика прямо в команде.", "The draft itself."), rich_help_panel=INPUT)
]
StdinFilename = Annotated[
    str, typer.Option("--stdin-filename", help=say("Имя файла для стандартного ввода.", "A file name for stdin."), rich_help_panel=INPUT)
]
Encoding = Annotated[
    str,
    typer.Option(
        "--encoding", help=say("Кодировка файлов, например cp1251.", "Encoding of the files, e.g. cp1251."), rich_help_panel=INPUT
    ),
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        help=say('Столбец таблицы: reply="Шаблонный ответ".', 'A column of another name: reply="Answer".'),
        rich_help_panel=INPUT,
    ),
]
MaxChars = Annotated[
    int, typer.Option("--max-chars", help=say("Самый длинный ответ, знаков.", "The longest reply, in characters."), rich_help_panel=INPUT)
]

Name = Annotated[str, typer.Option("--name", help=say("Имя клиента.", "The customer's name."), rich_help_panel=CONTEXT)]
Handle = Annotated[str, typer.Option("--handle", help=say("Логин клиента.", "The customer's handle."), rich_help_panel=CONTEXT)]
Message = Annotated[str, typer.Option("--message", help=say("Что написал клиент.", "What the customer wrote."), rich_help_panel=CONTEXT)]
MessageFile = Annotated[
    str,
    typer.Option("--message-file", help=say("Файл с сообщением клиента.", "A file with the customer's message."), rich_help_panel=CONTEXT),
]
Channel = Annotated[str, typer.Option("--channel", help="public | private", rich_help_panel=CONTEXT)]
Platform = Annotated[str, typer.Option("--platform", help="instagram, vk, wildberries, google-play …", rich_help_panel=CONTEXT)]
Rating = Annotated[str, typer.Option("--rating", help="1–5", rich_help_panel=CONTEXT)]
Stage = Annotated[str, typer.Option("--stage", help="first | in-progress | resolved | closing", rich_help_panel=CONTEXT)]
Intent = Annotated[
    str, typer.Option("--intent", help="question | price | complaint | praise | suggestion | troll | other", rich_help_panel=CONTEXT)
]
Fault = Annotated[str, typer.Option("--fault", help="ours | theirs | unknown | none", rich_help_panel=CONTEXT)]
Mood = Annotated[str, typer.Option("--mood", help="angry | upset | neutral | happy", rich_help_panel=CONTEXT)]
Register = Annotated[str, typer.Option("--register", help="vy | ty | mirror", rich_help_panel=CONTEXT)]
Brand = Annotated[
    str, typer.Option("--brand", help=say("Чей это ответ: название компании.", "The brand that answers."), rich_help_panel=CONTEXT)
]
Agent = Annotated[str, typer.Option("--agent", help=say("Имя сотрудника.", "The agent's name."), rich_help_panel=CONTEXT)]

Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", help=say("Только эти правила или категории (через запятую).", "Only these rules or categories."), rich_help_panel=RULES
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", help=say("Без этих правил или категорий.", "Without these."), rich_help_panel=RULES)
]
Config = Annotated[
    str,
    typer.Option("--config", help=say("Файл настроек (иначе ближайший replylint.yaml).", "The configuration file."), rich_help_panel=RULES),
]
Isolated = Annotated[bool, typer.Option("--isolated", help=say("Без файла настроек.", "No configuration file."), rich_help_panel=RULES)]

FixFlag = Annotated[
    bool, typer.Option("--fix", help=say("Исправить то, что можно исправить без чтения.", "Apply the safe fixes."), rich_help_panel=FIXES)
]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help=say("И то, что стоит перечитать.", "Apply the others too."), rich_help_panel=FIXES)
]
Diff = Annotated[
    bool, typer.Option("--diff", help=say("Показать исправления, ничего не меняя.", "Show what --fix would change."), rich_help_panel=FIXES)
]

FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        help=say("С какого уровня код 1: info, minor, major, critical, never.", "Exit 1 from this severity on."),
        rich_help_panel=GATE,
    ),
]
MinScore = Annotated[
    int, typer.Option("--min-score", help=say("Код 1, если оценка ниже.", "Exit 1 below this score."), rich_help_panel=GATE)
]
MinCoverage = Annotated[
    int, typer.Option("--min-coverage", help=say("Код 1, если покрытие ниже, %.", "Exit 1 below this coverage, %."), rich_help_panel=GATE)
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help=say("Код 0, даже если есть замечания.", "Exit 0 in spite of findings."), rich_help_panel=GATE)
]

Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--output-format",
        "--format",
        metavar=say("ФОРМАТ[:ФАЙЛ]", "FORMAT[:FILE]"),
        help=f"{' | '.join(FORMATS)}; {say('можно несколько', 'several at once')}: github,sarif:out.sarif",
        rich_help_panel=OUTPUT,
    ),
]
OutputFile = Annotated[
    str, typer.Option("--output-file", "-o", help=say("Записать отчёт в файл.", "Write the report to a file."), rich_help_panel=OUTPUT)
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help=say("Сколько раз сработало каждое правило.", "Counts by rule."), rich_help_panel=OUTPUT)
]
Color = Annotated[str, typer.Option("--color", help="auto | always | never", rich_help_panel=OUTPUT)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=say("Короче.", "Less."), rich_help_panel=OUTPUT)]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, help=say("Подробнее: почему, что не проверено.", "More."), rich_help_panel=OUTPUT)
]
Lang = Annotated[str, typer.Option("--lang", help="ru | en", rich_help_panel=OUTPUT)]
Watch = Annotated[
    bool, typer.Option("--watch", help=say("Проверять снова при каждом сохранении.", "Check again at every save."), rich_help_panel=INPUT)
]
Jobs = Annotated[
    int, typer.Option("--jobs", help=say("Сколько процессов (0 — по числу ядер).", "Processes (0: one a core)."), rich_help_panel=INPUT)
]
