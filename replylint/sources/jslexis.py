"""JavaScript and TypeScript as strings, templates, comments, brackets and words: no more than templates need."""

from __future__ import annotations

import re

from replylint.lines import Lines
from replylint.sources.placed import Placed, at, marks_of

STRING = re.compile(r'"(?:[^"\\\r\n]|\\(?:\r\n|.))*+"|' + r"'(?:[^'\\\r\n]|\\(?:\r\n|.))*+'", re.DOTALL)
ESCAPE = re.compile(
    r"\\(?:\r?\n|u\{[0-9a-fA-F]{1,6}\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)|\r?\n",
    re.DOTALL,
)
_SPACE = re.compile(r"(?:\s++|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)*+")
WORD = re.compile(r"[^\W\d][\w$]*(?:\s*\??\.\s*[^\W\d][\w$]*)*|[$][\w$]*")
NAME = re.compile(r"[\w$-]+")
_CLOSING = {"[": "]", "{": "}", "(": ")"}
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


class Scanner:
    """A text and a place in it."""

    def __init__(self, text: str, line: int = 1) -> None:
        self.text, self.at = text, 0
        self.lines, self.above = Lines(text), line - 1
        self.open_templates = True

    def space(self) -> str:
        """Pass over blanks and comments; the sign that follows ("" at the end)."""
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.text[self.at : self.at + 1]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file."""
        line, column = self.lines.position(offset)
        return line + self.above, column

    def template_end(self, start: int) -> int:
        """Where a template ends; -1 if it does not. What stands in `${…}` may hold strings and brackets, but no template."""
        place = start + 1
        while place < len(self.text):
            sign = self.text[place]
            if sign == "`":
                return place + 1
            if sign == "\\":
                place += 2
            elif self.text.startswith("${", place):
                close = self.text.find("}", place)
                place = close + 1 if close >= 0 else len(self.text)
            else:
                place += 1
        return -1

    def placed(self, start: int, end: int) -> Placed:
        body = self.text[start + 1 : end - 1]
        line, column = self.place(start + 1)
        return at(decoded(body), line, (start, end), marks_of(body, line, column, ESCAPE, length))

    def to_next(self) -> None:
        """Pass over what is left before the next `,` or the bracket that closes."""
        while (sign := self.space()) and sign not in ",]})":
            self.skip()

    def skip(self) -> None:
        """Pass over one thing: a string, a template, a pair of brackets with all inside, a word, a sign."""
        closing: list[str] = []
        while sign := self.space():
            string = STRING.match(self.text, self.at) if sign in "\"'" else None
            end = self.template_end(self.at) if sign == "`" and self.open_templates else -1
            self.open_templates = self.open_templates and (sign != "`" or end > 0)
            word = NAME.match(self.text, self.at)
            if closing and sign == closing[-1]:
                closing.pop()
            elif sign in _CLOSING:
                closing.append(_CLOSING[sign])
            self.at = string.end() if string else end if end > 0 else word.end() if word else self.at + 1
            if not closing:
                return


def decoded(body: str) -> str:
    """The text that the body of a literal stands for."""
    return ESCAPE.sub(lambda match: _sign(match[0]), body) if "\\" in body or "\r" in body else body


def _sign(sequence: str) -> str:
    if sequence[0] != "\\":
        return "\n"
    if sequence[1] in "\r\n":
        return ""
    if len(sequence) == 2:
        return _SIMPLE.get(sequence[1], sequence[1])
    if "\\" in sequence[1:]:
        high, low = int(sequence[2:6], 16), int(sequence[8:12], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    number = int(sequence[2:].strip("{}"), 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"


def length(sequence: str) -> int:
    """How many signs an escape stands for."""
    return len(_sign(sequence))
