"""Paths → the content of files: folders walked, sizes bounded, everything unreadable told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from replylint.model import Problem
from replylint.sources.reading import Reading

BYTES_PER_CHAR = 4
FRONT_MATTER = 65_536
RECORD_FILE = 1 << 28
"""A file of many records may be large, one of a single draft may not."""
CHUNK = 1 << 20
MARK = b"replylint:"
CODE = (".py", ".js", ".mjs", ".cjs", ".ts", ".mts", ".jsx", ".tsx", ".html", ".htm")
"""In folders, code without a mark of templates is passed over; a file that is named is read."""


class Content(NamedTuple):
    """A file, read."""

    name: str
    suffix: str
    content: bytes


def contents(paths: Sequence[str], suffixes: Mapping[str, str], reading: Reading) -> Iterator[Content | Problem]:
    """The content of every file named or found in a folder."""
    for name in paths:
        try:
            is_folder = bool(name) and Path(name).is_dir()
        except (OSError, ValueError):
            # Opening the file will tell what is wrong with the name.
            is_folder = False
        if is_folder:
            yield from _folder(Path(name), suffixes, reading)
        else:
            yield _file(name.replace(os.sep, "/"), suffixes, reading)


def _folder(folder: Path, suffixes: Mapping[str, str], reading: Reading) -> Iterator[Content | Problem]:
    from replylint.sources.walking import walked

    walk = walked(folder, suffixes, reading)
    for error in walk.locked:
        yield _unreadable(Path(error.filename or folder).as_posix(), error, reading)
    for path in walk.outside:
        ru, en = "ссылка ведёт из папки: файл пропущен", "a link out of the folder: the file is skipped"
        yield reading.problem(path.as_posix(), ru, en, skipped=True)
    empty = True
    for path in walk.files:
        item = _file(path.as_posix(), suffixes, reading)
        if isinstance(item, Problem) or path.suffix.lower() not in CODE or marked(item.content, reading):
            empty = False
            yield item
    if empty and not walk.locked:
        kinds = ", ".join(suffixes)
        yield reading.problem(folder.as_posix(), f"в папке нет черновиков ({kinds})", f"no drafts in the folder ({kinds})")


def marked(content: bytes, reading: Reading) -> bool:
    """Whether code may hold templates: a mark, or the name of a variable."""
    names = [name.strip("*").encode() for name in reading.literals]
    return MARK in content or any(name in content for name in names)


def _file(name: str, suffixes: Mapping[str, str], reading: Reading) -> Content | Problem:
    suffix = Path(name).suffix.lower()
    single = suffixes.get(suffix, "plain") == "plain" and not (reading.templates or reading.format)
    most = reading.max_chars * BYTES_PER_CHAR + FRONT_MATTER if single else RECORD_FILE
    try:
        content, size = _content(Path(name) if name else None, most)
    except (OSError, ValueError) as error:
        return _unreadable(name, error, reading)
    if size <= most:
        return Content(name, suffix, content)
    if single:
        return reading.too_long(name, "", size // 2)
    limit = RECORD_FILE >> 20
    return reading.problem(name, f"файл больше {limit} МБ: разделите его", f"the file is larger than {limit} MB: split it")


def _content(path: Path | None, most: int) -> tuple[bytes, int]:
    """The content and its size in bytes. No more is read than a byte over `most`: a device has no end."""
    if path is None:
        raise FileNotFoundError
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > most:
            return b"", size
        parts, left = [], most + 1
        while left > 0 and (part := file.read(min(CHUNK, left))):
            parts.append(part)
            left -= len(part)
    return b"".join(parts), most + 1 - left


def _unreadable(name: str, error: OSError | ValueError, reading: Reading) -> Problem:
    if isinstance(error, FileNotFoundError):
        return reading.problem(name, "нет такого файла", "no such file")
    if isinstance(error, PermissionError):
        return reading.problem(name, "не читается: нет прав", "cannot be read: no permission")
    why = getattr(error, "strerror", None) or str(error)
    return reading.problem(name, f"не читается: {why}", f"cannot be read: {why}")
