"""Outside text made safe for a terminal: escapes, control, bidi and invisible signs become visible."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_KEPT = re.compile("\u200d(?=[\U0001f000-\U0001faff\u2600-\u27bf])")


def safe(text: str) -> str:
    """The text with every unsafe sign as a visible escape; line ends and tabs stay, and joiners inside emoji."""
    joints = {match.start() for match in _KEPT.finditer(text)}
    return _UNSAFE.sub(lambda m: m.group() if m.start() in joints else _escaped(m.group()), text)


def one_line(text: str) -> str:
    """The same on one line: line ends and runs of spaces become single spaces."""
    return safe(" ".join(text.split()))


def _escaped(sign: str) -> str:
    code = ord(sign)
    if sign == "\r":
        return "\\r"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
