"""Library rules → findings: texts and severities are the rule's, the places are ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from replylint.engine import Options
from replylint.model import Finding, LibraryFinding, Place, Record, Severity, Span
from replylint.rule import Rule, at_most

QUOTE = 60


def severity_for(rule: Rule, options: Options, told: Severity | None = None) -> Severity:
    """The house's severity of a rule, else the one told here, else the rule's own."""
    return options.severities.get(rule.id, at_most(told or rule.severity, rule.ceiling))


def finding(rule: Rule, span: Span, text: str, options: Options) -> Finding:
    """A finding in one template."""
    words = {"found": brief(text[span.start : span.end])}
    message = rule.message[options.lang].format_map(words)
    return Finding(rule.id, rule.category, severity_for(rule, options), message, rule.why[options.lang], span)


def general(
    rule: Rule,
    options: Options,
    places: Sequence[Place],
    words: Mapping[str, object],
    *,
    key: str = "",
    severity: Severity | None = None,
    suggestion: str = "",
) -> LibraryFinding:
    """A finding about the library. `key`: the key of the rule that holds another text than `message`."""
    texts = rule.spec[key] if key else rule.message
    message = texts[options.lang].format_map(words)
    own = severity_for(rule, options, severity)
    return LibraryFinding(rule.id, rule.category, own, message, rule.why[options.lang], tuple(places), suggestion)


def whole(record: Record) -> Place:
    """A template as a place."""
    return Place(record.origin, Span(0, len(record.reply)), record.reply)


def brief(text: str, most: int = QUOTE) -> str:
    """A text on one line, cut to fit a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
