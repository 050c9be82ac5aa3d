"""Mended replies back into their files: nothing else changes, or the source refuses and says why."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from replylint.errors import InputFault
from replylint.sources.reading import Reading
from replylint.sources.restoring import Change, File, Outcome, fault, mended, unplaced

__all__ = ["Change", "write_back"]


def write_back(changes: Sequence[Change], reading: Reading, suffixes: Mapping[str, str]) -> list[Outcome]:
    """Each change: the record as it now stands in its file, or why it was refused. A file is written once, whole or not at all."""
    outcomes: dict[int, Outcome] = {}
    by_path: dict[str, list[int]] = {}
    for number, change in enumerate(changes):
        module = suffixes.get(Path(change.record.origin.path).suffix.lower(), "plain")
        refused = unplaced(change.record, module, reading)
        if refused:
            outcomes[number] = refused
        else:
            by_path.setdefault(change.record.origin.path, []).append(number)
    for path, numbers in by_path.items():
        own = [changes[number] for number in numbers]
        outcomes |= dict(zip(numbers, _one_file(Path(path), own, reading, suffixes), strict=True))
    return [outcomes[number] for number in range(len(changes))]


def _one_file(path: Path, changes: Sequence[Change], reading: Reading, suffixes: Mapping[str, str]) -> list[Outcome]:
    try:
        target = _target(path, reading)
        file = File(path, suffixes.get(path.suffix.lower(), "plain"), reading, target.read_bytes())
        content, outcomes = mended(file, changes)
        if content != file.content:
            _replace(target, content)
    except InputFault as refused:
        return [refused] * len(changes)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return [fault(path, reading, f"не записывается: {why}", f"cannot be written: {why}")] * len(changes)
    return outcomes


def _target(path: Path, reading: Reading) -> Path:
    """The file itself: a link is followed inside its folder only."""
    target = path.resolve(strict=True)
    if path.is_symlink() and target.parent != path.parent.resolve():
        raise fault(path, reading, "это ссылка на файл в другой папке: исправьте сам файл", "a link to a file elsewhere: mend that file")
    if not os.access(target, os.W_OK):
        raise fault(path, reading, "файл только для чтения", "the file is read-only")
    return target


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then swap: nobody ever sees half of it. Raises OSError."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(draft).chmod(path.stat().st_mode & 0o7777)
        Path(draft).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        raise
