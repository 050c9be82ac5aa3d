"""Lines of styled pieces. Whatever is written passes through `Pen.ink`: nothing unsafe reaches a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from replylint.model import Band, Report
from replylint.output import Look
from replylint.output.cells import tail, width, wrap
from replylint.output.safe import plain, safe
from replylint.words import Words, words

STYLES = {
    "": "", "bold": "1", "dim": "2", "critical": "1;7;31", "major": "1;31", "minor": "1;35", "info": "1", "good": "1;32", "old": "31", "new": "32",
}  # fmt: skip
"""Only bold, dim, reverse and base colours that read well on light and dark; yellow and blue do not."""
BANDS: dict[Band, str] = {"send": "good", "polish": "minor", "rewrite": "major", "block": "critical"}
NARROWEST = 40
NBSP = "\u00a0"


class Ink(NamedTuple):
    """A piece of a line and its style, a key of STYLES."""

    text: str
    style: str = ""


Line = tuple[Ink, ...]


class Pen(NamedTuple):
    """Writes in the words, the width and the signs of a report."""

    report: Report
    look: Look
    own: Words
    width: int

    def sign(self, text: str) -> str:
        """Outside text as it is shown: safe, and in signs that the console has."""
        shown = safe(text)
        return shown if self.look.unicode_ok else plain(shown)

    def ink(self, text: str, style: str = "") -> Ink:
        """A piece of a line, safe; line ends and tabs are spaces."""
        return Ink(self.sign(text.translate(_SPACES)), style)

    def say(self, key: str, **values: object) -> str:
        """A text of the catalogue with its values."""
        return self.own.text[key].format_map(values)

    def paragraph(self, text: str, style: str = "", indent: int = 2, lead: Line = (), hang: int | None = None) -> list[Line]:
        """A text in lines that fit: the first after `lead`, the others below it (or at `hang`); no-break spaces hold, then go."""
        head = lead or self.space(indent)
        after = size(head) if hang is None else hang
        shown = wrap(self.sign(text), max(10, self.width - after), max(10, self.width - size(head)))
        return [(*(head if number == 0 else self.space(after)), Ink(line.replace(NBSP, " "), style)) for number, line in enumerate(shown)]

    def space(self, columns: int) -> Line:
        """Blank columns."""
        return (Ink(" " * columns),)

    def rule(self, title: str, lead: str = "") -> Line:
        """A line across the page with a title in it; of a long title the end is kept: it tells files apart."""
        shown, before = (self.sign(text.translate(_SPACES)) for text in (title, lead))
        room = self.width - 4 - width(before)
        if width(shown) > room:
            more = self.sign("…")
            shown = more + tail(shown, room - width(more))
        return (self.ink("── ", "dim"), Ink(before + shown, "bold"), self.ink(" " + "─" * (room - width(shown)), "dim"))


_SPACES = str.maketrans("\n\t", "  ")


def pen(report: Report, look: Look) -> Pen:
    """The pen of a report."""
    return Pen(report, look, words(report.language), max(NARROWEST, look.width))


def flat(style: str) -> str:
    """The style without reverse: for bars and for ranges of a quotation."""
    return "major" if style == "critical" else style


def size(line: Iterable[Ink]) -> int:
    """Columns of a line."""
    return sum(width(piece.text) for piece in line)


def paint(lines: Iterable[Line], *, color: bool) -> str:
    """The lines as text, with ANSI colours if asked; blanks at line ends go."""
    return "".join(f"{_painted(line) if color else _bare(line)}\n" for line in lines)


def _bare(line: Line) -> str:
    return "".join(piece.text for piece in line).rstrip(" ")


def _painted(line: Line) -> str:
    return "".join(f"\x1b[{STYLES[style]}m{text}\x1b[0m" if STYLES[style] and text.strip() else text for text, style in line).rstrip(" ")
