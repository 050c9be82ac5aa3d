"""`replylint init` and `replylint config`: a commented configuration, and where each value comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.words import LANG, say
from replylint.errors import InputFault, ReplylintError


@app.command(help=say("Создать replylint.yaml с пояснениями.", "Write a commented replylint.yaml."))
def init(
    folder: Annotated[str, typer.Argument(metavar="[FOLDER]", help=say("Папка.", "The folder."))] = ".",
    lang: o.Lang = LANG,
) -> None:
    """Every key with what it is for, commented out; a file that is there is never overwritten."""
    from replylint.output.settings import sample

    path = Path(folder) / "replylint.yaml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as out:
            out.write(sample("en" if lang == "en" else "ru"))
    except FileExistsError:
        stop_for(InputFault(say("уже есть, не трогаем", "is there already, left alone"), path=path.as_posix()))
    except OSError as error:
        stop_for(InputFault(str(error.strerror), path=path.as_posix()))
    typer.echo(say(f"создан {path.as_posix()}", f"wrote {path.as_posix()}"))


@app.command(help=say("Показать настройки и откуда каждая.", "Show the settings and where each comes from."))
def config(
    path: Annotated[str, typer.Argument(metavar="[PATH]", help=say("Для какого файла или папки.", "For which input."))] = ".",
    config: o.Config = "",
    isolated: o.Isolated = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help=say("Все, а не только заданные.", "All, not only those that are set."))
    ] = False,
    lang: o.Lang = LANG,
) -> None:
    """What is set, and where; with `--show-settings` every effective value."""
    from replylint.config import DEFAULT, load
    from replylint.configshown import settings
    from replylint.output.settings import listing

    try:
        loaded = load(Path(path), config, isolated, "en" if lang == "en" else "ru")
        shown = [setting for setting in settings(loaded) if show_settings or setting.origin != DEFAULT]
        typer.echo(listing(shown, loaded.path, "en" if lang == "en" else "ru"), nl=False)
    except ReplylintError as error:
        stop_for(error)
