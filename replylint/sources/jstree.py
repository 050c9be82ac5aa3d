"""A value of JavaScript or TypeScript as a tree: strings, templates, lists, objects; whatever else stands there is passed over.

A reader of our own for what follows a mark: it knows strings, comments and brackets, and needs to know no more of the language.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from replylint.keypath import DEPTH
from replylint.sources.jslexis import NAME, STRING, WORD, Scanner, decoded
from replylint.sources.placed import Placed, at
from replylint.sources.reading import Wrong

_LEADING = re.compile(r"(?:(?:new|await|async|return)\b\s*+)*+")
_REGEX = re.compile(r"/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/[a-z]*+")
_BEHIND = re.compile(r"\??\.\s*[\w$]+|(?:as|satisfies)\b[^,;\]})\n]*|!")


class Slot(NamedTuple):
    """What is put into a text."""

    name: str


class Reader(Scanner):
    """Reads values of one text from any place in it."""

    depth = 0

    def value(self) -> Any:
        """The value that begins here; None for what is no text, list or object. Raises Wrong where it is too deep."""
        self.depth += 1
        if self.depth > DEPTH:
            raise Wrong("слишком глубокая вложенность", "nested too deeply", line=self.place(self.at)[0])
        found = self._slotted()
        while self.space() == "+" and not self.text.startswith("++", self.at):
            self.at += 1
            found = _joined(found, self._slotted())
        if self.text[self.at : self.at + 1] == "?" and self.text[self.at + 1 : self.at + 2] not in (".", "?"):
            found = self._choice()
        self.depth -= 1
        return None if isinstance(found, Slot) else found

    def _slotted(self) -> Any:
        """A part of a sum; what is no text is a slot."""
        self.space()
        start = self.at
        found = self._part()
        if self.at == start and self.space() not in ("", ",", "]", "}", ")"):
            self.skip()
        return found if found is not None else Slot(self.text[start : self.at].strip())

    def _part(self) -> Any:
        sign = self.space()
        start = self.at
        if sign in ('"', "'"):
            return self._string()
        if sign == "`":
            return self._template()
        if sign == "[":
            return self._list("]")
        if sign == "{":
            return self._object()
        if sign == "(":
            return self._group()
        return self._word(start)

    def _string(self) -> Any:
        match = STRING.match(self.text, self.at)
        if not match:
            self.at += 1
            return None
        self.at = match.end()
        return self._after(self.placed(match.start(), match.end()))

    def _template(self) -> Any:
        end = self.template_end(self.at) if self.open_templates else -1
        if end < 0:
            self.open_templates = False
            self.at += 1
            return None
        start, self.at = self.at, end
        return self._after(self.placed(start, end))

    def _after(self, found: Any) -> Any:
        """Pass over `.trim()`, `as const`, `!` behind a value."""
        while True:
            sign = self.space()
            word = _BEHIND.match(self.text, self.at)
            if word:
                self.at = word.end()
            elif sign == "(":
                self.skip()
            else:
                return found

    def _list(self, close: str) -> Any:
        self.at += 1
        found = []
        while (sign := self.space()) and sign != close:
            if sign == ",":
                self.at += 1
                continue
            found.append(self.value())
            self.to_next()
        self.at += 1
        return self._after(found)

    def _object(self) -> Any:
        self.at += 1
        found: dict[str, Any] = {}
        while (sign := self.space()) and sign != "}":
            key = self._key(sign)
            if key is not None and self.space() == ":":
                self.at += 1
                found[key] = self.value()
            self.to_next()
            if self.space() == ",":
                self.at += 1
        self.at += 1
        return self._after(found)

    def _key(self, sign: str) -> str | None:
        if sign in ('"', "'"):
            match = STRING.match(self.text, self.at)
            self.at = match.end() if match else self.at + 1
            return decoded(match[0][1:-1]) if match else None
        if sign == "[":
            start = self.at
            self.skip()
            return self.text[start + 1 : self.at - 1].strip("\"'` ").rpartition(".")[2]
        word = NAME.match(self.text, self.at)
        self.at = word.end() if word else self.at
        return word[0] if word else None

    def _group(self) -> Any:
        """`(value)`, or the parameters of a function whose value follows."""
        start = self.at
        self.skip()
        end = self.at
        self.space()
        if self.text.startswith("=>", self.at):
            return self._body()
        self.at = start + 1
        found = self.value()
        self.at = end
        return self._after(found)

    def _body(self) -> Any:
        """What a function gives back, if that is all it does."""
        self.at += 2
        if self.space() == "{":
            self.skip()
            return None
        return self.value()

    def _word(self, start: int) -> Any:
        """A name: of a call, whose arguments are the value, a tag of a template, a parameter, or nothing of ours."""
        self.at = _LEADING.match(self.text, start).end()  # type: ignore[union-attr]  # it may match nothing
        word = _REGEX.match(self.text, self.at) or WORD.match(self.text, self.at)
        if not word:
            return self._part() if self.at > start else None
        self.at = word.end()
        sign = self.space()
        if sign == "(" and word[0] != "function":
            found = self._list(")")
            return found[0] if len(found) == 1 else found
        if sign == "`":
            return self._template()
        return self._body() if self.text.startswith("=>", self.at) else None

    def _choice(self) -> Any:
        """`condition ? "a" : "b"`: both."""
        self.at += 1
        first = self.value()
        if self.space() != ":":
            return first
        self.at += 1
        return [first, self.value()]


def _joined(left: Any, right: Any) -> Any:
    """`"a" + name`: a text with a slot for what is put in."""
    if isinstance(left, Slot) == isinstance(right, Slot) and not (isinstance(left, str) and isinstance(right, str)):
        return left
    if not (isinstance(left, str | Slot) and isinstance(right, str | Slot)):
        return right if isinstance(left, Slot) else left
    text = "".join(f"${{{one.name}}}" if isinstance(one, Slot) else one for one in (left, right))
    known: Any = left if isinstance(left, Placed) else right
    return at(text, known.line, (0, 0), known.marks if isinstance(left, Placed) else known.marks[:1])
