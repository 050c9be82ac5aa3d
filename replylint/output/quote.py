"""The line of a reply that a finding is about, with the exact range underlined."""

from __future__ import annotations

from typing import NamedTuple

from replylint.lines import Lines
from replylint.model import Span
from replylint.output.cells import clusters, width
from replylint.output.pen import Ink, Line, Pen

TAB = "    "
LEAD = 3  # the share of the page that may stand before a range in a long line: a third


class Sign(NamedTuple):
    """What a terminal shows as one sign: its offset in the line, how it is shown, the columns that takes."""

    start: int
    text: str
    width: int


class Window(NamedTuple):
    """The part of a line that fits, and the range in it, in signs."""

    signs: list[Sign]
    first: int
    last: int
    cut_left: bool
    cut_right: bool


def quoted(pen: Pen, reply: str, span: Span, style: str) -> list[Line]:
    """The line with the range, and carets below it; a line number where the reply has several lines."""
    lines = Lines(reply)
    number, column = lines.position(span.start)
    text = lines.line_text(number)
    start = min(column - 1, len(text))
    end = min(start + span.end - span.start, len(text))
    below = lines.position(max(span.start, span.end - 1))[0] - number
    gutter = f"{number:>{len(str(len(lines)))}} │ " if len(lines) > 1 else "│ "
    room = pen.width - 2 - len(gutter)
    window = _window(_signs(pen, text, start, end, room), start, end, room)
    note = pen.say("here") if span.start == span.end else ""
    if below:
        note = f"… {pen.say('rest', n=pen.own.count(below, 'line'))}"
    return [
        (*pen.space(2), pen.ink(gutter, "dim"), *_shown(pen, window, style)),
        (*pen.space(2), pen.ink(f"{'│ ':>{len(gutter)}}", "dim"), *_carets(pen, window, room, style, note)),
    ]


def _signs(pen: Pen, text: str, start: int, end: int, room: int) -> tuple[list[Sign], bool, bool]:
    """The signs around a range (of a very long line only what may be shown), and whether the line goes on left and right."""
    low, high = max(0, start - room), min(len(text), max(start + room, end) + room)
    high = min(high, start + 3 * room)
    signs = []
    for piece in clusters(text[low:high]):
        shown = TAB if piece == "\t" else pen.sign(piece)
        signs.append(Sign(low, shown, width(shown)))
        low += len(piece)
    return signs, bool(signs) and signs[0].start > 0, high < len(text)


def _window(line: tuple[list[Sign], bool, bool], start: int, end: int, room: int) -> Window:
    signs, more_left, more_right = line
    first = sum(sign.start < start for sign in signs)
    first -= bool(first and start < (signs[first].start if first < len(signs) else start))
    last = sum(sign.start < end for sign in signs)
    if sum(sign.width for sign in signs) <= room and not more_left and not more_right:
        return Window(signs, first, last, cut_left=False, cut_right=False)
    low, high = _bounds(signs, first, last, room - 2)
    low = max((n for n in range(low, first) if n and signs[n - 1].text == " "), default=low, key=lambda n: -n) if low else low
    return Window(signs[low:high], first - low, min(last, high) - low, more_left or low > 0, more_right or high < len(signs))


def _bounds(signs: list[Sign], first: int, last: int, room: int) -> tuple[int, int]:
    """From a third of the page before the range as far as the page goes; at the end of a line, more before."""
    low = _back(signs, first, room // LEAD)
    high = low
    used = 0
    while high < len(signs) and used + signs[high].width <= room:
        used += signs[high].width
        high += 1
    if high == len(signs):
        return _back(signs, len(signs), room), high
    spaces = [n for n in range(max(last, low + 1), high) if signs[n].text == " "]
    return low, spaces[-1] if spaces else high


def _back(signs: list[Sign], place: int, room: int) -> int:
    while place and signs[place - 1].width <= room:
        place -= 1
        room -= signs[place].width
    return place


def _shown(pen: Pen, window: Window, style: str) -> Line:
    parts = (window.signs[: window.first], window.signs[window.first : window.last], window.signs[window.last :])
    before, marked, after = ("".join(sign.text for sign in part) for part in parts)
    left, right = (pen.ink("…" if there else "", "dim") for there in (window.cut_left, window.cut_right))
    return (left, Ink(before), Ink(marked, _marked(style)), Ink(after), right)


def _marked(style: str) -> str:
    """A range in the text is coloured, but never reversed: it stays a quotation."""
    return "major" if style == "critical" else style


def _carets(pen: Pen, window: Window, room: int, style: str, note: str) -> Line:
    offset = sum(sign.width for sign in window.signs[: window.first]) + width(pen.sign("…")) * window.cut_left
    length = max(1, sum(sign.width for sign in window.signs[window.first : window.last]))
    carets = Ink("^" * length, _marked(style))
    label = pen.ink(note, _marked(style))
    taken = width(label.text) + 1
    if not note or offset + length + taken > room:
        fits_before = bool(note) and offset >= taken
        return (*pen.space(offset - taken), label, Ink(" "), carets) if fits_before else (*pen.space(offset), carets)
    return (*pen.space(offset), carets, Ink(" "), label)
