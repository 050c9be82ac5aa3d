"""JSON: an object, a list of objects or texts, or an object that holds one list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from replylint.model import Origin, Problem, Record
from replylint.sources.making import KEYS, record
from replylint.sources.reading import Reading, Wrong

_FAULTS = (
    ("Expecting value", "здесь нужно значение"),
    ("Expecting ',' delimiter", "пропущена запятая"),
    ("Expecting ':' delimiter", "пропущено двоеточие"),
    ("Expecting property name", "ключ пишут в двойных кавычках, без запятой в конце"),
    ("Unterminated string", "кавычка не закрыта"),
    ("Invalid control character", "новую строку внутри текста пишут как \\n"),
    ("Invalid \\", "неверный знак после «\\»"),
    ("Extra data", "лишнее после записи"),
    ("Illegal trailing comma", "лишняя запятая"),
)


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a JSON file."""
    try:
        tree = parsed(text)
    except Wrong as wrong:
        yield _lines_instead(wrong, text).at(Origin(name), reading)
    else:
        yield from records(tree, name, reading)


def parsed(text: str) -> Any:
    """The values of a JSON text. Raises Wrong with the line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        why = next((told for words, told in _FAULTS if error.msg.startswith(words)), error.msg)
        raise Wrong(
            f"это не JSON: {why} (знак {error.colno})", f"not JSON: {error.msg} (character {error.colno})", line=error.lineno
        ) from error
    except RecursionError as error:
        raise Wrong("это не JSON: слишком глубокая вложенность", "not JSON: nested too deeply") from error
    except ValueError as error:
        raise Wrong("это не JSON: слишком длинное число", "not JSON: a number is too long") from error


def _lines_instead(wrong: Wrong, text: str) -> Wrong:
    """A file of JSON lines under the name of JSON is a usual mistake."""
    first, _, rest = text.lstrip().partition("\n")
    if first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{"):
        return Wrong(
            f"{wrong.ru}; похоже на строки JSON: назовите файл .jsonl",
            f"{wrong.en}; looks like JSON lines: name it .jsonl",
            line=wrong.line,
        )
    return wrong


def records(tree: Any, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a tree of plain values (JSON, YAML)."""
    if isinstance(tree, dict) and reading.columns.get("reply", "reply") not in tree:
        lists = [value for key, value in tree.items() if isinstance(value, list) and key not in KEYS]
        tree = lists[0] if len(lists) == 1 else tree
    if isinstance(tree, list):
        if not tree:
            yield reading.problem(name, "в файле нет записей", "no records in the file")
        for number, item in enumerate(tree):
            yield item_record(item, Origin(name, f"[{number}]"), reading)
    else:
        yield item_record(tree, Origin(name), reading)


def item_record(item: Any, origin: Origin, reading: Reading) -> Record | Problem:
    """The record of one value: an object, or the reply itself."""
    if isinstance(item, str | int | float) and not isinstance(item, bool):
        return record({reading.columns.get("reply", "reply"): item}, origin, reading)
    if not isinstance(item, dict):
        wrong = Wrong("запись — не объект с ключом reply", "the record is no object with a key “reply”")
        return wrong.at(origin, reading)
    return record(item, origin, reading)
