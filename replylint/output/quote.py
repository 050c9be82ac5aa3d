"""The line of a reply that a finding is about, with the exact range underlined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from replylint.lines import Lines
from replylint.model import Span
from replylint.output.cells import clusters, width
from replylint.output.pen import Ink, Line, Pen, flat

TAB = "    "
LEAD = 3
"""Of a long line a third of the page may stand before the range."""


class Sign(NamedTuple):
    """What a terminal shows as one sign: its offset in the line, how it is shown, the columns that takes."""

    start: int
    text: str
    width: int


class Window(NamedTuple):
    """The part of a line that fits; `first`, `last`: the range in it, counted in signs."""

    signs: list[Sign]
    first: int
    last: int
    cut_left: bool
    cut_right: bool


def quoted(pen: Pen, reply: str, span: Span, style: str) -> list[Line]:
    """The line with the range, and carets below it; a line number where the reply has several lines."""
    lines = Lines(reply)
    number, column = lines.position(span.start)
    gutter = f"{number:>{len(str(len(lines)))}} │ " if len(lines) > 1 else "│ "
    room = pen.width - 3 - len(gutter)
    window = _window(pen, lines.line_text(number), Span(column - 1, column - 1 + span.end - span.start), room)
    below = lines.position(max(span.start, span.end - 1))[0] - number
    note = pen.say("rest", n=pen.own.amount(below, "line")) if below else pen.say("here") if span.start == span.end else ""
    own = flat(style)
    return [
        (*pen.space(2), pen.ink(gutter, "dim"), *_text(pen, window, own)),
        (*pen.space(2), pen.ink(f"{'│ ':>{len(gutter)}}", "dim"), *_carets(pen, window, room, own, note)),
    ]


def _window(pen: Pen, text: str, span: Span, room: int) -> Window:
    start, end = min(span.start, len(text)), min(span.end, len(text))
    low, high = max(0, start - room), min(len(text), start + LEAD * room)
    signs = _signs(pen, text[low:high], low)
    starts = [sign.start for sign in signs]
    first = bisect_right(starts, start) - 1 if start < high else len(signs)
    last = max(first, bisect_left(starts, end))
    if low == 0 and high == len(text) and sum(sign.width for sign in signs) <= room:
        return Window(signs, first, last, cut_left=False, cut_right=False)
    a, b = _bounds(signs, first, last, room - 2 * width(pen.sign("…")))
    return Window(signs[a:b], first - a, min(last, b) - a, low + a > 0, high < len(text) or b < len(signs))


def _signs(pen: Pen, text: str, offset: int) -> list[Sign]:
    signs = []
    for piece in clusters(text):
        shown = TAB if piece == "\t" else pen.sign(piece)
        signs.append(Sign(offset, shown, width(shown)))
        offset += len(piece)
    return signs


def _bounds(signs: list[Sign], first: int, last: int, room: int) -> tuple[int, int]:
    """What to show of a long line: whole words, some before the range, as many behind it as fit."""
    spare = room - 1 - sum(sign.width for sign in signs[first:last])
    low = high = _back(signs, first, max(0, min(room // LEAD, spare)))
    used = 0
    while high < len(signs) and used + signs[high].width <= room:
        used += signs[high].width
        high += 1
    if high == len(signs):
        low = _back(signs, high, room)
    else:
        high = next((n for n in range(high, last, -1) if signs[n].text == " "), high)
    return next((n for n in range(low, first) if n == 0 or signs[n - 1].text == " "), low), high


def _back(signs: list[Sign], place: int, room: int) -> int:
    while place and signs[place - 1].width <= room:
        place -= 1
        room -= signs[place].width
    return place


def _text(pen: Pen, window: Window, style: str) -> Line:
    parts = (window.signs[: window.first], window.signs[window.first : window.last], window.signs[window.last :])
    before, marked, after = ("".join(sign.text for sign in part) for part in parts)
    left, right = (pen.ink("…" if there else "", "dim") for there in (window.cut_left, window.cut_right))
    return (left, Ink(before), Ink(marked, style), Ink(after), right)


def _carets(pen: Pen, window: Window, room: int, style: str, note: str) -> Line:
    """Carets, and a note beside them on the side that has room."""
    offset = sum(sign.width for sign in window.signs[: window.first]) + width(pen.sign("…")) * window.cut_left
    length = max(1, sum(sign.width for sign in window.signs[window.first : window.last]))
    carets, label = Ink("^" * length, style), pen.ink(note, style)
    taken = width(label.text) + 1
    if note and offset + length + taken <= room:
        return (*pen.space(offset), carets, Ink(" "), label)
    if note and offset >= taken:
        return (*pen.space(offset - taken), label, Ink(" "), carets)
    return (*pen.space(offset), carets)
