"""Findings → score, every point accounted for. The numbers are data: `rules/scoring.yaml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from replylint.errors import RuleFault
from replylint.model import SEVERITIES, Band, Finding, Score, Severity

FULL = 100
BANDS: tuple[Band, ...] = ("send", "polish", "rewrite", "block")


class Policy(NamedTuple):
    """Points of each severity, the cap of a critical fault, per cent for repeats, groups, lower bounds of bands."""

    points: Mapping[Severity, int]
    cap: int
    repeats: tuple[int, ...]
    groups: tuple[tuple[str, ...], ...]
    bands: tuple[tuple[Band, int], ...]

    @classmethod
    def read(cls, plain: Mapping[str, Any]) -> Policy:
        """The policy of plain text values. Raises RuleFault for a missing key, an unknown one or a wrong value."""
        keys = {"points", "critical-cap", "repeats", "groups", "bands"}
        if set(plain) != keys:
            odd = ", ".join(sorted(set(plain) ^ keys))
            raise RuleFault(f"scoring.yaml: нужны ключи {', '.join(sorted(keys))}; лишние или недостающие: {odd}")
        try:
            policy = cls(
                {severity: int(plain["points"][severity]) for severity in SEVERITIES},
                int(plain["critical-cap"]),
                tuple(int(share) for share in plain["repeats"]),
                tuple(tuple(group) for group in plain["groups"]),
                tuple((band, int(plain["bands"][band])) for band in BANDS),
            )
        except (KeyError, ValueError, TypeError) as error:
            raise RuleFault(f"scoring.yaml: неверное значение: {error}") from error
        members = [rule for group in policy.groups for rule in group]
        if len(members) != len(set(members)):
            raise RuleFault("scoring.yaml: правило может стоять только в одной группе")
        return policy

    def with_points(self, points: Mapping[str, int]) -> Policy:
        """The policy with the points that a house changed."""
        return self._replace(points={severity: points.get(severity, worth) for severity, worth in self.points.items()})


def score(findings: Sequence[Finding], policy: Policy, judged: Mapping[Severity, int], unknown: Mapping[Severity, int]) -> Score:
    """The score of one reply, 0–100.

    `judged`, `unknown`: how many rules of each severity could be judged, and how many could not because something
    about the situation is unknown. Losses stand in the order of the findings and add up to 100 − value.
    """
    if not findings:
        return Score(FULL, FULL, BANDS[0], _coverage(policy, judged, unknown), (), {})
    costs = _grouped(findings, _repeated(findings, policy), policy)
    raw = FULL - sum(costs)
    value = max(0, raw)
    if any(f.severity == "critical" and f.suppressed is None for f in findings):
        value = min(value, policy.cap)
    losses = _shared(costs, FULL - value)
    categories: dict[str, int] = defaultdict(int)
    for finding, loss in zip(findings, losses, strict=True):
        categories[finding.category] += loss
    band = next(band for band, least in policy.bands if value >= least)
    by_category = {key: lost for key, lost in sorted(categories.items(), key=lambda c: (-c[1], c[0])) if lost}
    return Score(value, raw, band, _coverage(policy, judged, unknown), tuple(losses), by_category)


def _repeated(findings: Sequence[Finding], policy: Policy) -> list[int]:
    """The cost of each finding: the dearest of a rule first, its repeats cheaper."""
    if len({finding.rule for finding in findings}) == len(findings):
        return [policy.points[finding.severity] if finding.suppressed is None else 0 for finding in findings]
    costs = [0] * len(findings)
    seen: dict[str, int] = defaultdict(int)
    order = sorted(range(len(findings)), key=lambda n: (-policy.points[findings[n].severity], findings[n].span))
    for number in order:
        finding = findings[number]
        if finding.suppressed is None:
            share = policy.repeats[min(seen[finding.rule], len(policy.repeats) - 1)]
            costs[number] = policy.points[finding.severity] * share // FULL
            seen[finding.rule] += 1
    return costs


def _grouped(findings: Sequence[Finding], costs: list[int], policy: Policy) -> list[int]:
    """Only the dearest rule of a group keeps its costs; of equal ones the first of the group."""
    totals: dict[str, int] = defaultdict(int)
    for finding, cost in zip(findings, costs, strict=True):
        totals[finding.rule] += cost
    if len(totals) == 1:
        return costs
    free: set[str] = set()
    for group in policy.groups:
        fired = [rule for rule in group if rule in totals]
        if len(fired) > 1:
            dearest = max(fired, key=lambda rule: totals[rule])
            free.update(rule for rule in fired if rule != dearest)
    return [0 if finding.rule in free else cost for finding, cost in zip(findings, costs, strict=True)]


def _shared(costs: list[int], lost: int) -> list[int]:
    """Costs scaled to what is really lost, in whole points, by largest remainder."""
    total = sum(costs)
    if total == lost or not total:
        return costs
    shares = [cost * lost // total for cost in costs]
    rest = lost - sum(shares)
    order = sorted(range(len(costs)), key=lambda n: (-(costs[n] * lost % total), n))
    for number in order[:rest]:
        shares[number] += 1
    return shares


def _coverage(policy: Policy, judged: Mapping[Severity, int], unknown: Mapping[Severity, int]) -> int:
    missing = sum(policy.points[severity] * count for severity, count in unknown.items())
    known = sum(policy.points[severity] * count for severity, count in judged.items()) if missing else 0
    return FULL - round(FULL * missing / (known + missing)) if missing else FULL


def weaken(severity: Severity) -> Severity:
    """One step down, not below minor: for findings that rest on a weak guess."""
    return "major" if severity == "critical" else "minor" if severity == "major" else severity
