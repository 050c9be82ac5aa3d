"""What a check makes of its rule's keys, made once a rule and not once a reply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from replylint.checks.situation import Spec

Made = TypeVar("Made")
MOST_KEPT = 100


class Once(Generic[Made]):
    """Makes something of a spec when it is first asked for; specs are told apart by their identity and kept alive."""

    def __init__(self, make: Callable[[Spec], Made]) -> None:
        self._make = make
        self._made: dict[int, tuple[Spec, Made]] = {}

    def __call__(self, spec: Spec) -> Made:
        """What was made of a spec."""
        held = self._made.get(id(spec))
        if held is None:
            if len(self._made) > MOST_KEPT:
                self._made.clear()
            held = self._made[id(spec)] = spec, self._make(spec)
        return held[1]
