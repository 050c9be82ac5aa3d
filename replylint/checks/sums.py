"""Figures that read as a price although no currency stands beside them: «двухместный — 3 500, угловой — 5 200»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from replylint.checks.situation import Situation, Spec, excepted
from replylint.checks.stemming import places, shared, stems
from replylint.pattern.match import Hit

DIGITS = 3
"""Figures of so many digits may be a price."""


def priced(situation: Situation, spec: Spec, asked: set[str]) -> bool:
    """Whether the reply names a price of what is asked for; something else for free («первое занятие») is none."""
    hits = excepted(excepted(situation.found(spec.get("answer-price")), situation.found(spec.get("idle"))), _hedges(situation, spec))
    hits = excepted(hits, _opening(situation, spec))
    other = {
        place
        for hit in situation.found(spec.get("other-price"))
        if not shared(asked, stems(situation.reply.words[hit.first : hit.last]))
        for place in range(hit.first, hit.last)
    }
    if any(not other & set(range(hit.first, hit.last)) for hit in hits):
        return True
    spared = places(situation.found(spec.get("no-sum"))) | other
    return any(place not in spared and _sum(word.text) for place, word in enumerate(situation.reply.words) if word.kind == "number")


def _hedges(situation: Situation, spec: Spec) -> Sequence[Hit]:
    """«Цена зависит от …» (`depends`) where a phone number is asked for instead of a price (`harvest`)."""
    return situation.found(spec.get("depends")) if situation.found(spec.get("harvest")) else ()


LATEST = 24
"""No hour is later."""


def _opening(situation: Situation, spec: Spec) -> Sequence[Hit]:
    """Opening hours (`hours`), no range of prices: «звоните с 9 до 21»."""
    words = situation.reply.words
    return [
        hit
        for hit in situation.found(spec.get("hours"))
        if all(_hour(word.text) for word in words[hit.first : hit.last] if word.kind == "number")
    ]


def _hour(text: str) -> bool:
    """Whether a number may be an hour: «21», «9:30»."""
    return ":" in text or (text.isdigit() and int(text) <= LATEST)


def _sum(text: str) -> bool:
    """Whether a number is long enough for a price and no time, date or phone."""
    digits = re.sub(r"\D", "", text)
    return len(digits) >= DIGITS and not re.search(r"[:/.-]", text)
