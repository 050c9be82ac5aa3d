"""The language of the command line itself: Russian unless `--lang en` (or REPLYLINT_LANG=en) asks for English.

Help texts are fixed when the commands are defined, so the language is read from the arguments before typer sees them.
"""

from __future__ import annotations

import os
import sys

from replylint.model import Language


def chosen(arguments: list[str]) -> Language:
    """The language that the arguments or the environment ask for."""
    for number, argument in enumerate(arguments):
        if argument == "--lang=en" or arguments[number : number + 2] == ["--lang", "en"]:
            return "en"
        if argument == "--lang=ru" or arguments[number : number + 2] == ["--lang", "ru"]:
            return "ru"
    return "en" if os.environ.get("REPLYLINT_LANG", "").lower().startswith("en") else "ru"


LANG: Language = chosen(sys.argv[1:])


def say(ru: str, en: str) -> str:
    """The text in the language of the command line."""
    return en if LANG == "en" else ru
