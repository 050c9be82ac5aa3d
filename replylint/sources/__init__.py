"""Ways in: files, folders, standard input → records. One module a format; each reads and writes back.

A bad file or row is a `Problem` and never stops the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module

from replylint.errors import InputFault
from replylint.model import Problem, Record
from replylint.sources.reading import Reading

__all__ = ["SUFFIXES", "Reading", "read", "read_bytes", "read_text", "write", "write_all"]

SUFFIXES = {
    ".txt": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".jsonl": "jsonlines",
    ".ndjson": "jsonlines",
    ".json": "jsontree",
    ".yaml": "yamlrecords",
    ".yml": "yamlrecords",
    ".csv": "table",
    ".tsv": "table",
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    **dict.fromkeys((".py", ".js", ".mjs", ".cjs", ".ts", ".mts", ".jsx", ".tsx", ".html", ".htm"), "literals"),
}
"""Suffix → the module that reads it. Imported when a file of that kind comes."""
_BINARY = ("workbook",)
"""Modules that read bytes; the others read text."""


def read(paths: Sequence[str], reading: Reading) -> Iterator[Record | Problem]:
    """The records of files and folders, in order (folders sorted, hidden files left out)."""
    from replylint.sources.files import contents

    for item in contents(paths, SUFFIXES, reading):
        if isinstance(item, Problem):
            yield item
        else:
            yield from read_bytes(item.content, item.name, item.suffix, reading)


def _situated(name: str, reading: Reading) -> Reading:
    """How a file is read: the folder that it stands in may tell its situation."""
    if not reading.situations:
        return reading
    from replylint.globs import matches

    told = {key: value for glob, values in reading.situations.items() if matches(name, glob) for key, value in values.items()}
    return reading._replace(defaults={**reading.defaults, **told})


def read_bytes(content: bytes, name: str, suffix: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a file's content; an unknown suffix is plain text."""
    from replylint.sources.decode import decoded

    reading = _situated(name, reading)
    module = SUFFIXES.get(suffix, "plain")
    if module in _BINARY:
        yield from import_module(f"replylint.sources.{module}").read(content, name, reading)
        return
    text = decoded(content, name, reading)
    if isinstance(text, Problem):
        yield text
        return
    yield from import_module(f"replylint.sources.{module}").read(text, name, reading)


def read_text(text: str, name: str, reading: Reading) -> Record | Problem:
    """One draft given as text."""
    from replylint.sources.plain import one

    return one(text, name, reading)


def write(record: Record, text: str, reading: Reading | None = None) -> None:
    """Put a mended reply back where it came from; `reading` is the one it was read with.

    Raises InputFault for a place that cannot be restored exactly, and where the file changed or cannot be written.
    """
    (outcome,) = write_all([(record, text)], reading)
    if not isinstance(outcome, Record):
        raise outcome


def write_all(changes: Iterable[tuple[Record, str]], reading: Reading | None = None) -> list[Record | InputFault]:
    """Put mended replies back, each file once: the records as they now stand there, or why they were refused."""
    from replylint.sources.writing import Change, write_back

    return write_back([Change(*change) for change in changes], reading or Reading(), SUFFIXES)
