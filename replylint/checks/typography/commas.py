"""Commas that are missing where no rule of the language lets one do without.

The rule's phrases say where: before the last word of a phrase (`comma_last`), after its first (`comma_first`, and
`relative`, where that word does not itself open a clause), before a conjunction (`comma_before`) or behind a called
name (`after_name`), on both sides (`set_off`), on both sides where there is neither (`parenthetic`), after a word that
opens a sentence (`opening`). A comma is missing only where nothing but space stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint import morph
from replylint.checks.situation import Situation, Spec
from replylint.checks.typography.fault import Fault, bare, opens
from replylint.model import Edit, Span
from replylint.text import Document, Token


def faults(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Every place that lacks a comma."""
    document = situation.reply
    for hit in situation.found(spec.get("comma_last")):
        last = document.words[hit.last - 1]
        yield from _missing(document, [hit.last - 1], safe=not (last.capital and situation.knows(last.norm)))
    for hit in situation.found(spec.get("comma_first")):
        yield from _missing(document, [hit.first + 1])
    for hit in situation.found(spec.get("relative")):
        if bare(document, hit.first) or opens(document, hit.first):
            yield from _missing(document, [hit.first + 1])
    free = {hit.last for hit in situation.found(spec.get("no_comma_after"))}
    yield from _before(situation, spec, free)
    yield from _names(situation, spec)
    yield from _apart(situation, spec, free)


def _before(situation: Situation, spec: Spec, free: set[int]) -> Iterator[Fault]:
    """Conjunctions that begin a clause in mid-sentence and have no comma of their own inside."""
    document = situation.reply
    for hit in situation.found(spec.get("comma_before")):
        whole = all(bare(document, place) for place in range(hit.first + 1, hit.last + 1))
        if whole and hit.first not in free and not document.words[hit.first].capital:
            yield from _missing(document, [hit.first])


def _names(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """«Анна здравствуйте»: a name that is called stands apart from what is said."""
    document = situation.reply
    said = situation.found(spec.get("after_name"))
    starts = {hit.last: hit.first for hit in situation.found(spec.get("called"))} if said else {}
    for hit in said:
        start = starts.get(hit.first)
        if start is None or not all(_is_called(word) for word in document.words[start : hit.first]):
            continue
        if opens(document, start) or not bare(document, start):
            yield from _missing(document, [hit.first])


def _is_called(word: Token) -> bool:
    """Whether a name stands in the form that one is called by."""
    found = morph.readings(word.norm)
    return not found or any({"Name", "nomn"} <= r.grammemes or {"Patr", "nomn"} <= r.grammemes for r in found)


def _apart(situation: Situation, spec: Spec, free: set[int]) -> Iterator[Fault]:
    """Words that stand apart: «к сожалению», «пожалуйста»."""
    document = situation.reply
    for hit in situation.found(spec.get("set_off")):
        before, after = bare(document, hit.first), bare(document, hit.last)
        if after or (before and hit.first not in free):
            yield from _missing(document, [hit.first, hit.last])
    for hit in situation.found(spec.get("parenthetic")):
        if bare(document, hit.first) and bare(document, hit.last) and hit.first not in free:
            yield from _missing(document, [hit.first, hit.last])
    for hit in situation.found(spec.get("opening")):
        if opens(document, hit.first):
            yield from _missing(document, [hit.last])


def _missing(document: Document, wanted: Sequence[int], *, safe: bool = True) -> Iterator[Fault]:
    """One fault: the words beside those places that want a comma and have nothing."""
    places = [place for place in wanted if bare(document, place)]
    if places:
        words = document.words
        span = Span(words[places[0] - 1].start, words[places[-1]].end)
        edits = tuple(Edit(Span(words[place - 1].end, words[place - 1].end), ",") for place in places)
        yield Fault("comma", span, edits, safe)
