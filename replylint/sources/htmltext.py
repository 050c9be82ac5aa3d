"""HTML → the text that a reader sees: blocks on lines of their own, no scripts, entities as signs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul"
    .split()
)  # fmt: skip
HIDDEN = frozenset(("script", "style", "template", "head", "title", "noscript"))
MOST_SIGNS = 2_000
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def stripped(html: str) -> str:
    """The text of a piece of HTML. What has more signs of markup than any reply stays as it is: the parser's time grows with their square."""
    if html.count("<") + html.count("&") > MOST_SIGNS:
        return html
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


class Reader(HTMLParser):
    """Collects what is seen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        """A block begins a line."""
        self.hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.parts.append("\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self.hidden = max(0, self.hidden - (tag in HIDDEN))
        if tag in BLOCKS and tag != "br":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """A piece of text; blanks and line ends of the source are one blank."""
        if not self.hidden:
            self.parts.append(_BLANKS.sub(" ", data))

    def text(self) -> str:
        """The text, at most one blank line in a row."""
        lines = [line.strip(" ") for line in "".join(self.parts).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n ")
