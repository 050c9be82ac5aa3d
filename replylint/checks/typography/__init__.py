"""What a proof-reader would mark: letters, words, spaces, marks, commas.

Every fault has a name (`faults` of the rule says what it is called); from `many` of them in one reply each is major.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from replylint.checks.situation import Kind, Situation, Spec
from replylint.checks.typography import commas, letters, marks, pairs, runon, words
from replylint.checks.typography.fault import Fault, around
from replylint.model import Fix, Match, Severity, Span

LIGHT = ("double",)
"""Faults that no reader sees: told, but free."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The faults of a reply in order, none inside another, none in words quoted from the customer."""
    found = _all(situation, spec)
    if not found:
        return
    faults = _apart(found, situation, _spared(situation, spec))
    many = sum(fault.name not in LIGHT for fault in faults) >= spec.get("many", 3)
    for fault in faults:
        fix = Fix(fault.edits, fault.safe) if fault.edits else None
        severity: Severity | None = "info" if fault.name in LIGHT else "major" if many else None
        yield Match(fault.span, _said(fault, situation, spec.get("faults", {})), fix, severity=severity)


_WITH_PHRASES = (*commas.BY_PHRASES, (runon.KEYS, runon.faults))


def _all(situation: Situation, spec: Spec) -> list[Fault]:
    """All faults; of two at one place the first counts."""
    found = [*marks.faults(situation, spec), *pairs.faults(situation), *letters.faults(situation, spec)]
    hits = situation.hits
    for sort in (words.BY_PHRASES, _WITH_PHRASES):
        for keys, faults in sort:
            for key in keys:
                if spec.get(key) in hits:
                    found += faults(situation, spec)
                    break
        if sort is words.BY_PHRASES:
            found += words.faults(situation, spec)
    return found


def _spared(situation: Situation, spec: Spec) -> list[Span]:
    return [situation.span(hit) for hit in situation.found(spec.get("except"))]


def _apart(found: Iterable[Fault], situation: Situation, spared: list[Span]) -> list[Fault]:
    """Faults that count; of two that clash the earlier, of two that begin together the longer."""
    kept: list[Fault] = []
    for fault in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        free = not situation.reply.quoted(fault.span) and not any(fault.span.overlaps(span) for span in spared)
        if free and not any(_clash(fault, other) for other in kept[-3:]):
            kept.append(fault)
    return kept


def _clash(one: Fault, other: Fault) -> bool:
    """Whether two faults are one: they overlap — but a comma may be missing beside a word that is wrong itself."""
    if not one.span.overlaps(other.span) or (one.name == "comma") == (other.name == "comma"):
        return one.span.overlaps(other.span)
    comma, word = (one, other) if one.name == "comma" else (other, one)
    return any(word.span.start < edit.span.start < word.span.end for edit in comma.edits)


def _said(fault: Fault, situation: Situation, names: Mapping[str, Any]) -> dict[str, str]:
    """The words for the message: the place with its neighbours, and the fault's name in each language."""
    name = names.get(fault.name, {})
    shown = around(situation.reply.text, fault.span)
    return {"found": " ".join(shown.split("\n")), "fault": name.get("ru", ""), "fault_en": name.get("en", "")}


KIND = Kind(
    {
        "find": "replacing",
        "except": "phrases",
        "together": "phrases",
        "together_at_end": "phrases",
        "subordinate": "phrases",
        "hyphened": "phrases",
        "misspelt": "texts",
        "infinitive_after": "phrases",
        "finite_after": "phrases",
        "comma_last": "phrases",
        "comma_before": "phrases",
        "commands": "phrases",
        "requests": "phrases",
        "relative": "phrases",
        "after_name": "phrases",
        "set_off": "phrases",
        "parenthetic": "phrases",
        "opening": "phrases",
        "no_comma_after": "texts",
        "twice": "texts",
        "lettered": "texts",
        "abbreviations": "texts",
        "starts": "phrases",
        "restarts": "phrases",
        "many": "whole",
        "faults": "text",
    },
    ("find", "faults"),
    run,
)
