"""Which rules a reply is worth trying: rules of the same conditions are judged once, and phrases that are not there cost nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from replylint.model import Known, NotApplicable, Severity
from replylint.pattern.match import Hits
from replylint.rule import Conditions, Rule, Verdict, fails, judge

ANCHORED = ("phrase", "stock")
"""Kinds of check that can find nothing where no phrase of `find` does."""

LIBRARY = "library"
"""The kind of check that no reply is judged by alone."""


@dataclass(slots=True)
class Group:
    """Rules that apply in the same situations."""

    when: Conditions
    unless: Conditions
    rules: list[Rule] = field(default_factory=list)
    always: list[Rule] = field(default_factory=list)
    """Rules to be tried whatever phrases there are."""
    anchored: dict[int, list[Rule]] = field(default_factory=dict)
    """Rules by the list of their phrases."""
    praised: list[Rule] = field(default_factory=list)
    refusals: dict[Verdict, tuple[NotApplicable, ...]] = field(default_factory=dict)

    def add(self, rule: Rule) -> None:
        """One more rule."""
        self.rules.append(rule)
        if rule.check in ANCHORED:
            self.anchored.setdefault(rule.spec["find"], []).append(rule)
        else:
            self.always.append(rule)
        if rule.praise:
            self.praised.append(rule)

    def candidates(self, hits: Hits) -> Iterator[Rule]:
        """Rules that may find something where these phrases are."""
        yield from self.always
        for number in hits.keys() & self.anchored.keys():
            yield from self.anchored[number]

    def refused(self, verdict: Verdict) -> tuple[NotApplicable, ...]:
        """All rules, as not applicable for the reason of a verdict."""
        if verdict not in self.refusals:
            self.refusals[verdict] = tuple(NotApplicable(rule.id, verdict.reason, verdict.unknown) for rule in self.rules)
        return self.refusals[verdict]


class Plan(NamedTuple):
    """The active rules, grouped, and what each is worth in the coverage."""

    groups: Sequence[Group]
    worth: Mapping[str, Severity]

    def judged(self, skipped: Iterable[NotApplicable]) -> tuple[list[Severity], list[Severity]]:
        """Severities of the rules that could be judged, and of those that could not because something is unknown."""
        unknown = {entry.rule for entry in skipped if entry.unknown}
        if not unknown:
            return [], []
        return [s for rule, s in self.worth.items() if rule not in unknown], [self.worth[rule] for rule in unknown]


def plan_of(rules: Iterable[Rule]) -> Plan:
    """The plan for some rules."""
    groups: dict[str, Group] = {}
    worth: dict[str, Severity] = {}
    for rule in rules:
        if rule.check == LIBRARY:
            continue
        key = repr((sorted(rule.when.items()), sorted(rule.unless.items())))
        groups.setdefault(key, Group(rule.when, rule.unless)).add(rule)
        worth[rule.id] = rule.worth
    return Plan(list(groups.values()), worth)


def applies(rule: Rule | Group, state: Mapping[str, Known]) -> Verdict:
    """Whether a rule is to be judged in a situation (`when` holds, `unless` does not)."""
    verdict = judge(rule.when, state)
    if not verdict.holds:
        return verdict
    for key, values in rule.unless.items():
        known = state.get(key)
        if known is not None and known.value in values and known.certainty != "weak":
            return fails(key, ", ".join(values))
    return verdict
