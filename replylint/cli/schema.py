"""`replylint schema`: JSON Schemas of what replylint writes and reads."""

from __future__ import annotations

from typing import Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError, UsageFault


@app.command(help=say("JSON Schema вывода, настроек или файла правила.", "The JSON Schema of output, configuration or rule files."))
def schema(
    name: Annotated[str, typer.Argument(metavar="NAME", help="output | config | rule")],
    lang: o.Lang = LANG,
) -> None:
    """The schema, made from the tables that replylint itself reads by."""
    from replylint.output.jsonreport import dump
    from replylint.schemas import SCHEMAS, schema_of
    from replylint.yamltext import nearest

    try:
        if name not in SCHEMAS:
            near = nearest(name, list(SCHEMAS))
            hint = say(f"может быть, {near}?", f"did you mean {near}?") if near else ", ".join(SCHEMAS)
            raise UsageFault(say(f"нет такой схемы — «{name}»", f"no such schema: “{name}”"), hint=hint)
        typer.echo(dump(schema_of(name, "en" if lang == "en" else "ru"), indent=2))
    except ReplylintError as error:
        stop_for(error)
