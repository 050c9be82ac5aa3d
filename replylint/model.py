"""What flows through replylint: frozen records, complete when they are made.

Named tuples, because a start makes them all: they cost a quarter of a frozen dataclass.

Every place is a half-open span in Unicode code points of the text as its author wrote it. Lines, columns and
UTF-16 are worked out at the edge (`text.Lines`). This module imports nothing of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Severity = Literal["info", "minor", "major", "critical"]
SEVERITIES: tuple[Severity, ...] = ("info", "minor", "major", "critical")
Band = Literal["send", "polish", "rewrite", "block"]
Certainty = Literal["told", "sure", "weak", "unknown"]
Language = Literal["ru", "en"]
DEBT = "baseline"
"""The reason why a finding that the baseline holds is suppressed."""
_NOTHING: Mapping[str, Any] = {}


class Span(NamedTuple):
    """A place: `start` ≤ `end`, in code points of the author's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class Mark(NamedTuple):
    """From this offset of a reply on (to the next mark or line end), its signs stand here in the file."""

    offset: int
    line: int
    column: int


class Origin(NamedTuple):
    """Where a record comes from: `path` as given, `place` inside the file ("row 7"), first line of the reply."""

    path: str = ""
    place: str = ""
    line: int = 1
    marks: tuple[Mark, ...] = ()
    """Where the signs of the reply stand in the file; empty where only its first line is known."""
    span: tuple[int, int] = (0, 0)
    """Where its literal stands in the text of the file; `(0, 0)` where it cannot be told."""


class Message(NamedTuple):
    """An earlier message of the conversation."""

    author: Literal["customer", "agent"]
    text: str
    at: str = ""


class Record(NamedTuple):
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
    origin: Origin = Origin()
    ignored: tuple[str, ...] = ()
    """Keys of the source that replylint does not know."""
    part: str = ""
    """The fragment that the text is, in a library of parts: the key above its list, or its column. No key of a source."""


INNER = ("origin", "ignored", "part")
"""Fields of a record that no source may tell."""


class Problem(NamedTuple):
    """An input that was not checked, and why."""

    path: str
    message: str
    place: str = ""
    skipped: bool = False
    """Left out, one reply of many or on purpose (an inactive macro): listed, but no fault."""
    warning: bool = False
    """Told, and nothing was left out."""


class Edit(NamedTuple):
    """Put `text` in place of `span`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding; `safe` means that nobody need read the result."""

    edits: tuple[Edit, ...]
    safe: bool


class Match(NamedTuple):
    """What a check found: where, and the words a message may name. It knows no rule."""

    span: Span
    words: Mapping[str, str] = _NOTHING
    fix: Fix | None = None
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
    """Set where the check itself knows a severity (three typos in one reply); else the rule decides."""


class Finding(NamedTuple):
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


class Place(NamedTuple):
    """A place in one reply of a library: its origin, the part of its text, that text."""

    origin: Origin
    span: Span
    text: str


class LibraryFinding(NamedTuple):
    """What no reply shows alone: look-alikes, gaps, undeclared slots. `places`: the replies that it is about."""

    rule: str
    category: str
    severity: Severity
    message: str
    why: str
    places: tuple[Place, ...] = ()
    suggestion: str = ""
    suppressed: str | None = None


class Known(NamedTuple):
    """A value of the context and how it is known."""

    value: str
    certainty: Certainty


class Context(NamedTuple):
    """The situation of one reply: `known` by key of interface.md §1, `facts` derived from the texts."""

    known: Mapping[str, Known] = _NOTHING
    facts: Mapping[str, bool | None] = _NOTHING
    """True, False, or None where the texts that would show it are not given."""

    def value(self, key: str) -> str:
        """The value of a key, "" where it is unknown."""
        entry = self.known.get(key)
        return entry.value if entry else ""

    def get(self, key: str) -> Known | None:
        """A value or a fact as conditions read it: facts are "yes", "no" or unknown; they outrank values."""
        return _FACTS[self.facts[key]] if key in self.facts else self.known.get(key)


_FACTS = {None: Known("", "unknown"), True: Known("yes", "sure"), False: Known("no", "sure")}


class NotApplicable(NamedTuple):
    """A rule that did not run. `unknown` names the key of the context that would have decided it."""

    rule: str
    reason: str
    unknown: str = ""


class Score(NamedTuple):
    """0–100. `losses` has the cost of each finding, in the order of the findings; they add up to 100 − value."""

    value: int
    raw: int
    band: Band
    coverage: int
    losses: tuple[int, ...]
    by_category: Mapping[str, int] = _NOTHING


class Checked(NamedTuple):
    """A record with everything that was found about it. `score` is None where the reply could not be judged."""

    record: Record
    context: Context
    findings: tuple[Finding, ...] = ()
    score: Score | None = None
    not_applicable: tuple[NotApplicable, ...] = ()
    praise: tuple[str, ...] = ()
    """Titles of what the reply does well: `require` rules that hold."""


class RulebookFacts(NamedTuple):
    """Which rules judged: for reports."""

    name: str
    hash: str
    rules: tuple[str, ...]
    titles: Mapping[str, str] = _NOTHING
    categories: Mapping[str, str] = _NOTHING
    """Category id → its name in the language of the report."""


class Report(NamedTuple):
    """What every output format takes."""

    checked: tuple[Checked, ...]
    rulebook: RulebookFacts
    problems: tuple[Problem, ...] = ()
    library: tuple[LibraryFinding, ...] = ()
    language: Language = "ru"
