"""What a phrase says, as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word: in any form, in this very form (`exact`), or as a beginning (`prefix`); `forms` restrict it."""

    text: str
    exact: bool = False
    prefix: bool = False
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Class:
    """Any word of a class, with grammemes: `<глагол:прош,мн>`."""

    name: str
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """0 to `most` words."""

    most: int


@dataclass(frozen=True, slots=True)
class Optional:
    """A part that may be absent."""

    part: Node


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Parts one after another."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A named group of the lexicon."""

    name: str


Node = Word | Class | Gap | Optional | OneOf | Row | Group


def words_of(node: Node) -> list[Word]:
    """Every word of a tree, in order."""
    match node:
        case Word():
            return [node]
        case Optional(part):
            return words_of(part)
        case OneOf(parts) | Row(parts):
            return [word for part in parts for word in words_of(part)]
        case _:
            return []


def is_loose(node: Node) -> bool:
    """Whether a tree matches words that it does not name: of a class, a group or a gap."""
    match node:
        case Word():
            return node.prefix
        case Optional(part):
            return is_loose(part)
        case OneOf(parts) | Row(parts):
            return any(is_loose(part) for part in parts)
        case _:
            return True


def units(parts: Sequence[Node]) -> list[Node | tuple[Node, ...]]:
    """Parts with each (optional part, gap) — or, at the end, (gap, optional part) — tied into one tuple."""
    found: list[Node | tuple[Node, ...]] = []
    rest = list(parts)
    while rest:
        first = rest.pop(0)
        if isinstance(first, Optional) and rest and isinstance(rest[0], Gap):
            found.append((first.part, rest.pop(0)))
        elif isinstance(first, Gap) and len(rest) == 1 and isinstance(rest[0], Optional):
            found.append((first, rest.pop(0).part))  # type: ignore[union-attr]  # isinstance above
        else:
            found.append(first)
    return found
