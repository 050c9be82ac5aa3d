"""Regular expressions that are compiled when a text first needs them: compiling all of them is a tenth of a start."""

from __future__ import annotations

import re
from typing import Any, cast


class _Later:
    """Becomes what it stands for when it is first asked for anything."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._made), name)
        setattr(self, name, value)  # the next time nobody asks here
        return value


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, later. A broken pattern raises re.error at its first use."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
