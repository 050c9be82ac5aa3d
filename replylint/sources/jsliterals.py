"""String literals of JavaScript and TypeScript: given to certain names, or below `// replylint: template`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from replylint.sources.jslexis import ESCAPE, decoded, length
from replylint.sources.jstree import Reader
from replylint.sources.placed import spliced
from replylint.sources.reading import Wrong

_MARK = re.compile(r"//[ \t]*replylint:[ \t]*template\b[^\n]*|/\*\s*replylint:\s*template\b[^*\n]*\*/\}?")
_TYPE = r"""(?:\s*[?!]?\s*:(?:[^=;"'`{}]|=>|\{[^{}"'`]{0,300}\}){1,300}?)?"""
_BEFORE = re.compile(
    rf"""(?:export\s+)?(?:declare\s+)?(?:(?:const|let|var|static|readonly|public|private|protected)\s+|this\.)*
    (?:[\w$.]+{_TYPE}\s*=(?![=>])|["']?[\w$-]+["']?\s*:(?!:))|export\s+default\b|return\b""",
    re.VERBOSE,
)
"""What may stand between a mark and its value."""


def values(text: str, names: Sequence[str], line: int = 1) -> Iterator[Any]:
    """The marked values of a text as trees; it begins in this line of its file. Raises Wrong."""
    reader = Reader(text, line)
    starts = sorted({*_below_marks(reader), *(start for name in names for start in _of_name(text, name))})
    for start in starts:
        # A mark inside a value that was read adds nothing.
        if start >= reader.at:
            reader.at = start
            yield reader.value()


def _below_marks(reader: Reader) -> Iterator[int]:
    for mark in _MARK.finditer(reader.text):
        line = reader.text.rfind("\n", 0, mark.start()) + 1
        # Above the code that it marks, or behind it.
        reader.at = line if reader.text[line : mark.start()].strip(" \t{") else mark.end()
        reader.space()
        before = _BEFORE.match(reader.text, reader.at)
        yield before.end() if before else reader.at
    reader.at = 0


def _of_name(text: str, name: str) -> Iterator[int]:
    """Where the values of a variable, a field or a key of this name begin."""
    pattern = "".join("[\\w$]*" if sign == "*" else "[\\w$]" if sign == "?" else re.escape(sign) for sign in name)
    given = re.compile(rf"(?<![\w$]){pattern}(?![\w$])(?:{_TYPE}\s*=(?![=>])|[\"']?\s*:(?!:))")
    for match in given.finditer(text):
        above = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not re.match(r"\s*(?://|\*|/\*)", above):
            yield match.end()


def literal(old: str, text: str) -> str:
    """A text in the quotes of the old literal; what did not change keeps its escapes. Raises Wrong where they cannot hold it."""
    quote, body = old[:1], old[1:-1]
    if quote not in ('"', "'", "`") or old[-1:] != quote:
        raise Wrong("такой литерал нельзя восстановить в точности", "such a literal cannot be restored exactly")
    return f"{quote}{spliced(body, decoded(body), text, ESCAPE, length, lambda new: _escaped(new, quote))}{quote}"


def _escaped(text: str, quote: str) -> str:
    if quote == "`" and "${" in text:
        raise Wrong("подстановку в шаблоне исправьте сами", "mend the slot of the template yourself")
    text = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    return text if quote == "`" else text.replace("\r", "\\r").replace("\n", "\\n")
