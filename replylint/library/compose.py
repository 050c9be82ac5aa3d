"""Fragments → the replies that could be sent: every combination, or a fair, seeded sample of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from replylint.globs import matches
from replylint.model import Language, Problem, Record, Span
from replylint.overrides import Compose

CONTEXT = (
    "customer_message", "customer_name", "rating", "channel", "platform", "stage", "intent", "fault", "mood", "register", "brand", "agent",
)  # fmt: skip
"""What a combination knows of its situation: the first of its fragments that tells it."""


class Combination(NamedTuple):
    """One reply that could be sent. `members`: numbers of the fragments, None for a part left out; `spans`: their places in the text."""

    record: Record
    members: tuple[int | None, ...]
    spans: tuple[Span | None, ...]


class Assembly(NamedTuple):
    """The fragments of one file that are composed, by part, and their combinations."""

    how: Compose
    fragments: tuple[Record, ...]
    parts: tuple[tuple[int | None, ...], ...]
    """For each part the numbers of its fragments, None where it may be left out."""

    def combinations(self) -> list[Combination]:
        """All that could be sent; beyond the limit a sample in which the fragments of a part stand equally often."""
        if prod(len(part) for part in self.parts) <= self.how.limit:
            rows: Iterable[tuple[int | None, ...]] = product(*self.parts)
        else:
            rows = dict.fromkeys(self._sample())
        return [combination for row in rows if (combination := self._joined(row)).record.reply]

    def _sample(self) -> Iterator[tuple[int | None, ...]]:
        """Each part goes round its fragments in an order of its own, shuffled anew every time."""
        chance = random.Random(self.how.seed)  # noqa: S311  # a sample, no secret
        rounds = [_round(part, chance) for part in self.parts]
        for _ in range(max(self.how.limit, *(len(part) for part in self.parts))):
            yield tuple(next(one) for one in rounds)

    def _joined(self, row: tuple[int | None, ...]) -> Combination:
        text = ""
        spans: list[Span | None] = []
        for number in row:
            if number is None:
                spans.append(None)
                continue
            start = len(text) + (len(self.how.join) if text else 0)
            text = (text + self.how.join if text else "") + self.fragments[number].reply
            spans.append(Span(start, len(text)))
        members = [self.fragments[number] for number in row if number is not None]
        told = {key: next((value for one in members if (value := getattr(one, key))), getattr(Record(""), key)) for key in CONTEXT}
        origin = members[0].origin if members else self.fragments[0].origin
        return Combination(Record(text, origin=origin, **told), row, tuple(spans))


def _round(part: Sequence[int | None], chance: random.Random) -> Iterator[int | None]:
    while True:
        order = list(part)
        chance.shuffle(order)
        yield from order


class Composed(NamedTuple):
    """Templates that stand alone, fragments that are joined, and what cannot be."""

    alone: tuple[Record, ...]
    assemblies: tuple[Assembly, ...]
    problems: tuple[Problem, ...]


def composed(records: Sequence[Record], config: Sequence[Compose], lang: Language) -> Composed:
    """Which records are fragments: those of a file and a part that `compose` names."""
    left = list(records)
    assemblies: list[Assembly] = []
    problems: list[Problem] = []
    for how in config:
        mine = [one for one in left if one.part in how.parts and any(matches(one.origin.path, glob) for glob in how.files)]
        taken = set(map(id, mine))
        left = [one for one in left if id(one) not in taken]
        for path in dict.fromkeys(one.origin.path for one in mine):
            fragments = tuple(one for one in mine if one.origin.path == path)
            found = _assembly(how, fragments)
            lacking = [name for name, part in zip(how.parts, found.parts, strict=True) if not part]
            if lacking:
                ru, en = f"compose: нет фрагментов «{lacking[0]}»", f"compose: no fragments “{lacking[0]}”"
                problems.append(Problem(path, en if lang == "en" else ru))
            else:
                assemblies.append(found)
    return Composed(tuple(left), tuple(assemblies), tuple(problems))


def _assembly(how: Compose, fragments: tuple[Record, ...]) -> Assembly:
    parts: list[tuple[int | None, ...]] = []
    for name in how.parts:
        numbers: list[int | None] = [number for number, one in enumerate(fragments) if one.part == name]
        parts.append((*numbers, None) if name in how.optional else tuple(numbers))
    return Assembly(how, fragments, tuple(parts))
