"""A slip of the pen and its repair."""

from __future__ import annotations

import re
from typing import NamedTuple

from replylint.expressions import expression
from replylint.model import Edit, Span
from replylint.text import Document, Token


class Fault(NamedTuple):
    """What is wrong (a key of the rule's `faults`), where, and the edits that mend it; none where that is unclear."""

    name: str
    span: Span
    edits: tuple[Edit, ...] = ()
    safe: bool = True


def mended(name: str, span: Span, text: str, *, safe: bool = True) -> Fault:
    """A fault whose place gives way to a text."""
    return Fault(name, span, (Edit(span, text),), safe)


def cased(text: str, model: str) -> str:
    """A text with the capitals of its model."""
    if len(model) > 1 and model.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


_BARE = expression(r"[ \t\u00a0]+")


def bare(document: Document, place: int) -> bool:
    """Whether nothing but space stands between the words `place` - 1 and `place` of one sentence."""
    if not 0 < place < len(document.words) or document.sentence_of(place - 1) != document.sentence_of(place):
        return False
    before, after = document.words[place - 1], document.words[place]
    return _BARE.fullmatch(document.text, before.end, after.start) is not None


def opens(document: Document, place: int) -> bool:
    """Whether a word is the first of its sentence."""
    return document.sentences[document.sentence_of(place)].first == place


def written(token: Token) -> bool:
    """Whether a token is a Russian word of the agent's own."""
    return token.kind == "word" and not token.norm.isascii()


def cyrillic(letter: str) -> bool:
    """Whether a letter is a Russian one."""
    return "а" <= letter.lower() <= "я" or letter in "ёЁ"


_LEFT, _RIGHT = re.compile(r"[\w-]*\W?$"), re.compile(r"\W?[\w-]*")


def around(text: str, span: Span) -> str:
    """The text of a place; one without letters is shown with its neighbours."""
    start, end = span
    if any(letter.isalpha() for letter in text[start:end]):
        return text[start:end]
    left, right = _LEFT.search(text, max(0, start - 30), start), _RIGHT.match(text, end)
    return text[left.start() if left else start : right.end() if right else end].strip()
