"""Personal data that a public reply gives away: phones, e-mails, cards — not the company's own, not masked."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.expressions import expression
from replylint.model import Match, Span

_PHONE = expression(r"(?<![\d+])(?:\+7|8|7)[\s\u00a0(-]*9\d{2}[\s\u00a0)-]*\d{3}[\s\u00a0-]*\d{2}[\s\u00a0-]*\d{2}(?!\d)")
_CARD = expression(r"(?<!\d)\d{4}[ \u00a0-]?\d{4}[ \u00a0-]?\d{4}[ \u00a0-]?\d{4}(?!\d)")
_PASSPORT = expression(r"(?i)паспорт\w*[^\d\n]{0,12}\d{2}\s?\d{2}\s?№?\s?\d{6}")

_BORN = expression(r"[А-ЯЁ][а-яё]+(?: ?[А-ЯЁ](?:[а-яё]+|\.)){1,2},? \(?\d{1,2}\.\d{2}\.(?:19\d\d|200\d|201[0-5])(?!\d)")
"""Somebody with their date of birth: «Котова А. В., 03.04.1979»."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Asking for personal data (`ask` near `item` in a sentence) without a private place; giving it away."""
    yield from _asked(situation, spec)
    own = situation.found(spec.get("own"))
    own_sentences = {situation.sentence(hit) for hit in own}
    text = situation.reply.text
    for pattern in (_CARD, _PASSPORT, _BORN, _PHONE):
        for found in pattern.finditer(text):
            span = Span(found.start(), found.end())
            if pattern is not _PHONE or not _in_sentences(situation, span, own_sentences):
                yield situation.at(span)
    for hit in excepted(situation.found(spec.get("disclosed")), situation.found(spec.get("except"))):
        yield situation.at(situation.span(hit))


def _in_sentences(situation: Situation, span: Span, numbers: set[int]) -> bool:
    sentences = situation.reply.sentences
    return any(sentences[n].start <= span.start < sentences[n].end for n in numbers)


def _asked(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match a sentence, from the asking verb to the last item."""
    if situation.found(spec.get("safe")):
        return
    asks = excepted(situation.found(spec["ask"]), situation.found(spec.get("except")))
    items = excepted(situation.found(spec["item"]), situation.found(spec.get("except")))
    for number in range(len(situation.reply.sentences)):
        verbs = [hit for hit in asks if situation.sentence(hit) == number]
        wanted = [hit for hit in items if situation.sentence(hit) == number and verbs and hit.last > verbs[0].first]
        if verbs and wanted:
            start = min(situation.span(verbs[0]).start, situation.span(wanted[0]).start)
            yield situation.at(Span(start, situation.span(wanted[-1]).end))


KIND = Kind(
    {"ask": "phrases", "item": "phrases", "safe": "phrases", "own": "phrases", "disclosed": "phrases", "except": "phrases"},
    ("ask", "item"),
    run,
)
