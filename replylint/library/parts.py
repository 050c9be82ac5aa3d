"""What a template is made of: its own words, slots, choices (spintax, branches), and what is no part of the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from replylint.model import Span


class Literal(NamedTuple):
    """Words that are sent as they stand."""

    span: Span


class Slot(NamedTuple):
    """A place to be filled; `name` as written, without filters and format."""

    span: Span
    name: str
    style: str


class Void(NamedTuple):
    """Marks of the template language and remarks to replylint: nobody receives them. `word`: what a statement begins with."""

    span: Span
    word: str = ""


class Choice(NamedTuple):
    """One of several rows is sent. `span`: all of it, with its marks."""

    span: Span
    options: tuple[tuple[Part, ...], ...]


Part = Literal | Slot | Void | Choice

_NAME = re.compile(r"\s*(?:\|\|?|\?\?|:|!)\s*")
_WORDS = re.compile(r"[A-ZА-ЯЁ]?[a-zа-яё]+|[A-ZА-ЯЁ]+(?![a-zа-яё])|\d+|[^\W\d_]+")


def slot_name(inner: str) -> str:
    """The name in a slot, without filters («name | upper»), defaults («name || 'друг'») and formats («name:>10»)."""
    return _NAME.split(inner.strip(" -~"), maxsplit=1)[0].strip() or inner.strip()


def name_words(name: str) -> tuple[str, ...]:
    """The words of a slot's name: «order.clientName», «Имя_клиента» → folded words."""
    return tuple(word.lower().replace("ё", "е") for word in _WORDS.findall(name))


def slots_in(parts: tuple[Part, ...]) -> Iterator[Slot]:
    """All slots, in order, those in choices too."""
    for part in parts:
        match part:
            case Slot():
                yield part
            case Choice():
                for option in part.options:
                    yield from slots_in(option)
            case _:
                pass
