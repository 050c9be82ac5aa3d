"""How the customer is called: pet words and diminutives of the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.checks.phrase import match
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.expressions import expression
from replylint.model import Match
from replylint.pattern.match import Hit
from replylint.text import Token, tokens

_OPENED = expression(r"(?:^|[,.!?…:;—–)\n]|[^\w\s«\"„“(]) *$")
_CLOSED = expression(r" *(?:$|[,.!?…;)\n]|[^\w\s«»\"„“(:—–-])")
SHORTEST = 2
"""Letters that a name keeps before a diminutive ending: «Юля» is no «-юля»."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Hits of `find` anywhere, hits of `calls` where somebody is called, the customer's name with one of `endings`."""
    called = [hit for hit in situation.found(spec["calls"]) if _set_off(situation, hit, spec)]
    hits = sorted({*called, *situation.found(spec.get("find"))}, key=lambda hit: hit.first)
    for hit in excepted(hits, situation.found(spec.get("except"))):
        yield match(situation, hit, spec)
    for word in situation.address.calls:
        if _petted(word, situation, spec.get("endings", ())):
            yield situation.at(word.span)


def _set_off(situation: Situation, hit: Hit, spec: Spec) -> bool:
    """Whether marks (or a greeting before it) part a hit from the sentence, as they part the one who is called."""
    span, text = situation.span(hit), situation.reply.text
    greeted = any(other.last == hit.first for other in situation.found(spec.get("before")))
    return bool((greeted or _OPENED.search(text[: span.start])) and _CLOSED.match(text, span.end))


def _petted(word: Token, situation: Situation, endings: Sequence[str]) -> bool:
    """Whether the customer's name stands in a pet form that the customer does not use."""
    stem = word.norm.rstrip("аяоеиыуюйь")
    if not any(stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST for ending in endings):
        return False
    told = tokens(f"{situation.record.customer_name} {situation.record.customer_handle} {situation.record.customer_message}")
    return not any(other.norm.startswith(stem) for other in told)


KIND = Kind(
    {
        "calls": "phrases",
        "before": "phrases",
        "find": "phrases",
        "except": "phrases",
        "endings": "texts",
        "major": "phrases",
        "minor": "phrases",
        "info": "phrases",
    },
    ("calls",),
    run,
)
