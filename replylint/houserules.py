"""A house's adjustments of rules: `extends: empty-promise` and only the keys that change; `find_more` adds to `find`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from replylint import examples
from replylint.checks import kind
from replylint.fields import Fields, phrases
from replylint.yamltext import Mapping, Scalar, nearest

if TYPE_CHECKING:
    from replylint.rulefile import RuleSource

KEY = "extends"
MORE = "_more"


def base_of(fields: Fields, known: Sequence[RuleSource]) -> RuleSource:
    """The rule that a file adjusts. Raises RuleFault for one that does not exist."""
    name = fields.text(KEY)
    found = next((source for source in known if source.head["id"] == name), None)
    if found is None:
        near = nearest(name, [source.head["id"] for source in known])
        raise fields.fault(KEY, f"нет такого правила — «{name}»", f"может быть, {near}?" if near else "replylint rules")
    return found


def merged(fields: Fields, base: Fields) -> Fields:
    """The keys of a rule with those that the house changes, without those that only add."""
    own = {name: node for name, node in fields.node.entries.items() if name != KEY and not name.endswith(MORE)}
    lines = {**base.node.key_lines, **{name: fields.node.key_lines[name] for name in own}}
    entries = {**base.node.entries, **own}
    if "severity" in own:  # the house's word: neither cases nor what was measured elsewhere change it
        entries["expected"] = own.get("expected", Scalar("high", fields.line("severity"), 0, fields.line("severity")))
        if "severity_when" not in own:
            entries.pop("severity_when", None)
    return Fields(Mapping(entries, lines, fields.node.line, fields.node.column), fields.path)


def adjusted(source: RuleSource, base: RuleSource, fields: Fields, excuses: Sequence[str]) -> RuleSource:
    """A rule made of merged keys: what the base said stands where the base said it, what is added comes behind."""
    source = replace(
        source,
        phrases={**source.phrases, **{key: found for key, found in base.phrases.items() if key not in fields}},
        excuses={**source.excuses, **{key: found for key, found in base.excuses.items() if key not in fields}},
        bad=source.bad if "bad" in fields else base.bad,
        good=source.good if "good" in fields else base.good,
    )
    for name in fields.names():
        if name.endswith(MORE):
            source = _with(source, name.removesuffix(MORE), fields, excuses)
    return source


def _with(source: RuleSource, key: str, fields: Fields, excuses: Sequence[str]) -> RuleSource:
    """A rule with what one `_more` key adds. Raises RuleFault for a key that cannot be added to."""
    listed = [name for name, what in kind(source.head["check"]).keys.items() if what in ("phrases", "replacing")]
    name = key + MORE
    own = Fields(Mapping({key: fields.node.entries[name]}, {key: fields.line(name)}, fields.line(name), 0), fields.path)
    if key in listed:
        return replace(source, phrases={**source.phrases, key: (*source.phrases.get(key, ()), *phrases(own, key))})
    if key in excuses:
        return replace(source, excuses={**source.excuses, key: (*source.excuses.get(key, ()), *phrases(own, key))})
    if key == "bad":
        return replace(source, bad=(*source.bad, *examples.read(own, key)))
    if key == "good":
        return replace(source, good=(*source.good, *examples.read(own, key)))
    known = [f"{one}{MORE}" for one in (*listed, *excuses, "bad", "good")]
    near = nearest(name, known)
    raise fields.fault(name, f"«{name}» ничего не дополняет", f"может быть, «{near}»?" if near else ", ".join(known))
