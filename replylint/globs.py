"""Globs over paths, the same on every system."""

from __future__ import annotations

import re
from functools import lru_cache

_SIGNS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, glob: str) -> bool:
    """Whether a path, or the end of it, matches a glob: `*` within a folder, `**` across folders."""
    return bool(_regex(glob).search(path.replace("\\", "/").removeprefix("./")))


@lru_cache(maxsize=1_000)
def _regex(glob: str) -> re.Pattern[str]:
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("./"))
    return re.compile(rf"(?:^|/){''.join(_SIGNS.get(piece, re.escape(piece)) for piece in pieces)}$")
