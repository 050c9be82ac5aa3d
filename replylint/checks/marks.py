"""Signs that say more than words: emoji, «)))», «:D» — and the words that go with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match, Span

SKIN = "\ufe0e\ufe0f\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
"""What may follow an emoji and belongs to it."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Each place that holds signs of `signs`, and each hit of `find` that no exception covers."""
    for hit in excepted(situation.found(spec.get("find")), situation.found(spec.get("except"))):
        yield situation.at(situation.span(hit))
    text = situation.reply.text
    for span in _places(text, spec["signs"]) if any(sign in text for sign in spec["signs"]) else ():
        if not situation.reply.quoted(span):
            yield situation.at(span)


def _places(text: str, signs: Sequence[str]) -> list[Span]:
    """Where signs stand, side by side ones as one place, longer signs first."""
    places: list[Span] = []
    open_ = place = 0
    ordered = sorted(signs, key=len, reverse=True)
    while place < len(text):
        open_ += text[place] == "("
        sign = next((s for s in ordered if text.startswith(s, place) and not (open_ and s.endswith(")"))), "")
        if not sign:
            open_ -= text[place] == ")" and open_ > 0
            place += 1
            continue
        end = _end(text, place + len(sign), sign[-1])
        if places and not text[places[-1].end : place].strip():
            places[-1] = Span(places[-1].start, end)
        else:
            places.append(Span(place, end))
        place = end
    return places


def _end(text: str, end: int, last: str) -> int:
    """The end of a sign, with the modifiers of an emoji and with more of the same bracket («))))»)."""
    while end < len(text) and (text[end] in SKIN or text[end] == last):
        end += 1
    return end


KIND = Kind({"signs": "texts", "find": "phrases", "except": "phrases"}, ("signs",), run)
