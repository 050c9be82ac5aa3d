"""Rule files → rule sources: read strictly, every fault with its file and line.

`rules/` holds: `<category>/<rule>.yaml`, `lexicon/*.yaml` (named groups; `names.yaml`, `words.yaml`),
`context/*.yaml` (cues for guesses and facts) and `scoring.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from replylint import cuefile, examples, houserules, yamltext
from replylint.checks import KINDS, kind
from replylint.errors import RuleFault
from replylint.examples import Example
from replylint.fields import Fields, Phrases, phrases
from replylint.model import SEVERITIES
from replylint.rule import RuleText

CATEGORIES = ("contact", "substance", "dialogue", "ownership", "tone", "plain", "authentic", "channel", "library")
EXCUSES = ("unless_in_reply", "unless_in_message", "only_in_reply", "only_in_message")
LIBRARY = "library"
"""The kind of check whose rules judge no reply alone: they need no examples that are one."""
EXPECTED = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class RuleSource:
    """A rule as its file says it: `head` is what `rule.Rule` takes, the rest waits for compilation."""

    head: Mapping[str, Any]
    values: Mapping[str, Any]
    phrases: Mapping[str, Phrases]
    excuses: Mapping[str, Phrases]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    path: str
    lines: Mapping[str, int] = field(default_factory=dict)
    """Key → its line in the file."""


@dataclass(slots=True)
class Sources:
    """Everything that a rulebook is compiled from."""

    rules: list[RuleSource] = field(default_factory=list)
    groups: dict[str, Phrases] = field(default_factory=dict)
    models: dict[str, str] = field(default_factory=dict)
    names: dict[str, Any] = field(default_factory=dict)
    cues: dict[str, Any] = field(default_factory=dict)
    policy: dict[str, Any] = field(default_factory=dict)
    measured: dict[str, dict[str, str]] = field(default_factory=dict)
    platforms: dict[str, dict[str, Any]] = field(default_factory=dict)
    checklist: dict[str, dict[str, str]] = field(default_factory=dict)
    slots: dict[str, dict[str, Any]] = field(default_factory=dict)
    fields: dict[str, Fields] = field(default_factory=dict)
    """Rule → its keys, for files that adjust it."""


def read(texts: Iterable[RuleText]) -> Sources:
    """All rule files. Raises RuleFault for the first that is broken."""
    sources = Sources()
    for text in texts:
        _read_file(text, sources)
    return sources


def _read_file(text: RuleText, sources: Sources) -> None:
    fields, parts = _fields(text), text.parts
    match parts:
        case ("lexicon", "names.yaml"):
            sources.names = fields.plain()
        case ("lexicon", "words.yaml"):
            sources.models |= {key.replace("ё", "е"): str(value) for key, value in fields.plain().items()}
        case ("lexicon", _):
            _read_groups(fields, sources)
        case ("context", name):
            sources.cues[PurePath(name).stem] = cuefile.cues(fields, PurePath(name).stem)
        case ("scoring.yaml",):
            sources.policy = fields.plain()
        case ("checklist.yaml",):
            sources.checklist |= {name: cuefile.checkpoint(fields.inner(name)) for name in fields.names()}
        case ("slots.yaml",):
            sources.slots |= cuefile.slots(fields)
        case ("platforms.yaml",):
            sources.platforms |= cuefile.platforms(fields)
        case ("measured.yaml",):
            sources.measured |= fields.plain()
        case _:
            _add_rule(parts, fields, sources)


def _fields(text: RuleText) -> Fields:
    try:
        content = text.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleFault(f"это не UTF-8: {error.reason}", path=text.path) from error
    return Fields.of(yamltext.read(content, text.path, RuleFault), text.path)


def _read_groups(fields: Fields, sources: Sources) -> None:
    for name in fields.names():
        if name in sources.groups:
            raise fields.fault(name, f"группа «{name}» уже есть в другом файле")
        sources.groups[name] = phrases(fields, name)


def _add_rule(parts: tuple[str, ...], fields: Fields, sources: Sources) -> None:
    category, name = (parts[0] if len(parts) > 1 else ""), PurePath(parts[-1]).stem
    if houserules.KEY in fields:
        _adjust(fields, sources)
        return
    if category not in CATEGORIES:
        raise RuleFault(f"папка «{category}» — не категория правил", path=fields.path, hint=f"есть {', '.join(CATEGORIES)}")
    if any(source.head["id"] == name for source in sources.rules):
        raise RuleFault(f"правило «{name}» уже есть", path=fields.path)
    sources.rules.append(rule(fields, name, category))
    sources.fields[name] = fields


def _adjust(fields: Fields, sources: Sources) -> None:
    """A rule that is there takes what a house's file says of it."""
    base = houserules.base_of(fields, sources.rules)
    name = base.head["id"]
    whole = houserules.merged(fields, sources.fields[name])
    made = houserules.adjusted(rule(whole, name, base.head["category"]), base, fields, EXCUSES)
    sources.rules[sources.rules.index(base)] = made
    sources.fields[name] = whole
    if "severity" in fields:
        sources.measured.pop(name, None)


def rule(fields: Fields, name: str, category: str) -> RuleSource:
    """One rule out of its fields. Raises RuleFault with the line of what is missing, unknown or wrong."""
    check = fields.choice("check", tuple(KINDS))
    keys = kind(check).keys
    head = _head(fields, name, category, check)
    listed = {key for key, kind_ in keys.items() if kind_ in ("phrases", "replacing")}
    found = {key: phrases(fields, key) for key in sorted(listed) if key in fields}
    values = {key: fields.value(key, kind_) for key, kind_ in keys.items() if key not in listed and key in fields}
    for key in kind(check).needed:
        if key not in fields:
            raise fields.fault("check", f"проверке {check} нужен ключ «{key}»")
    excuses = {key: phrases(fields, key) for key in EXCUSES if key in fields}
    bad, good = examples.read(fields, "bad"), examples.read(fields, "good")
    fields.no_others([*head, *keys, *EXCUSES, "bad", "good", "note"])
    if (not bad or not good) and check != LIBRARY:
        raise fields.fault("bad" if bad else "title", "у правила должны быть примеры: хотя бы один плохой и один хороший")
    return RuleSource(head, values, found, excuses, bad, good, fields.path, fields.node.key_lines)


def _head(fields: Fields, name: str, category: str, check: str) -> dict[str, Any]:
    """What every rule says, whatever its check."""
    return {
        "id": name,
        "category": category,
        "title": fields.languages("title"),
        "severity": fields.choice("severity", SEVERITIES),
        "check": check,
        "message": fields.languages("message"),
        "why": fields.languages("why"),
        "source": fields.text("source"),
        "tier": fields.whole("tier", 1),
        "expected": fields.choice("expected", EXPECTED, "high"),
        "when": fields.conditions("when"),
        "unless": fields.conditions("unless"),
        "severity_when": fields.severities("severity_when"),
        "suggestion": fields.languages("suggestion", needed=False),
        "praise": fields.languages("praise", needed=False),
    }
