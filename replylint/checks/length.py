"""Too long or too short: words in a sentence, words or signs in a reply."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.listing import listed, stretches
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Severity, Span


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Sentences over their limits, or a reply below its limit of words."""
    if spec.get("of", "sentence") == "sentence":
        yield from _sentences(situation, spec)
    else:
        yield from _reply(situation, spec)


def _sentences(situation: Situation, spec: Spec) -> Iterator[Match]:
    taken = _taken(situation, spec)
    least = min(spec[key] for key in ("major", "minor", "info") if key in spec)
    for sentence in situation.reply.sentences:
        for first, last in stretches(situation.reply, sentence) if sentence.size > least else ():
            if last - first <= least:
                continue
            size = _size(situation, first, last, taken | listed(situation.reply, first, last))
            severity = _grade(size, spec)
            if severity:
                words = situation.reply.words
                span = Span(words[first].start, words[last - 1].end)
                yield Match(span, {**situation.at(span).words, "count": str(size)}, severity=severity)


def _grade(size: int, spec: Spec) -> Severity | None:
    severities: tuple[Severity, ...] = ("major", "minor", "info")
    for severity in severities:
        if severity in spec and size > spec[severity]:
            return severity
    return None


def _taken(situation: Situation, spec: Spec) -> set[int]:
    """Words in phrases of `without`."""
    return {word for hit in situation.found(spec.get("without")) for word in range(hit.first, hit.last)}


def _size(situation: Situation, first: int, last: int, taken: set[int]) -> int:
    """Words from `first` to `last` that count: no links, and none that are taken."""
    words = situation.reply.words
    return sum(i not in taken and words[i].kind in ("word", "number") for i in range(first, last))


def _reply(situation: Situation, spec: Spec) -> Iterator[Match]:
    size = _size(situation, 0, len(situation.reply.words), _taken(situation, spec))
    if size < spec["at_least"]:
        text = situation.reply.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        yield Match(Span(start, end), {**situation.at(Span(start, end)).words, "count": str(size)})


KIND = Kind(
    {"of": "text", "major": "whole", "minor": "whole", "info": "whole", "at_least": "whole", "without": "phrases"},
    (),
    run,
)
