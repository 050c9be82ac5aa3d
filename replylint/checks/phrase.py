"""These words should not be here — or not so often, or not without those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from replylint.checks.replace import repair
from replylint.checks.situation import Kind, Situation, Spec, excepted, in_scope
from replylint.model import Fix, Match, Severity, Span
from replylint.pattern.match import Hit


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Each hit of `find` that no exception, company or limit excuses."""
    hits = excepted(in_scope(situation, situation.found(spec["find"]), spec.get("scope", "")), situation.found(spec.get("except")))
    if spec.get("unquoted"):
        hits = [hit for hit in hits if not situation.in_quotes(situation.span(hit))]
    if spec.get("unbracketed"):
        hits = [hit for hit in hits if not situation.between(situation.span(hit), "()")]
    if spec.get("asking"):
        hits = [hit for hit in hits if _asks(situation, hit)]
    hits = _in_company(situation, hits, spec)
    if not hits or _says_more(situation, hits, spec) or _dated(situation, spec):
        return
    if spec.get("at_least", 1) > 1:
        yield from _crowds(situation, hits, spec)
        return
    if spec.get("last"):
        hits = hits[-1:]
    first = spec.get("at_most", 0)
    for hit in hits[first : first + 1 if spec.get("once") else None]:
        yield match(situation, hit, spec)


def match(situation: Situation, hit: Hit, spec: Spec) -> Match:
    """The match of one hit: its place, its replacement, its own severity."""
    fix = repair(situation.reply, hit, spec)
    span = situation.span(hit)
    if fix:  # words around the hit that the fix inflects belong to the finding
        span = Span(min(span.start, _start(situation, fix)), max(span.end, *(edit.span.end for edit in fix.edits)))
    return Match(span, situation.at(span).words, fix, severity=_severity(situation, hit, spec))


def _start(situation: Situation, fix: Fix) -> int:
    """Where the words begin that a fix changes."""
    text, start = situation.reply.text, fix.edits[0].span.start
    while text[start].isspace():
        start += 1
    return start


def _asks(situation: Situation, hit: Hit) -> bool:
    """Whether the sentence of a hit is a question."""
    sentence = situation.reply.sentences[situation.sentence(hit)]
    return "?" in situation.reply.text[sentence.start : sentence.end]


def _in_company(situation: Situation, hits: list[Hit], spec: Spec) -> list[Hit]:
    """Hits without words that excuse them in their sentence, or in the sentences beside it."""
    excused = {situation.sentence(other) for other in situation.found(spec.get("unless_in_sentence"))}
    for other in situation.found(spec.get("unless_nearby")):
        number = situation.sentence(other)
        excused |= {number - 1, number, number + 1}
    return [hit for hit in hits if situation.sentence(hit) not in excused] if excused else hits


def _dated(situation: Situation, spec: Spec) -> bool:
    """Whether a time of `unless_dated` looks ahead: its sentence holds a phrase of `ahead`, or none of `behind`."""
    numbers = {situation.sentence(hit) for hit in situation.found(spec.get("unless_dated"))}
    if not numbers:
        return False
    behind = {situation.sentence(hit) for hit in situation.found(spec.get("behind"))}
    return bool(numbers - behind or numbers & {situation.sentence(hit) for hit in situation.found(spec.get("ahead"))})


def _says_more(situation: Situation, hits: Sequence[Hit], spec: Spec) -> bool:
    """Whether the reply says enough beside the sentences that hold the hits (`rest_below` words)."""
    limit = spec.get("rest_below")
    if limit is None:
        return False
    numbers = {situation.sentence(hit) for hit in hits}
    taken = {word for other in situation.found(spec.get("rest_without")) for word in range(other.first, other.last)}
    rest = sum(
        word not in taken
        for number, sentence in enumerate(situation.reply.sentences)
        if number not in numbers
        for word in range(sentence.first, sentence.last)
    )
    return bool(rest >= limit)


def _crowds(situation: Situation, hits: Sequence[Hit], spec: Spec) -> Iterator[Match]:
    """`at_least` hits in one sentence (or the reply) are one finding, from the first hit to the last."""
    groups: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[situation.sentence(hit) if spec.get("within", "sentence") == "sentence" else 0].append(hit)
    for group in groups.values():
        if len(group) >= spec["at_least"]:
            span = Span(situation.span(group[0]).start, situation.span(group[-1]).end)
            related = tuple(situation.span(hit) for hit in group)
            yield Match(span, {**situation.at(span).words, "count": str(len(group))}, related=related)


def _severity(situation: Situation, hit: Hit, spec: Spec) -> Severity | None:
    severities: tuple[Severity, ...] = ("critical", "major", "minor", "info")
    for severity in severities:
        if severity in spec and not excepted([hit], situation.found(spec[severity])):
            return severity
    return None


KIND = Kind(
    {
        "find": "replacing",
        "except": "phrases",
        "scope": "text",
        "unless_in_sentence": "phrases",
        "unless_nearby": "phrases",
        "unless_dated": "phrases",
        "ahead": "phrases",
        "behind": "phrases",
        "at_least": "whole",
        "at_most": "whole",
        "once": "flag",
        "last": "flag",
        "asking": "flag",
        "unquoted": "flag",
        "unbracketed": "flag",
        "within": "text",
        "rest_below": "whole",
        "rest_without": "phrases",
        "critical": "phrases",
        "major": "phrases",
        "minor": "phrases",
        "info": "phrases",
    },
    ("find",),
    run,
)
