"""JSON: objects and lists, nested as they are; every string knows where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from replylint.model import Origin, Problem, Record
from replylint.sources.placed import at, marks_of, spliced
from replylint.sources.reading import Reading, Wrong
from replylint.sources.tree import records

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
        parsed(text)
    except Wrong as wrong:
        yield _lines_instead(wrong, text).at(Origin(name), reading)
    else:
        yield from records(with_places(text), name, reading)


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


_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s"\[\]{},:]+')
_ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.")


def with_places(text: str, line: int = 1, start: int = 0) -> Any:
    """The values of a text that is JSON for sure: strings know where they stand. `line` and `start` are those of the text."""
    stack: list[Any] = [[]]
    keys: list[Any] = [None]
    seen = begin = 0
    for match in _TOKEN.finditer(text):
        sign = match.group()
        line, begin = line + text.count("\n", seen, match.start()), max(begin, text.rfind("\n", seen, match.start()) + 1)
        seen = match.start()
        if sign in "}]":
            value = stack.pop()
            keys.pop()
        elif sign in ",:":
            continue
        elif sign in "{[":
            stack.append({} if sign == "{" else [])
            keys.append(None)
            continue
        else:
            value = _value(sign, line, seen - begin + 1, seen + start)
        _put(stack[-1], keys, value)
    return stack[0][0]


def _put(into: Any, keys: list[Any], value: Any) -> None:
    """A value into the list or object that is open; in an object every other one is a key."""
    if isinstance(into, list):
        into.append(value)
    elif keys[-1] is None:
        keys[-1] = str(value)
    else:
        into[keys[-1]] = value
        keys[-1] = None


def _value(written: str, line: int, column: int, start: int) -> Any:
    value = json.loads(written)
    if not isinstance(value, str):
        return value
    marks = marks_of(written[1:-1], line, column + 1, _ESCAPE, lambda _: 1)
    return at(value, line, (start, start + len(written)), marks)


def literal(old: str, text: str, record: Record) -> str:
    """A text as JSON; what did not change keeps its escapes. Raises Wrong."""
    ascii_only = bool(re.search(r"\\u[0-9a-fA-F]{4}", old)) and old.isascii()
    body = spliced(old[1:-1], record.reply, text, _ESCAPE, lambda _: 1, lambda new: json.dumps(new, ensure_ascii=ascii_only)[1:-1])
    return f'"{body}"'
