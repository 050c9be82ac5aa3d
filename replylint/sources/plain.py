"""Plain text: the file is one draft; front matter may tell its situation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from replylint.errors import InputFault
from replylint.expressions import expression
from replylint.model import Origin, Problem, Record
from replylint.sources.making import KEYS, record
from replylint.sources.reading import Reading, Wrong

_FRONT = expression(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENED = expression(r"---[ \t]*\r?\n([a-z_]+):")
_BLANK_LINES = expression(r"(?:[ \t]*\r?\n)*")
_BLANKS = expression(r"[ \t]*")
FRONT_MATTER = 65_536
"""More characters than any front matter needs."""


class Parts(NamedTuple):
    """A draft's file: its front matter, and where the reply stands. `line` is the reply's first, from 1."""

    front: str
    start: int
    end: int
    line: int


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The draft of a file; in a library of templates, or of `key|text` lines, it may hold several."""
    if reading.format == "key-value" and name.lower().endswith(".txt"):
        from replylint.sources import keyvalue

        yield from keyvalue.read(text, name, reading)
    elif reading.templates:
        from replylint.sources import blocks

        yield from blocks.read(text, name, reading)
    else:
        yield one(text, name, reading)


def one(text: str, name: str, reading: Reading) -> Record | Problem:
    """One draft: `line` of its origin is the first line of the reply in the file."""
    if len(text) > reading.max_chars + FRONT_MATTER:
        # Before anything is searched for in it.
        return reading.too_long(name, "", len(text))
    parts = split(text)
    origin = Origin(name, "", parts.line, (), (parts.start, parts.end))
    try:
        # The empty line stands for the opening «---», so that lines count from the top of the file.
        values, lines = front_matter("\n" + parts.front, name, reading)
        _refuse_open(text, parts)
    except Wrong as wrong:
        return wrong.at(origin, reading)
    # Columns are named for tables; a draft has none.
    return record({**values, "reply": text[parts.start : parts.end]}, origin, reading._replace(columns={}), lines=lines)


def split(text: str) -> Parts:
    """The parts of a file. Blank lines around the reply and the last line end are no part of it, other blanks are."""
    match = _FRONT.match(text)
    body = match.end() if match else 0
    start = _end(_BLANK_LINES, text, body)
    end = _end(_BLANKS, text, max(start, len(text.rstrip(" \t\r\n"))))
    return Parts(match.group(1) if match else "", start, end, text.count("\n", 0, start) + 1)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where a pattern that matches anywhere ends."""
    match = pattern.match(text, start)
    return match.end() if match else start


def _refuse_open(text: str, parts: Parts) -> None:
    opened = _OPENED.match(text)
    if opened and not parts.front and parts.start == 0 and opened.group(1) in KEYS:
        raise Wrong(
            "вступление «---» не закрыто: нужна вторая строка «---»", "the front matter is open: it wants a second line “---”", line=1
        )


def front_matter(front: str, name: str, reading: Reading) -> tuple[dict[str, Any], dict[str, int]]:
    """Values and lines by key, of front matter below as many line ends as stand above it. Raises Wrong."""
    if not front.strip():
        return {}, {}
    from replylint import yamltext
    from replylint.sources.yamlrecords import nulled

    try:
        nodes = yamltext.read_all(front, name, InputFault, reading.lang)
    except InputFault as fault:
        told = f"{fault.message}: {fault.hint}" if fault.hint else fault.message
        raise Wrong(told, told, line=fault.line) from fault
    if not nodes:
        return {}, {}
    if not isinstance(nodes[0], yamltext.Mapping):
        raise Wrong(
            "вступление «---» состоит из строк «ключ: значение»; если это сам ответ, начните файл с пустой строки",
            "front matter holds “key: value” lines; if this is the reply itself, begin the file with an empty line",
            line=nodes[0].line,
        )
    if "reply" in nodes[0].entries:
        line = nodes[0].key_lines["reply"]
        raise Wrong("ответ пишут под вступлением, а не в нём", "the reply stands below the front matter, not in it", line=line)
    return nulled(nodes[0]), dict(nodes[0].key_lines)


def literal(old: str, text: str, _: Record) -> str:
    """A text with line ends as the old one had them."""
    return re.sub(r"\r?\n", "\r\n", text) if "\r\n" in old and not re.search(r"(?<!\r)\n", old) else text
