"""How many columns of a terminal a text takes, and how it is cut to fit."""

from __future__ import annotations

import re

from replylint.expressions import expression

_NARROW = expression(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20bd\u2116\u2190-\u2193\u2500-\u2588\u2591-\u25fc]*"
)
_EMOJI = "\U0001f000-\U0001faff\u2194-\u21aa\u2600-\u27bf\u2b1b\u2b1c"
_CLUSTER = expression(
    "[\U0001f1e6-\U0001f1ff]{2}"
    f"|.(?:[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[{_EMOJI}])*",
    re.DOTALL,
)


def width(text: str) -> int:
    """Columns of a text that `safe` has seen. Only wide, combining and odd signs need rich to say."""
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def clusters(text: str) -> list[str]:
    """The text in pieces that a terminal shows as one sign: a letter with its marks, an emoji with its joiners."""
    return _CLUSTER.findall(text)


def cut(text: str, room: int, mark: str = "…") -> str:
    """The beginning of a text that fits, with a mark if something was cut."""
    if width(text) <= room:
        return text
    kept = ""
    for piece in clusters(text[: room + 1]):
        if width(kept + piece) > room - width(mark):
            break
        kept += piece
    return kept.rstrip() + mark


def tail(text: str, room: int) -> str:
    """The end of a text that fits."""
    kept = ""
    for piece in reversed(clusters(text)):
        if width(piece + kept) > room:
            break
        kept = piece + kept
    return kept


def wrap(text: str, room: int, first: int | None = None) -> list[str]:
    """The words of a text in lines that fit; the first line may have other room. A word too long is broken."""
    lines: list[str] = []
    line, left = "", room if first is None else first
    for word in re.split(r"[ \t\r\n]+", text.strip(" \t\r\n")):
        joined = f"{line} {word}" if line else word
        if width(joined) <= left:
            line = joined
            continue
        if line:
            lines.append(line)
            left = room
        *whole, line = _broken(word, left)
        lines += whole
        left = room if whole else left
    return [*lines, line]


def _broken(word: str, room: int) -> list[str]:
    pieces = [""]
    for piece in clusters(word) if width(word) > room else [word]:
        if pieces[-1] and width(pieces[-1] + piece) > room:
            pieces.append("")
        pieces[-1] += piece
    return pieces
