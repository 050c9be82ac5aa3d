"""Too long or too short: words in a sentence, words or signs in a reply."""

from __future__ import annotations

from collections.abc import Container, Iterator

from replylint.checks.listing import listed, stretches
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Severity, Span

LINK = 3
"""In a short reply a link says as much as so many words."""
STARS = 4
PRAISE = 8
BARE = 3
"""Stars that praise; praise of so many words deserves more than a phrase in return, of so many more than one word."""


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
    words, taken = situation.reply.words, _taken(situation, spec)
    if _enough(situation, spec, taken):
        return
    size = _size(situation, 0, len(words), taken) + LINK * sum(word.kind in ("link", "email") for word in words)
    praise = _praised(situation, spec)
    if size < (_least_thanks(situation, spec) if praise else _least(situation, spec)):
        text = situation.reply.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        found = situation.at(Span(start, end))
        yield Match(found.span, {**found.words, "count": str(size)}, severity="minor" if praise else None)


def _enough(situation: Situation, spec: Spec, taken: Container[int]) -> bool:
    """Whether a reply has more words than any limit: most have, and end here."""
    missing = max(spec["at_least"], spec.get("thanks_at_least", 0), spec.get("evasive_at_least", 0))
    for number, word in enumerate(situation.reply.words):
        if word.kind == "word" and number not in taken:
            missing -= 1
            if missing <= 0:
                return True
    return False


def _praised(situation: Situation, spec: Spec) -> bool:
    """Whether the customer praised us, as far as one can tell: thanks to somebody of whom nothing is known answer praise."""
    record = situation.record
    if situation.message.words or record.intent or 0 < (record.rating or 0) < STARS:
        return situation.context.value("intent") == "praise"
    return bool(situation.found(spec.get("thanks")))


def _least(situation: Situation, spec: Spec) -> int:
    """How many words a reply needs: fewer where it asks, acts, greets or tells a figure, more where it evades."""
    polite = situation.found(spec.get("polite"))
    if not polite and situation.found(spec.get("evasive")):
        return int(spec["evasive_at_least"])
    full = any(mark.text == "?" for mark in situation.reply.marks) or any(word.kind == "number" for word in situation.reply.words)
    return int(spec["at_least"]) - bool(full or polite or situation.found(spec.get("busy")))


def _least_thanks(situation: Situation, spec: Spec) -> int:
    """Praise in many words wants more than «Спасибо за визит» without a hello, a name or a deed."""
    if len(situation.message.words) >= BARE and situation.reply.text.strip(" .!").isalpha():
        return int(spec.get("thanks_at_least", 0))
    more = situation.address.used or situation.found(spec.get("busy")) or situation.found(spec.get("polite"))
    told = len(situation.message.words) >= PRAISE
    return int(spec.get("thanks_at_least", 0)) if told and not more else 0


KIND = Kind(
    {
        "of": "text",
        "major": "whole",
        "minor": "whole",
        "info": "whole",
        "at_least": "whole",
        "evasive_at_least": "whole",
        "thanks_at_least": "whole",
        "without": "phrases",
        "busy": "phrases",
        "polite": "phrases",
        "evasive": "phrases",
        "thanks": "phrases",
    },
    (),
    run,
)
