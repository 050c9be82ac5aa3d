"""Several templates in a text file, parted by lines of `---`; front matter of the file holds for all, a block may have its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from replylint.model import Origin, Problem, Record
from replylint.sources.making import record
from replylint.sources.placed import at, line_marks
from replylint.sources.plain import front_matter, one, split
from replylint.sources.reading import Reading, Wrong

_RULE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
_FRONT = re.compile(r"(?:[a-z_]+:(?:[ \t].*)?|[ \t]+\S.*|-[ \t].*|#.*|[ \t]*)")
_KEY = re.compile(r"[a-z_]+:(?:\s|$)")


class Block(NamedTuple):
    """What stands between two lines of `---`."""

    text: str
    start: int
    line: int

    def is_front(self) -> bool:
        """Whether it holds keys and values."""
        lines = self.text.splitlines()
        first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
        return bool(_KEY.match(first)) and all(_FRONT.fullmatch(line) for line in lines)


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The templates of a file; a file without `---` is one."""
    parts = split(text)
    body = parts.start if parts.front else 0
    blocks = _blocks(text, body)
    if len(blocks) < 2 or not any(block.text.strip() for block in blocks):
        yield one(text, name, reading)
        return
    front = ""
    for number, block in enumerate(blocks):
        if not block.text.strip():
            continue
        if block.is_front() and number + 1 < len(blocks):
            front = "\n" * (block.line - 1) + block.text
            continue
        yield _template(block, parts.front, front, name, reading)
        front = ""


def _blocks(text: str, body: int) -> list[Block]:
    """The blocks below the front matter of the file."""
    found, start, line, seen = [], body, text.count("\n", 0, body) + 1, body
    for match in [*_RULE.finditer(text, body), None]:
        end = match.start() if match else len(text)
        line += text.count("\n", seen, start)
        seen = start
        found.append(Block(text[start:end], start, line))
        start = min(match.end() + 1, len(text)) if match else end
    return found


def _template(block: Block, file_front: str, own_front: str, name: str, reading: Reading) -> Record | Problem:
    """The template of a block; its place is the line on which its text begins."""
    body = block.text
    start = len(body) - len(body.lstrip("\r\n"))
    reply = body[start:].rstrip()
    line = block.line + body.count("\n", 0, start)
    origin = Origin(name, f"line {line}", line)
    try:
        common, _ = front_matter("\n" + file_front, name, reading)
        own, lines = front_matter(own_front, name, reading)
    except Wrong as wrong:
        return wrong.at(origin, reading)
    span = (block.start + start, block.start + start + len(reply))
    values = {**common, **own, "reply": at(reply, line, span, line_marks(reply, line))}
    return record(values, origin, reading._replace(columns={}), lines=lines)
