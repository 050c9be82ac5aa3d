"""What flows through replylint: frozen records, complete when they are made.

Every place is a half-open span in Unicode code points of the text as its author wrote it. Lines, columns and
UTF-16 are worked out at the edge (`text.Lines`). This module imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["info", "minor", "major", "critical"]
SEVERITIES: tuple[Severity, ...] = ("info", "minor", "major", "critical")
Band = Literal["send", "polish", "rewrite", "block"]
Certainty = Literal["told", "sure", "weak", "unknown"]
Language = Literal["ru", "en"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place: `start` ≤ `end`, in code points of the author's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: `path` as given, `place` inside the file ("row 7"), first line of the reply."""

    path: str = ""
    place: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Message:
    """An earlier message of the conversation."""

    author: Literal["customer", "agent"]
    text: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One reply and what is known of its situation. An empty value means "unknown"."""

    reply: str
    id: str = ""
    customer_message: str = ""
    customer_name: str = ""
    customer_handle: str = ""
    rating: int | None = None
    channel: str = ""
    platform: str = ""
    stage: str = ""
    intent: str = ""
    fault: str = ""
    mood: str = ""
    register: str = ""
    brand: str = ""
    agent: str = ""
    asked_at: str = ""
    answered_at: str = ""
    history: tuple[Message, ...] = ()
    origin: Origin = field(default_factory=Origin)
    ignored: tuple[str, ...] = ()
    """Keys of the source that replylint does not know."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that was not checked, and why."""

    path: str
    message: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in place of `span`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; `safe` means that nobody need read the result."""

    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Match:
    """What a check found: where, and the words a message may name. It knows no rule."""

    span: Span
    words: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
    """Set where the check itself knows a severity (three typos in one reply); else the rule decides."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A match and its rule: complete at birth."""

    rule: str
    category: str
    severity: Severity
    message: str
    why: str
    span: Span
    fix: Fix | None = None
    suggestion: str = ""
    """A better wording in words, where no exact edit can be given."""
    related: tuple[Span, ...] = ()
    suppressed: str | None = None
    """The reason of the suppression, or None."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value of the context and how it is known."""

    value: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Context:
    """The situation of one reply: `known` by key of interface.md §1, `facts` derived from the texts."""

    known: Mapping[str, Known] = field(default_factory=dict)
    facts: Mapping[str, bool | None] = field(default_factory=dict)
    """True, False, or None where the texts that would show it are not given."""

    def value(self, key: str) -> str:
        """The value of a key, "" where it is unknown."""
        entry = self.known.get(key)
        return entry.value if entry else ""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A rule that did not run. `unknown` names the key of the context that would have decided it."""

    rule: str
    reason: str
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """0–100. `losses` has the cost of each finding, in the order of the findings; they add up to 100 − value."""

    value: int
    raw: int
    band: Band
    coverage: int
    losses: tuple[int, ...]
    by_category: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """A record with everything that was found about it. `score` is None where the reply could not be judged."""

    record: Record
    context: Context
    findings: tuple[Finding, ...] = ()
    score: Score | None = None
    not_applicable: tuple[NotApplicable, ...] = ()
    praise: tuple[str, ...] = ()
    """Titles of what the reply does well: `require` rules that hold."""


@dataclass(frozen=True, slots=True)
class RulebookFacts:
    """Which rules judged: for reports."""

    name: str
    hash: str
    rules: tuple[str, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    """Category id → its name in the language of the report."""


@dataclass(frozen=True, slots=True)
class Report:
    """What every output format takes."""

    checked: tuple[Checked, ...]
    rulebook: RulebookFacts
    problems: tuple[Problem, ...] = ()
    library: tuple[Finding, ...] = ()
    language: Language = "ru"
