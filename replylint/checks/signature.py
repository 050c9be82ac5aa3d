"""Replies of the house are signed as its profile says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Edit, Fix, Match, Span

_NAME = r"[A-ZА-ЯЁ][\w-]*\.?(?:\s[A-ZА-ЯЁ][\w-]*\.?)?"
TAIL = 200
"""The signature stands in the last so many characters."""


def run(situation: Situation, _spec: Spec) -> Iterator[Match]:
    """Zero-width at the end of a reply that is not signed."""
    pattern = _pattern(situation.profile.signature, tuple(situation.profile.brands))
    text = situation.reply.text.rstrip()
    if not pattern.search(text[-TAIL:]):
        place = len(text)
        signature = _filled(situation.profile.signature, situation)
        fix = Fix((Edit(Span(place, place), f"\n{signature}"),), safe=True) if "{" not in signature else None
        yield Match(Span(place, place), {"found": "", "signature": signature}, fix)


def _filled(signature: str, situation: Situation) -> str:
    brand = next(iter(situation.profile.brands), "")
    known = {"{agent}": situation.record.agent, "{brand}": brand}
    for slot, value in known.items():
        signature = signature.replace(slot, value or slot)
    return signature


@lru_cache(maxsize=16)
def _pattern(signature: str, brands: Sequence[str]) -> re.Pattern[str]:
    """The signature as an expression: slots filled in, white space free, case free but for names."""
    any_brand = "|".join(re.escape(brand) for brand in brands) or _NAME
    parts = re.split(r"(\{agent\}|\{brand\}|\s+)", signature)
    known = {"{agent}": _NAME, "{brand}": f"(?i:«?(?:{any_brand})»?)"}
    return re.compile("".join(known.get(part) or (r"\s*" if part.isspace() else f"(?i:{re.escape(part)})") for part in parts if part))


KIND = Kind({}, (), run)
