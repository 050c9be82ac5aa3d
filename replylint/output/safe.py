"""Outside text made safe for a terminal: escapes, control, bidi and invisible signs become visible."""

from __future__ import annotations

import re

from replylint.expressions import expression

_UNSAFE = expression(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_EMOJI = "\U0001f000-\U0001faff\u2194-\u21aa\u2600-\u27bf\u2b1b\u2b1c"
_JOINER = expression(f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])")
_KEPT = "\ufdd0"  # a sign that no text has: Unicode keeps it for programs' own use

_PLAIN = str.maketrans(
    dict.fromkeys("«»„“”", '"') | dict.fromkeys("‘’‚", "'") | dict.fromkeys("—–−‑‒‐─", "-") | dict.fromkeys("\u00a0\u202f\u2009\u2007", " ")
    | {"…": "...", "№": "N", "→": "->", "×": "x", "·": "-", "•": "-", "█": "#", "░": ".", "│": "|", "₽": "р.", "\ufe0f": ""}
)  # fmt: skip
_ODD = expression("[^\x00-\x7fА-Яа-яЁё]")


def safe(text: str) -> str:
    """The text with every unsafe sign as a visible escape; line ends and tabs stay, and joiners inside emoji."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_escaped, _JOINER.sub(_KEPT, text.replace(_KEPT, "?"))).replace(_KEPT, "\u200d")


def one_line(text: str) -> str:
    """The same on one line: line ends and runs of spaces become single spaces."""
    return safe(" ".join(text.split()))


def plain(text: str) -> str:
    """The text in the letters that cp866, cp1251 and koi8-r share: ASCII and Russian."""
    return _ODD.sub("?", text.translate(_PLAIN))


def _escaped(match: re.Match[str]) -> str:
    sign = match.group()
    if sign == "\r":
        return "\\r"
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
