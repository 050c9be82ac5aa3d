"""Templates as they are compared: words in short, with slots, numbers and names masked."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from replylint.library.parts import Choice, Literal, Part, Slot
from replylint.library.placeholders import Styles
from replylint.model import Record
from replylint.sentences import boundaries
from replylint.text import tokens

STEM = 6
"""Letters of a word that count: endings do not make a variant."""
MASK = "0"
SITUATION = ("intent", "stage", "fault", "channel", "mood", "rating", "platform", "part")
"""Keys of a record that tell what a template is for."""


class Entry(NamedTuple):
    """A template to be compared. `row`: a sign for each word; equal `words` are the same text."""

    record: Record
    words: str
    row: str
    situation: tuple[str, ...] = ()


def entries(records: Iterable[Record], styles: Styles, names: Container[str]) -> list[Entry]:
    """Records as they are compared; words are numbered in the order in which they come."""
    numbers: dict[str, str] = {}
    found = []
    for record in records:
        words = masked(record.reply, styles, names)
        row = "".join(numbers.setdefault(word[:STEM], _sign(len(numbers))) for word in words)
        found.append(Entry(record, " ".join(words), row, situation(record)))
    return found


def _sign(number: int) -> str:
    """A sign of its own for every number; surrogates are no signs."""
    return chr(number + 1 if number < 0xD000 else number + 0x1001)


def masked(text: str, styles: Styles, names: Container[str]) -> list[str]:
    """The words of a template in normal form; of a choice its first option counts."""
    words = [token for token in tokens(plain(text, styles.parse(text))) if token.kind not in ("punct", "emoji")]
    return [MASK if token.kind in ("number", "placeholder") or (token.capital and token.norm in names) else token.norm for token in words]


def plain(text: str, parts: Iterable[Part]) -> str:
    """The text of a template with slots as numbers and the first option of every choice."""
    found = []
    for part in parts:
        match part:
            case Literal():
                found.append(text[part.span.start : part.span.end])
            case Slot():
                found.append(MASK)
            case Choice():
                found.append(plain(text, part.options[0]))
            case _:
                pass
    return "".join(found)


def situation(record: Record) -> tuple[str, ...]:
    """What is told of a template's situation, as words."""
    return tuple(str(value) for key in SITUATION if (value := getattr(record, key, "")))


def edges(text: str, styles: Styles) -> tuple[str, str]:
    """The first and the last sentence; "" where the template is one sentence."""
    bare = plain(text, styles.parse(text))
    places = boundaries(bare)
    if len(places) < 2:
        return "", ""
    return bare[slice(*places[0])], bare[slice(*places[-1])]
