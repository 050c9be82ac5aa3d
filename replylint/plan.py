"""Which rules a reply is worth trying: rules of the same conditions are judged once, and phrases that are not there cost nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from replylint.model import Context, Known, NotApplicable, Severity
from replylint.pattern.match import Hits
from replylint.rule import Conditions, Rule, Verdict, fails, judge, severity_of

ANCHORS = {"phrase": ("find",), "stock": ("find",), "idle": ("find", "find_idle")}
"""Kinds of check that can find nothing where no phrase of these lists does."""

MOST_SITUATIONS = 1_000
"""So many are remembered at most."""

LIBRARY = "library"
"""The kind of check that no reply is judged by alone."""


class Group(NamedTuple):
    """Rules that apply in the same situations."""

    when: Conditions
    unless: Conditions
    rules: list[Rule]


class Worth(NamedTuple):
    """How many rules of each severity could be judged, and how many could not because something is unknown (both empty: none is)."""

    judged: Mapping[Severity, int]
    unknown: Mapping[Severity, int]


class Chosen(NamedTuple):
    """What applies in a situation. A rule's flag says that it rests on a weak guess."""

    always: Sequence[tuple[Rule, bool]]
    """Rules to be tried whatever phrases there are."""
    anchored: Mapping[int, Sequence[tuple[Rule, bool]]]
    """Rules by the list of their phrases."""
    praised: Sequence[Rule]
    skipped: tuple[NotApplicable, ...]
    worth: Worth
    severities: dict[str, tuple[Severity, bool]]
    """The severity of rules that found something, and whether it rests on a weak guess; worked out when it is asked for."""

    def severity(self, rule: Rule, context: Context) -> tuple[Severity, bool]:
        """The severity of a rule in a context for which this was chosen."""
        known = self.severities.get(rule.id)
        if known is None:
            known = self.severities[rule.id] = severity_of(rule, context)
        return known

    def candidates(self, hits: Hits) -> Iterator[tuple[Rule, bool]]:
        """Rules that may find something where these phrases are."""
        yield from self.always
        found = {rule.id: (rule, weak) for number in hits.keys() & self.anchored.keys() for rule, weak in self.anchored[number]}
        yield from found.values()


class Plan:
    """The active rules, grouped. Situations are few, as rules see them: each is judged once."""

    def __init__(self, rules: Sequence[Rule], groups: Sequence[Group]) -> None:
        self.rules = rules
        """All of them, those of libraries too."""
        self._groups = groups
        graded = (conditions for rule in rules for conditions, _ in rule.severity_when)
        named = (conditions for group in groups for conditions in (group.when, group.unless))
        self._keys = tuple({key: None for conditions in (*named, *graded) for key in conditions})
        self._told: tuple[tuple[str, ...], ...] = ()
        """The keys that are facts (a rulebook has the same in every situation) and the others."""
        self._chosen: dict[tuple[bool | Known | None, ...], Chosen] = {}

    def choose(self, context: Context) -> Chosen:
        """The rules that apply in a situation."""
        facts, known = context.facts, context.known
        if not self._told:
            self._told = tuple(key for key in self._keys if key in facts), tuple(key for key in self._keys if key not in facts)
        seen = (*map(facts.get, self._told[0]), *map(known.get, self._told[1]))
        chosen = self._chosen.get(seen)
        if chosen is None:
            if len(self._chosen) >= MOST_SITUATIONS:
                self._chosen.clear()
            chosen = self._chosen[seen] = self._choose(context)
        return chosen

    def _choose(self, context: Context) -> Chosen:
        tried: list[tuple[Rule, bool]] = []
        skipped: list[NotApplicable] = []
        for group in self._groups:
            verdict = applies(group, context)
            if verdict.holds:
                tried.extend((rule, verdict.weak) for rule in group.rules)
            else:
                skipped.extend(NotApplicable(rule.id, verdict.reason, verdict.unknown) for rule in group.rules)
        return Chosen(
            [(rule, weak) for rule, weak in tried if rule.check not in ANCHORS],
            _by_list(tried),
            [rule for rule, _ in tried if rule.praise],
            tuple(skipped),
            self.worth(skipped),
            {},
        )

    def worth(self, skipped: Iterable[NotApplicable]) -> Worth:
        """What the rules weigh in the coverage, where those were skipped."""
        unknown = {entry.rule for entry in skipped if entry.unknown}
        rules = [rule for group in self._groups for rule in group.rules] if unknown else []
        return Worth(
            Counter(rule.worth for rule in rules if rule.id not in unknown), Counter(rule.worth for rule in rules if rule.id in unknown)
        )


def _by_list(tried: Iterable[tuple[Rule, bool]]) -> dict[int, list[tuple[Rule, bool]]]:
    found: dict[int, list[tuple[Rule, bool]]] = {}
    for rule, weak in tried:
        for key in ANCHORS.get(rule.check, ()):
            found.setdefault(rule.spec[key], []).append((rule, weak))
    return found


def plan_of(rules: Sequence[Rule]) -> Plan:
    """The plan for some rules."""
    groups: dict[str, Group] = {}
    for rule in rules:
        if rule.check == LIBRARY:
            continue
        key = repr((sorted(rule.when.items()), sorted(rule.unless.items())))
        groups.setdefault(key, Group(rule.when, rule.unless, [])).rules.append(rule)
    return Plan(rules, list(groups.values()))


def applies(rule: Rule | Group, context: Context) -> Verdict:
    """Whether a rule is to be judged in a situation (`when` holds, `unless` does not)."""
    verdict = judge(rule.when, context)
    if not verdict.holds:
        return verdict
    for key, values in rule.unless.items():
        known = context.get(key)
        if known is not None and known.value in values and known.certainty != "weak":
            return fails(key, ", ".join(values))
    return verdict
