"""The customer is sent elsewhere: without a reason or help; in a house that never redirects, whatever the reason."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import phrase
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match

EXCUSES = ("unless_in_sentence", "unless_nearby")


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The phrases of `find` that nothing excuses; where the switch `redirect` says never, all of them, and those of `never`."""
    if situation.context.value("redirect") != "never":
        if not situation.found(spec.get("step")):
            yield from phrase.run(situation, spec)
        return
    urgent = {"unless_in_sentence": spec.get("urgent")}
    yield from phrase.run(situation, {key: value for key, value in spec.items() if key not in EXCUSES} | urgent)
    yield from phrase.run(situation, {"find": spec.get("never"), **urgent})


KIND = Kind({**phrase.KIND.keys, "step": "phrases", "never": "phrases", "urgent": "phrases"}, ("find",), run)
"""`step`: the house does something itself; `never`: exact addresses, which only a strict house holds against a reply;
`urgent`: where even that house sends people elsewhere."""
