"""Ways in: files, folders, standard input → records. One module a format; each reads, plain text writes back.

A bad file or row is a `Problem` and never stops the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

from replylint.model import Problem, Record
from replylint.sources.decode import decoded
from replylint.sources.making import Reading

__all__ = ["SUFFIXES", "Reading", "read", "read_bytes", "read_text", "write"]

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
}
"""Suffix → the module that reads it. Imported when a file of that kind comes."""

BYTES_PER_CHAR = 4
RECORD_FILES = 1 << 30
"""A file of many records may be large; one of a single draft may not."""


def read(paths: Sequence[str], reading: Reading) -> Iterator[Record | Problem]:
    """The records of files and folders, in order (folders sorted, hidden files left out)."""
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from _folder(path, reading)
        else:
            yield from _file(path, reading)


def _folder(folder: Path, reading: Reading) -> Iterator[Record | Problem]:
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SUFFIXES and path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    if not found:
        kinds = ", ".join(SUFFIXES)
        yield reading.problem(folder.as_posix(), f"в папке нет черновиков ({kinds})", f"no drafts in the folder ({kinds})")
    for path in found:
        yield from _file(path, reading)


def _file(path: Path, reading: Reading) -> Iterator[Record | Problem]:
    name = path.as_posix()
    try:
        limit = reading.max_chars * BYTES_PER_CHAR
        if SUFFIXES.get(path.suffix.lower(), "plain") == "plain" and path.stat().st_size > limit + 65_536:
            yield reading.too_long(name, "", path.stat().st_size // 2)
            return
        content = path.read_bytes()
    except FileNotFoundError:
        yield reading.problem(name, "нет такого файла", "no such file")
    except OSError as error:
        yield reading.problem(name, f"не читается: {error.strerror}", f"cannot be read: {error.strerror}")
    else:
        yield from read_bytes(content, name, path.suffix.lower(), reading)


def read_bytes(content: bytes, name: str, suffix: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a file's content; an unknown suffix is plain text."""
    text = decoded(content, name, reading)
    if isinstance(text, Problem):
        yield text
        return
    yield from import_module(f"replylint.sources.{SUFFIXES.get(suffix, 'plain')}").read(text, name, reading)


def read_text(text: str, name: str, reading: Reading) -> Record | Problem:
    """One draft given as text."""
    from replylint.sources.plain import one

    return one(text, name, reading)


def write(record: Record, text: str) -> None:
    """Put a mended reply back where it came from. Raises InputFault for a format that cannot be restored exactly."""
    from replylint.sources.plain import write_back

    write_back(record, text)
