"""Words that are a fault on their own, and words that are one only where a complaint gets nothing else.

«Гости обычно закрывают балкон» under a complaint is blame when that is all there is, and an explanation beside «мастер придёт в среду».
"""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import phrase
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match

FIRST_ONLY = ("replace", "except")
"""What belongs to the phrases of `find` alone."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The phrases of `find`; under a complaint to which the reply offers no `step`, those of `find_idle` that lie beside them."""
    found = list(phrase.run(situation, spec))
    yield from found
    if not idle(situation, spec):
        return
    own = {key: value for key, value in spec.items() if key not in FIRST_ONLY}
    for match in phrase.run(situation, own | {"find": spec["find_idle"], "except": spec.get("except_idle")}):
        if all(match.span.end <= other.span.start or other.span.end <= match.span.start for other in found):
            yield match


def idle(situation: Situation, spec: Spec) -> bool:
    """Whether a complaint gets no step of ours: no phrase of `step` but what only sounds so (`sham`)."""
    if situation.context.value("intent") != "complaint" or not situation.found(spec["find_idle"]):
        return False
    return not excepted(situation.found(spec["step"]), situation.found(spec.get("sham")))


KIND = Kind(
    {**phrase.KIND.keys, "find_idle": "phrases", "except_idle": "phrases", "step": "phrases", "sham": "phrases"},
    ("find", "find_idle", "step"),
    run,
)
