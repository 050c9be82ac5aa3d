"""String literals of code: the marked values as trees → records. Every text with a Cyrillic letter counts, keys and tags do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import Any

from replylint.model import Origin, Problem, Record
from replylint.sources.finding import NO_TEXTS, Here, reply_key, told_by
from replylint.sources.making import record
from replylint.sources.placed import Placed
from replylint.sources.reading import Reading, Wrong

_LANGUAGES = {".py": "pyliterals", ".html": "htmlliterals", ".htm": "htmlliterals"}
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of marked literals; each place is a line and a column."""
    reading = reading._replace(columns={})
    seen: set[tuple[str, int]] = set()
    try:
        for value in _module(name).values(text, reading.literals):
            for here, texts in _texts(value, Here(), reading):
                found = _record(here, texts, name, reading)
                where = (found.origin.place, found.origin.line) if isinstance(found, Record) else (found.place, -len(seen) - 1)
                if where not in seen:
                    seen.add(where)
                    yield found
    except Wrong as wrong:
        yield wrong.at(Origin(name), reading)
        return
    except RecursionError:
        yield Wrong("слишком глубокая вложенность", "nested too deeply").at(Origin(name), reading)
        return
    if not seen:
        ru = "в коде нет отмеченных шаблонов: поставьте над ними «replylint: template» или назовите переменные (literals)"
        en = "no marked templates in the code: put “replylint: template” above them, or name the variables (literals)"
        yield reading.problem(name, ru, en)


def _module(name: str) -> Any:
    return import_module(f"replylint.sources.{_LANGUAGES.get(PurePath(name).suffix.lower(), 'jsliterals')}")


def literal(old: str, text: str, record: Record) -> str:
    """A text in the quotes of the old literal. Raises Wrong."""
    module = _module(record.origin.path)
    if not hasattr(module, "literal"):
        raise Wrong("такой литерал нельзя восстановить в точности", "such a literal cannot be restored exactly")
    return str(module.literal(old, text))


def _texts(node: Any, here: Here, reading: Reading) -> Iterator[tuple[Here, dict[str, Any]]]:
    """The texts of a value, each with what is told beside and around it."""
    if isinstance(node, Placed):
        if _CYRILLIC.search(node):
            yield here, {**here.told, "reply": node}
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item, here, reading)
    elif isinstance(node, dict):
        key = reply_key(node, reading)
        if key and isinstance(node[key], Placed):
            yield here, {**here.told, **told_by(node, reading), "id": node.get("id"), "reply": node[key]}
            return
        here = here._replace(told={**here.told, **told_by(node, reading)})
        for name, value in node.items():
            if name.casefold() not in (*NO_TEXTS, *here.told):
                yield from _texts(value, here._replace(part=name if isinstance(value, list) else here.part), reading)


def _record(here: Here, values: dict[str, Any], name: str, reading: Reading) -> Record | Problem:
    text: Placed = values["reply"]
    line, column = (text.marks[0].line, text.marks[0].column) if text.marks else (text.line, 1)
    return record(values, Origin(name, f"{line}:{column}", line), reading, part=here.part)
