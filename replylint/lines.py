"""Offsets → lines and columns, worked out at the edge."""

from __future__ import annotations

from bisect import bisect_right

from replylint.expressions import expression

_BREAK = expression(r"\r\n|\n|\r")


class Lines:
    """Where the lines of a text begin; line ends are LF, CR LF, CR."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def utf16_column(self, offset: int) -> int:
        """Column in UTF-16 units, from 1: what editors count."""
        line, column = self.position(offset)
        piece = self.text[self.line_start(line) : offset]
        return column if piece.isascii() else column + sum(sign > "\uffff" for sign in piece)

    def line_text(self, line: int) -> str:
        """The text of a line (from 1) without its end."""
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self.line_start(line) : end].rstrip("\r\n")

    def line_start(self, line: int) -> int:
        """The offset at which a line (from 1) begins."""
        return self._starts[line - 1]
