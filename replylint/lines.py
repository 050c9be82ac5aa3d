"""Offsets → lines and columns, worked out at the edge."""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\n|\r")


class Lines:
    """Where the lines of a text begin; line ends are LF, CR LF, CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both from 1."""
        line = bisect_right(self._starts, offset) - 1
        return line + 1, offset - self._starts[line] + 1

    def utf16_column(self, offset: int) -> int:
        """Column in UTF-16 units, from 1: what editors count."""
        line = bisect_right(self._starts, offset) - 1
        piece = self.text[self._starts[line] : offset]
        return len(piece) + sum(ord(sign) > 0xFFFF for sign in piece) + 1

    def line_text(self, line: int) -> str:
        """The text of a line (from 1) without its end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_start(self, line: int) -> int:
        """The offset at which a line begins."""
        return self._starts[line - 1]
