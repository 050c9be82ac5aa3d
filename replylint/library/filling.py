"""Parts → the reply that a customer would get, and the way back from its places to the template's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from replylint.library.parts import Choice, Literal, Part, Slot
from replylint.model import Edit, Finding, Fix, Span

MOST_VARIANTS = 64


class Piece(NamedTuple):
    """A part of the filled text: where it comes from in the template, and whether sign stands for sign."""

    source: Span
    start: int
    end: int
    exact: bool
    slot: Slot | None = None


class Filled(NamedTuple):
    """A text with its slots filled, made of pieces."""

    text: str
    pieces: tuple[Piece, ...]
    template: str

    def back(self, span: Span) -> Span:
        """The place in the template: a place inside a slot is the whole slot."""
        if span.start >= span.end:
            return self._point(span.start)
        first, last = self._holding(span.start), self._holding(span.end - 1)
        start = first.source.start + (span.start - first.start if first.exact else 0)
        end = last.source.start + span.end - last.start if last.exact else last.source.end
        return Span(start, max(start, end))

    def _holding(self, place: int) -> Piece:
        """The piece that a sign stands in."""
        return self.pieces[bisect_right(self.pieces, place, key=lambda piece: piece.end)]

    def _point(self, place: int) -> Span:
        """The place where something is missing: beside the author's own words if there are any."""
        near = self.own(place, place)
        if near is not None:
            here = near.source.start + place - near.start
            return Span(here, here)
        for piece in self.pieces:
            if piece.start < place < piece.end:
                return piece.source
            if piece.end >= place:
                edge = piece.source.start if place <= piece.start else piece.source.end
                return Span(edge, edge)
        return Span(0, 0)

    def own(self, start: int, end: int) -> Piece | None:
        """The piece of the author's own words that holds a place whole."""
        number = bisect_right(self.pieces, start - 1, key=lambda piece: piece.end) if start else 0
        for piece in self.pieces[number:]:
            if piece.start > start:
                return None
            if piece.exact and piece.start <= start and end <= piece.end:
                return piece
        return None

    def in_slot(self, span: Span) -> bool:
        """Whether a place shares signs with a slot."""
        return any(piece.slot and piece.start < span.end and span.start < piece.end for piece in self.pieces)

    def finding(self, finding: Finding) -> Finding:
        """A finding in the template. A fix that touches a slot is dropped."""
        fix = self._fix(finding.fix) if finding.fix else None
        related = tuple(self.back(span) for span in finding.related)
        return finding._replace(span=self.back(finding.span), fix=fix, related=related)

    def _fix(self, fix: Fix) -> Fix | None:
        edits = []
        for edit in fix.edits:
            piece = self.own(*edit.span)
            if piece is None:
                return None
            shift = piece.source.start - piece.start
            edits.append(Edit(Span(edit.span.start + shift, edit.span.end + shift), self._with_slots(edit.text)))
        return Fix(tuple(edits), fix.safe)

    def _with_slots(self, text: str) -> str:
        """The text of an edit, with the slot where it names the sample of the customer."""
        for piece in self.pieces:
            sample = self.text[piece.start : piece.end]
            if piece.slot and sample.istitle() and sample.isalpha() and sample in text:
                text = re.sub(rf"\b{sample}\b", lambda _, span=piece.source: self.template[span.start : span.end], text)  # type: ignore[misc]
        return text


def variants(text: str, parts: Sequence[Part], value: Callable[[Slot], str]) -> Iterator[Filled]:
    """Texts that could be sent: every option of every choice stands in at least one of them."""
    used: dict[Span, Counter[int]] = {choice.span: Counter() for choice in _choices(parts)}
    sizes = {choice.span: len(choice.options) for choice in _choices(parts)}
    for _ in range(MOST_VARIANTS):
        yield _filled(text, tuple(_chosen(parts, used)), value)
        if all(len(used[span]) == size for span, size in sizes.items()):
            return


def _choices(parts: Sequence[Part]) -> Iterator[Choice]:
    for part in parts:
        if isinstance(part, Choice):
            yield part
            for option in part.options:
                yield from _choices(option)


def _chosen(parts: Sequence[Part], used: dict[Span, Counter[int]]) -> Iterator[Part]:
    """Parts with the option of each choice that was used least."""
    for part in parts:
        if isinstance(part, Choice):
            counts = used[part.span]
            number = min(range(len(part.options)), key=lambda n: (counts[n], n))
            counts[number] += 1
            yield from _chosen(part.options[number], used)
        else:
            yield part


def _filled(text: str, parts: Sequence[Part], value: Callable[[Slot], str]) -> Filled:
    pieces: list[Piece] = []
    words: list[str] = []
    place = 0
    for part in parts:
        exact = isinstance(part, Literal)
        slot = part if isinstance(part, Slot) else None
        word = text[part.span.start : part.span.end] if exact else value(slot) if slot else ""
        pieces.append(Piece(part.span, place, place + len(word), exact, slot))
        words.append(word)
        place += len(word)
    return Filled("".join(words), tuple(pieces), text)
