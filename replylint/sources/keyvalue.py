"""Lines of `key|text`: a template a line, its key is its name. Read so when the configuration says `format: key-value`."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.model import Mark, Origin, Problem, Record
from replylint.sources.making import record
from replylint.sources.placed import at
from replylint.sources.reading import Reading, Wrong


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The templates of the lines; blank ones and those that begin with `#` are left out."""
    start, empty = 0, True
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            empty = False
            yield _record(line.rstrip("\r"), start, Origin(name, f"line {number}", number), reading)
        start += len(line) + 1
    if empty:
        yield reading.problem(name, "в файле нет записей", "no records in the file")


def _record(line: str, start: int, origin: Origin, reading: Reading) -> Record | Problem:
    key, sign, reply = line.partition("|")
    if not sign:
        return Wrong("в строке нет «|»: пишут «ключ|текст»", "the line has no “|”: write “key|text”").at(origin, reading)
    column = len(key) + 1
    text = at(reply, origin.line, (start + column, start + len(line)), (Mark(0, origin.line, column + 1),))
    return record({"id": key.strip(), "reply": text}, origin, reading._replace(columns={}))
