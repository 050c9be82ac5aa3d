"""Findings that the trainer does not count: `overrule: [rule: reason]` in front matter, `rule: reason; rule: reason` in a cell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from replylint.model import Finding
from replylint.trainer.model import Overrule

_NEXT = re.compile(r"[;\n]\s*(?=[\w./-]+\s*:)")


def of_cell(cell: str, exercise: str) -> tuple[Overrule, ...]:
    """The overrules of a cell that concern an exercise: `exercise/rule: reason` names one, `rule: reason` all of the row."""
    if cell.lstrip()[:1] in ("[", "{"):
        try:
            return _chosen(of_tree(json.loads(cell)), exercise)
        except (ValueError, RecursionError):
            pass
    pairs = (part.partition(":") for part in _NEXT.split(cell) if part.strip())
    return _chosen([Overrule(rule.strip(), reason.strip()) for rule, _, reason in pairs], exercise)


def of_tree(tree: Any) -> list[Overrule]:
    """The overrules of plain values: a mapping, or a list of mappings or texts."""
    if isinstance(tree, dict):
        return [Overrule(str(rule).strip(), str(reason).strip()) for rule, reason in tree.items()]
    if isinstance(tree, list):
        return [one for item in tree for one in of_tree(item)]
    rule, _, reason = str(tree).partition(":")
    return [Overrule(rule.strip(), reason.strip())] if rule.strip() else []


def _chosen(found: Iterable[Overrule], exercise: str) -> tuple[Overrule, ...]:
    chosen = []
    for rule, reason in found:
        where, slash, name = rule.rpartition("/")
        if not slash or where.casefold() == exercise.casefold():
            chosen.append(Overrule(name, reason))
    return tuple(chosen)


def overruled(findings: Iterable[Finding], taken: Iterable[Overrule]) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings with those overruled suppressed by their reason, and the rules that found nothing."""
    reasons = {one.rule: one.reason or "—" for one in taken}
    done = tuple(one._replace(suppressed=reasons[one.rule]) if one.rule in reasons else one for one in findings)
    fired = {one.rule for one in done}
    return done, tuple(rule for rule in reasons if rule not in fired)
