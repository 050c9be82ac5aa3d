"""A rule as the engine uses it, and the conditions under which it applies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from replylint.model import SEVERITIES, Context, Severity

RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
Texts = Mapping[str, str]
"""A text in each language: {"ru": …, "en": …}."""
Conditions = Mapping[str, Sequence[str]]
"""Context key or fact → the values that satisfy it (facts: "yes" or "no"). All keys must hold."""


class Rule(NamedTuple):
    """One rule, validated and compiled; `spec` holds the keys of its check."""

    id: str
    category: str
    title: Texts
    severity: Severity
    check: str
    spec: Mapping[str, Any]
    message: Texts
    why: Texts
    source: str = ""
    tier: int = 1
    expected: str = "high"
    when: Conditions = {}
    unless: Conditions = {}
    severity_when: Sequence[tuple[Conditions, Severity]] = ()
    suggestion: Texts = {}
    praise: Texts = {}
    lists: Mapping[str, int] = {}
    """Phrase lists that excuse any kind of check: unless_in_reply, unless_in_message, only_in_reply, only_in_message."""
    ceiling: Severity = "critical"
    """The dearest severity that its measured precision allows (scoring.md, point 7)."""
    worth: Severity = "info"
    """What it weighs in the coverage: its severity under the ceiling."""


LONGEST = 70
"""Words that messages quote are shortened to so many signs."""


def said(template: str, words: Mapping[str, str]) -> str:
    """A message with its words in the places of their names in braces: long ones are shortened, missing ones are empty."""
    if "{" not in template:
        return template
    parts = _parts(template)
    return "".join([_short(words.get(part, "")) if number % 2 else part for number, part in enumerate(parts)])


@cache
def _parts(template: str) -> tuple[str, ...]:
    """Text and names in turn."""
    return tuple(re.split(r"\{(\w+)\}", template))


def _short(word: str) -> str:
    return word if len(word) <= LONGEST else f"{word[: LONGEST - 1].rstrip()}…"


class RuleText(NamedTuple):
    """A rule file's content: `path` as users know it, `parts` of its place in the rule folder."""

    path: str
    parts: tuple[str, ...]
    content: bytes


class Verdict(NamedTuple):
    """Whether conditions hold; if not, why; `unknown` is a key that nobody told; `weak`: rests on a weak guess."""

    holds: bool
    reason: str = ""
    unknown: str = ""
    weak: bool = False


def judge(conditions: Conditions, context: Context) -> Verdict:
    """Whether all conditions hold. A value that is known and fails outweighs one that is unknown."""
    unknown = ""
    weak = False
    for key, values in conditions.items():
        known = context.get(key)
        if known is None or not known.value:
            unknown = unknown or key
        elif known.value not in values:
            return fails(key, known.value)
        elif known.certainty == "weak":
            weak = True
    if unknown:
        return fails(unknown, "?", unknown)
    return WEAKLY if weak else HOLDS


@cache
def fails(key: str, value: str, unknown: str = "") -> Verdict:
    """The verdict that a key has the wrong value (or none)."""
    return Verdict(holds=False, reason=f"{key}: {value}", unknown=unknown)


HOLDS, WEAKLY = Verdict(holds=True), Verdict(holds=True, weak=True)


def severity_of(rule: Rule, context: Context) -> tuple[Severity, bool]:
    """The rule's severity in a context, and whether it rests on a weak guess. Of several that hold the dearest wins."""
    held = [(severity, verdict) for conditions, severity in rule.severity_when if (verdict := judge(conditions, context)).holds]
    if not held:
        return rule.severity, False
    severity, verdict = max(held, key=lambda entry: RANK[entry[0]])
    return severity, verdict.weak


def at_most(severity: Severity, ceiling: Severity) -> Severity:
    """The severity, lowered to a ceiling."""
    return severity if RANK[severity] <= RANK[ceiling] else ceiling
