"""What conditions of rules may ask: keys of the context, facts, switches of the house; and the values that these can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from replylint.context.build import FACTS
from replylint.errors import RuleFault
from replylint.house import NAMES, SWITCHES
from replylint.rule import Conditions
from replylint.rulefile import RuleSource, Sources
from replylint.yamltext import nearest

YES_NO = ("yes", "no")
VALUES: Mapping[str, Sequence[str]] = {
    "intent": ("question", "price", "complaint", "praise", "suggestion", "troll", "other"),
    "mood": ("angry", "upset", "neutral", "happy"),
    "fault": ("ours", "theirs", "unknown", "none"),
    "stage": ("first", "in-progress", "resolved", "closing"),
    "channel": ("public", "private"),
    "register": ("vy", "ty", "mirror"),
    "rating": ("1", "2", "3", "4", "5"),
}
"""Keys of interface.md §1 that take one of some words. `platform` is free text."""


def known(sources: Sources) -> dict[str, Sequence[str]]:
    """Every key that a condition may name, with its values (none: any)."""
    facts = (*FACTS, *sources.cues.get("signs", {}), *sources.cues.get("facts", {}))
    switches = {NAMES[switch.name]: tuple(value for value in switch.values if value) for switch in SWITCHES}
    return {**VALUES, "platform": (), **switches, **dict.fromkeys(facts, YES_NO)}


def check_conditions(sources: Sources) -> None:
    """Raise RuleFault for the first condition of a rule that names an unknown key or value."""
    table = known(sources)
    for source in sources.rules:
        for conditions in (source.head["when"], source.head["unless"], *(c for c, _ in source.head["severity_when"])):
            _check(conditions, table, source)


def check_cues(sources: Sources) -> None:
    """Raise RuleFault for the first cue of a fact that asks for something unknown, or for a fact that is settled later."""
    table = known(sources)
    later = [*sources.cues.get("signs", {}), *sources.cues.get("facts", {})]
    for fact in sources.cues.get("facts", {}):
        if fact in sources.cues.get("signs", {}):
            raise _cue_fault("facts", f"«{fact}» есть и среди примет (signs): оставьте одно", "")
    for file in ("signs", "facts"):
        for fact, cues in sources.cues.get(file, {}).items():
            for key in (key for cue in cues for key in cue.get("if", {})):
                if key not in table:
                    raise _cue_fault(file, f"«{fact}» спрашивает неизвестное «{key}»", nearest(key, list(table)))
                if key in later:
                    raise _cue_fault(file, f"«{fact}» спрашивает «{key}», а это решается позже: переставьте «{key}» выше", "")
            later.remove(fact)


def _cue_fault(file: str, message: str, near: str) -> RuleFault:
    return RuleFault(message, path=f"context/{file}.yaml", line=1, hint=f"может быть, «{near}»?" if near else "")


def _check(conditions: Conditions, table: Mapping[str, Sequence[str]], source: RuleSource) -> None:
    for key, values in conditions.items():
        if key not in table:
            raise _fault(f"неизвестное условие «{key}»", nearest(key, list(table)), source)
        for value in values:
            if table[key] and value not in table[key]:
                near = nearest(value, list(table[key])) or ", ".join(table[key])
                raise _fault(f"«{key}»: нет такого значения «{value}»", near, source)


def _fault(message: str, near: str, source: RuleSource) -> RuleFault:
    return RuleFault(message, path=source.path, line=source.lines.get("when", 1), hint=f"может быть, «{near}»?" if near else "")
