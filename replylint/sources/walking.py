"""The files of a folder that may hold drafts: known kinds, not ignored, not outside."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from replylint.globs import matches
from replylint.sources.gitignored import Ignored
from replylint.sources.reading import Reading

OURS = ("replylint.yaml", "replylint.ignore.yaml", "replylint-baseline.json")
"""Files of replylint itself hold no drafts."""
FOREIGN = ("node_modules", "__pycache__", "site-packages")
"""Folders of other people's code."""


class Walk(NamedTuple):
    """What a walk met: files to read, links that lead out of the folder, folders that are locked."""

    files: list[Path]
    outside: list[Path]
    locked: list[OSError]


def walked(folder: Path, suffixes: Mapping[str, str], reading: Reading) -> Walk:
    """The files of a folder in order of their paths. Links to folders are not followed, so that no circle is."""
    locked: list[OSError] = []
    found = sorted(_files(folder, suffixes, reading, locked), key=lambda path: path.parts)
    outside = [path for path in found if path.is_symlink() and not _inside(path, folder)]
    return Walk([path for path in found if path not in set(outside)], outside, locked)


def _files(folder: Path, suffixes: Mapping[str, str], reading: Reading, locked: list[OSError]) -> Iterator[Path]:
    """Hidden files are left out, pipes and devices too (they would block), broken links are not."""
    ignored = Ignored(folder)
    for at, folders, names in os.walk(folder, onerror=locked.append):
        here = Path(at)
        folders[:] = [name for name in folders if not (name.startswith(".") or name in FOREIGN)]
        folders[:] = [name for name in folders if not (_excluded(here / name, reading) or ignored(here / name, is_folder=True))]
        for name in names:
            path = here / name
            if name.startswith((".", "~$")) or name in OURS or path.suffix.lower() not in suffixes:
                continue
            if _excluded(path, reading) or not _included(path, reading) or ignored(path):
                continue
            if path.is_file() or not path.exists():
                yield path


def _excluded(path: Path, reading: Reading) -> bool:
    return any(matches(path.as_posix(), glob.rstrip("/")) for glob in reading.exclude)


def _included(path: Path, reading: Reading) -> bool:
    return not reading.include or any(matches(path.as_posix(), glob) for glob in reading.include)


def _inside(path: Path, folder: Path) -> bool:
    """Whether a link leads to something in the folder, or nowhere."""
    try:
        return not path.exists() or path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # A link to itself: opening it will tell.
        return True
