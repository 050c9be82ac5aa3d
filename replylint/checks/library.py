"""What only a whole library shows: nothing is found in a reply alone. The texts of a rule's findings are its keys."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match


def run(_situation: Situation, _spec: Spec) -> Iterator[Match]:
    """Nothing: `replylint library` judges these rules."""
    yield from ()


KIND = Kind({"listed": "text", "unused": "text", "first": "text", "last": "text", "library_bad": "texts", "library_good": "texts"}, (), run)
