"""What `.gitignore` leaves out of a folder, by git's own rules: the nearest file wins, a line that begins with `!` takes back."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

MOST_BYTES = 1 << 20
MOST_STARS = 6
"""Stars in a part of a pattern: each more multiplies the time that a hostile one takes."""


class Ignored:
    """The `.gitignore` files that hold in a folder and below; `pathspec` reads them."""

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, Any] = {}
        self._top = _repository(folder.absolute())
        if self(folder.absolute(), is_folder=True):
            # Who names an ignored folder wants what is in it.
            self._top = folder.absolute()
            self._specs.clear()

    def __call__(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether a path is left out."""
        path = path.absolute()
        for above in path.parents:
            spec = self._spec(above)
            shown = path.relative_to(above).as_posix() + ("/" if is_folder else "")
            told = spec.check_file(shown).include if spec else None
            if told is not None:
                return bool(told)
            if above == self._top:
                break
        return False

    def _spec(self, folder: Path) -> Any:
        if folder not in self._specs:
            lines = _lines(folder / ".gitignore")
            if folder == self._top:
                lines = [*_lines(folder / ".git" / "info" / "exclude"), *lines]
            self._specs[folder] = _parsed(lines)
        return self._specs[folder]


def _repository(folder: Path) -> Path:
    """The repository that a folder is in; the folder itself if it is in none."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)


def _lines(file: Path) -> list[str]:
    """The patterns of a file, without those that take too long."""
    try:
        if not file.is_file() or file.stat().st_size > MOST_BYTES:
            return []
        lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        return []
    return [line for line in lines if max(part.replace("**", "").count("*") for part in line.split("/")) <= MOST_STARS]


def _parsed(lines: list[str]) -> Any:
    if not any(line.strip() and not line.startswith("#") for line in lines):
        return None
    return _spec_of(lines) or _spec_of([line for line in lines if _spec_of([line])])


def _spec_of(lines: list[str]) -> Any:
    """The patterns as pathspec knows them; None where one makes no sense: git passes over that one."""
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        # Of strange ranges in brackets.
        warnings.simplefilter("ignore")
        try:
            return GitIgnoreSpec.from_lines(lines)
        except (ValueError, re.error):
            return None
