"""HTML → the text that a reader sees: blocks on lines of their own, no scripts, entities as signs.

A scanner of our own: that of the standard library takes minutes for a page of open brackets.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul"
    .split()
)  # fmt: skip
HIDDEN = frozenset(("script", "style", "template", "head", "title", "noscript", "textarea"))
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9:-]*+)((?:[^<>"']++|"[^"]{0,2000}+"|'[^']{0,2000}+'){0,100}+)>""")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Token(NamedTuple):
    """A piece of HTML: `text`, `open`, `close`, `comment`; `name` is that of the tag, in small letters."""

    kind: str
    start: int
    end: int
    name: str = ""


def tokens(page: str) -> Iterator[Token]:
    """The pieces of a page, in linear time. What is no tag is text."""
    at = start = 0
    open_comments = True
    while (at := page.find("<", at)) >= 0:
        token = None
        if open_comments and page.startswith("<!--", at):
            end = page.find("-->", at + 4)
            open_comments = end >= 0
            token = Token("comment", at, end + 3) if end >= 0 else None
        elif match := _TAG.match(page, at):
            token = Token("close" if match[1] else "open", at, match.end(), match[2].lower())
        if token:
            if start < at:
                yield Token("text", start, at)
            yield token
            start = token.end
        at = token.end if token else at + 1
    if start < len(page):
        yield Token("text", start, len(page))


def stripped(page: str) -> str:
    """The text of a piece of HTML."""
    return joined(page, tokens(page))


def joined(page: str, pieces: Iterator[Token]) -> str:
    """The text of some pieces of a page."""
    parts: list[str] = []
    hidden = ""
    for piece in pieces:
        if hidden:
            hidden = "" if piece.kind == "close" and piece.name == hidden else hidden
        elif piece.kind == "text":
            parts.append(_BLANKS.sub(" ", page[piece.start : piece.end]))
        elif piece.kind == "open" and piece.name in HIDDEN:
            hidden = piece.name
        elif piece.name in BLOCKS and (piece.kind, piece.name) != ("close", "br"):
            parts.append("\n\n" if (piece.kind, piece.name) == ("open", "p") else "\n")
    lines = [line.strip(" ") for line in _signs("".join(parts)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n ")


def _signs(text: str) -> str:
    """Entities as signs."""
    try:
        return html.unescape(text)
    except ValueError:
        # A number too long to be a sign.
        return text
