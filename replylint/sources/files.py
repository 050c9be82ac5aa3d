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
_OURS = ("replylint.yaml", "replylint.ignore.yaml", "replylint-baseline.json")
"""Files of replylint itself hold no drafts."""


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
    locked: list[OSError] = []
    found = sorted(_drafts(folder, suffixes, locked), key=lambda path: path.parts)
    for error in locked:
        yield _unreadable(Path(error.filename or folder).as_posix(), error, reading)
    if not found and not locked:
        kinds = ", ".join(suffixes)
        yield reading.problem(folder.as_posix(), f"в папке нет черновиков ({kinds})", f"no drafts in the folder ({kinds})")
    for path in found:
        yield _file(path.as_posix(), suffixes, reading)


def _drafts(folder: Path, suffixes: Mapping[str, str], locked: list[OSError]) -> Iterator[Path]:
    """Files of known kinds; hidden ones are left out, pipes and devices too (they would block), broken links are not."""
    for here, folders, names in os.walk(folder, onerror=locked.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(here, name)
            if name.startswith((".", "~$")) or name in _OURS or path.suffix.lower() not in suffixes:
                continue
            if path.is_file() or not path.exists():
                yield path


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
