"""Too long or too short: words in a sentence, words or signs in a reply."""

from __future__ import annotations

from collections.abc import Iterator

from replylint import morph
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Severity, Span

LIST_PARTS, SHORT_PART = 6, 3
"""A list of things has at least so many parts in a row, of at most so many words."""
COLON_PARTS = 4
"""So many parts behind a colon are a list, whatever they say."""
VERB_SHARE = 0.3


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Sentences over their limits, or a reply below its limit of words."""
    if spec.get("of", "sentence") == "sentence":
        yield from _sentences(situation, spec)
    else:
        yield from _reply(situation, spec)


def _sentences(situation: Situation, spec: Spec) -> Iterator[Match]:
    for first, last in _stretches(situation, spec):
        size = _size(situation, first, last, spec)
        severity = _grade(size, spec)
        if severity:
            words = situation.reply.words
            span = Span(words[first].start, words[last - 1].end)
            yield Match(span, {**situation.at(span).words, "count": str(size)}, severity=severity)


def _stretches(situation: Situation, spec: Spec) -> Iterator[tuple[int, int]]:
    """Sentences; long ones also end with a line of a list, or behind a link or full stop that a capital follows («Type-C. Это …»)."""
    words, text = situation.reply.words, situation.reply.text
    for sentence in situation.reply.sentences:
        first = sentence.first
        if sentence.size > spec.get("minor", sentence.size):
            for place in range(first + 1, sentence.last):
                before, here = words[place - 1], words[place]
                between = text[before.end : here.start]
                ends = (". " in between and len(before.text) > 2) or before.kind == "link"
                if (ends and here.capital) or ("\n" in between and between.strip()):
                    yield first, place
                    first = place
        yield first, sentence.last


def _grade(size: int, spec: Spec) -> Severity | None:
    severities: tuple[Severity, ...] = ("major", "minor", "info")
    for severity in severities:
        if severity in spec and size > spec[severity]:
            return severity
    return None


def _size(situation: Situation, first: int, last: int, spec: Spec) -> int:
    """Words from `first` to `last` that count: no links, no listed things, and none of the phrases of `without`."""
    taken = {word for hit in situation.found(spec.get("without")) for word in range(hit.first, hit.last)}
    words = situation.reply.words
    if last - first > spec.get("info", spec.get("minor", last)):
        taken |= _listed(situation, first, last)
    return sum(i not in taken and words[i].kind in ("word", "number") for i in range(first, last))


def _listed(situation: Situation, first: int, last: int) -> set[int]:
    """Places in a list of things: many short parts between commas, none with a verb («белая, серая, синяя …»)."""
    found: set[int] = set()
    row: list[int] = []
    parts = 0
    tail = _behind_colon(situation, first, last)
    if tail < last:
        found.update(range(tail, last))
    for part in [*_parts(situation, first, tail), []]:
        if part and len(part) <= SHORT_PART and not any(_acts(situation, place) for place in part):
            row, parts = [*row, *part], parts + 1
            continue
        if parts >= LIST_PARTS:
            found.update(row)
        row, parts = [], 0
    return found


def _behind_colon(situation: Situation, first: int, last: int) -> int:
    """Where a list begins that a colon announces: several parts up to the end of the sentence."""
    words = situation.reply.words
    for place in range(first + 1, last):
        if ":" in situation.reply.text[words[place - 1].end : words[place].start]:
            return place if len(list(_parts(situation, place, last))) >= COLON_PARTS else last
    return last


def _parts(situation: Situation, first: int, last: int) -> Iterator[list[int]]:
    """The words between commas and semicolons."""
    words, part = situation.reply.words, [first]
    for place in range(first + 1, last):
        if set(",;") & set(situation.reply.text[words[place - 1].end : words[place].start]):
            yield part
            part = []
        part.append(place)
    yield part


def _acts(situation: Situation, place: int) -> bool:
    norm = situation.reply.words[place].norm
    return max(morph.class_share(norm, frozenset({pos})) for pos in ("VERB", "INFN", "GRND")) >= VERB_SHARE


def _reply(situation: Situation, spec: Spec) -> Iterator[Match]:
    size = _size(situation, 0, len(situation.reply.words), spec)
    if size < spec["at_least"]:
        text = situation.reply.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        yield Match(Span(start, end), {**situation.at(Span(start, end)).words, "count": str(size)})


KIND = Kind(
    {"of": "text", "major": "whole", "minor": "whole", "info": "whole", "at_least": "whole", "without": "phrases"},
    (),
    run,
)
