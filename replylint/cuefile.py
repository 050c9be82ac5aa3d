"""What stands beside the rules: cues of the context, platforms, the checklist."""

from __future__ import annotations

from typing import Any

from replylint.fields import Fields, phrases

SIDES = ("message", "reply", "agent-history", "customer-history")
"""Where the phrases of a cue are looked for."""

PROMISES = "promises"
"""The file that says how a promise of an answer names its time: phrases by what they mean (`replylint/context/promises.py`)."""


def platforms(fields: Fields) -> dict[str, dict[str, Any]]:
    """Platform → what it carries; every other way to write its name is a key of its own."""
    found: dict[str, dict[str, Any]] = {}
    for name in fields.names():
        inner = fields.inner(name)
        facts: dict[str, Any] = {"name": name, "max_chars": inner.whole("max_chars", 0)}
        facts |= {key: inner.flag(key) for key in ("private_messages", "links", "public") if key in inner}
        inner.no_others(["names", "max_chars", "private_messages", "links", "public", "note"])
        names = [alias.strip().lower().replace("ё", "е") for alias in (name, *inner.text("names", "").split(",")) if alias.strip()]
        facts["names"] = names
        found |= dict.fromkeys(names, facts)
    return found


def slots(fields: Fields) -> dict[str, dict[str, Any]]:
    """Kind of slot → its sample and the usual names of such slots, folded."""
    found = {}
    for kind in fields.names():
        inner = fields.inner(kind)
        inner.no_others(["sample", "names"])
        names = [line.lower().replace("ё", "е") for line, _ in inner.lines("names")]
        found[kind] = {"sample": inner.text("sample"), "names": names}
    return found


def checkpoint(fields: Fields) -> dict[str, str]:
    """A point of the checklist: what to do, in both languages, and its source."""
    fields.no_others(["ru", "en", "source"])
    return {key: fields.text(key) for key in ("ru", "en", "source")}


def cues(fields: Fields, name: str) -> dict[str, Any]:
    """A file of `context/`: facts (name → cues) or a guess (`values`: value → cues, `default`, `sure`)."""
    if name in ("signs", "facts"):
        return {fact: _cue_list(fields, fact) for fact in fields.names()}
    if name == PROMISES:
        return {key: phrases(fields, key) for key in fields.names()}
    values = fields.inner("values")
    spec: dict[str, Any] = {
        "default": fields.text("default"),
        "sure": fields.whole("sure", 2),
        "values": {value: _cue_list(values, value) for value in values.names()},
    }
    if fields.flag("always"):
        spec["always"] = True
    fields.no_others(["default", "sure", "always", "values", "note"])
    return spec


def _cue_list(fields: Fields, key: str) -> list[dict[str, Any]]:
    return [_cue(item) for item in fields.items(key)]


def _cue(fields: Fields) -> dict[str, Any]:
    from replylint.context.signs import SIGNS

    cue: dict[str, Any] = {"weight": fields.whole("weight", 1)}
    if "find" in fields:
        cue["find"] = phrases(fields, "find")
        cue["in"] = fields.choice("in", SIDES, "message")
        cue["most"] = fields.whole("most", 1)
        cue["echo"] = fields.whole("echo", 0)
    if "sign" in fields:
        cue["sign"] = fields.choice("sign", tuple(SIGNS))
    if "if" in fields:
        cue["if"] = fields.conditions("if")
    fields.no_others(["weight", "find", "in", "most", "echo", "sign", "if", "note"])
    return cue
