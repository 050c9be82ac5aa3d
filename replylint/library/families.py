"""Families: templates that say the same, or nearly the same, over again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from replylint.library.candidates import alike
from replylint.library.differences import differences
from replylint.library.masking import Entry
from replylint.model import Severity

MAJOR, MINOR = 0.8, 0.6
LEAST_SAME, LEAST_ALIKE = 3, 6
"""Shorter templates, in words, may be the same or alike."""

Edge = tuple[int, int, float]


class Family(NamedTuple):
    """Templates alike. `origins`: for each member after the first the member that it is most like (places in `members`)."""

    members: tuple[Entry, ...]
    origins: tuple[int, ...]
    share: float
    severity: Severity

    def changes(self) -> Iterator[tuple[int, int, str]]:
        """(member, the one it is like, what differs), counted from 1."""
        for number, origin in enumerate(self.origins, 1):
            one, other = self.members[origin].record.reply, self.members[number].record.reply
            yield number + 1, origin + 1, differences(one, other)


def repeats(entries: Iterable[Entry]) -> list[tuple[Entry, ...]]:
    """Groups of templates that are the same but for slots, numbers and names."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if len(entry.row) >= LEAST_SAME:
            groups[entry.words].append(entry)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def families(entries: Sequence[Entry]) -> list[Family]:
    """Families over the whole library from 80 % on, and within a told situation from 60 % on. A repeated text counts once."""
    nodes = list({(entry.words, entry.situation): entry for entry in reversed(entries) if len(entry.row) >= LEAST_ALIKE}.values())[::-1]
    first: dict[str, int] = {}
    for number, entry in enumerate(nodes):
        first.setdefault(entry.words, number)
    own = sorted(first.values())
    near = [(own[a], own[b], share) for a, b, share in alike([nodes[n].row for n in own], MAJOR)]
    home = _joined(near)
    far = [(a, b, share) for a, b, share in _within(nodes) if not _together(first[nodes[a].words], first[nodes[b].words], home)]
    found = [*_grown(nodes, near, "major"), *_grown(nodes, far, "minor")]
    return sorted(found, key=lambda family: -family.share)


def _within(nodes: Sequence[Entry]) -> Iterator[Edge]:
    """Pairs of one situation."""
    told: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, entry in enumerate(nodes):
        if entry.situation:
            told[entry.situation].append(number)
    for numbers in told.values():
        for a, b, share in alike([nodes[n].row for n in numbers], MINOR):
            yield numbers[a], numbers[b], share


def _joined(edges: Iterable[Edge]) -> dict[int, int]:
    """Node → the first of those that it hangs together with."""
    home: dict[int, int] = {}

    def root(node: int) -> int:
        while home.setdefault(node, node) != node:
            home[node] = home[home[node]]
            node = home[node]
        return node

    for a, b, _ in edges:
        one, other = sorted((root(a), root(b)))
        home[other] = one
    return {node: root(node) for node in list(home)}


def _together(one: int, other: int, home: dict[int, int]) -> bool:
    return one == other or (one in home and home[one] == home.get(other))


def _grown(nodes: Sequence[Entry], edges: Sequence[Edge], severity: Severity) -> Iterator[Family]:
    """A family for every group of nodes that hang together: each member beside the earlier one that it is most like."""
    home = _joined(edges)
    groups: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[home[edge[0]]].append(edge)
    for group in groups.values():
        order, origins = _walk(group)
        yield Family(tuple(nodes[n] for n in order), tuple(origins), max(share for _, _, share in group), severity)


def _walk(edges: Sequence[Edge]) -> tuple[list[int], list[int]]:
    """Nodes from the first on, each with the place of the one it was reached from; the nearest first."""
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for a, b, share in edges:
        near[a].append((-share, b))
        near[b].append((-share, a))
    order = [min(near)]
    origins: list[int] = []
    seen = set(order)
    for place, node in enumerate(order):  # it grows while it is walked
        for _, other in sorted(near[node]):
            if other not in seen:
                seen.add(other)
                order.append(other)
                origins.append(place)
    return order, origins
