"""Which points and severities would agree better with human marks: a small search; what it finds is proposed, never applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from typing import NamedTuple

from replylint.model import SEVERITIES, Severity
from replylint.scoring import BANDS, Policy, score
from replylint.trainer.agreement import kappa, within
from replylint.trainer.calibrate import Agreement, Judged, agreement, band

MINOR, MAJOR, CRITICAL = (5, 8, 10, 12, 15), (15, 20, 25, 30), (30, 40, 50, 60)
GAIN = 0.01
"""A smaller gain is none."""
FAR = 50
"""Points apart at which two scores have nothing to do with each other."""
OFTEN = 5
"""A rule that fired less often is left alone."""
MOST = 5
ENOUGH = 50
"""With fewer replies a proposal is mostly luck."""


class Proposal(NamedTuple):
    """Points and severities of rules that would agree better, and how well; empty where nothing does."""

    points: Mapping[Severity, int]
    severities: Mapping[str, Severity]
    agreement: Agreement
    enough: bool


def proposed(judged: Sequence[Judged], policy: Policy) -> Proposal:
    """The best points of a small grid, then for each frequent rule a severity one step up or down."""
    best, points = _worth(judged, policy, {}), dict(policy.points)
    for minor, major, critical in product(MINOR, MAJOR, CRITICAL):
        tried = {**policy.points, "minor": minor, "major": major, "critical": critical}
        worth = _worth(judged, policy._replace(points=tried), {})
        if minor < major < critical and worth > best + GAIN:
            best, points = worth, tried
    changed = {key: points[key] for key in SEVERITIES if points[key] != policy.points[key]}
    mended = policy._replace(points=points)
    severities = _severities(judged, mended, best)
    ours = _scores(judged, mended, severities)
    return Proposal(changed, severities, agreement([one.human for one in judged], ours, policy), len(judged) >= ENOUGH)


def _severities(judged: Sequence[Judged], policy: Policy, best: float) -> dict[str, Severity]:
    """Greedily, the dearest gain first."""
    often = Counter(rule for one in judged for rule in {finding.rule for finding in one.checked.findings})
    usual = {finding.rule: finding.severity for one in judged for finding in one.checked.findings}
    chosen: dict[str, Severity] = {}
    while len(chosen) < MOST:
        trials = [
            (_worth(judged, policy, {**chosen, rule: severity}), rule, severity)
            for rule, number in sorted(often.items())
            if number >= OFTEN and rule not in chosen
            for severity in _steps(usual[rule])
        ]
        worth, rule, severity = max(trials, default=(0.0, "", SEVERITIES[0]))
        if worth <= best + GAIN:
            break
        best, chosen[rule] = worth, severity
    return chosen


def _steps(severity: Severity) -> list[Severity]:
    place = SEVERITIES.index(severity)
    return [SEVERITIES[near] for near in (place - 1, place + 1) if 0 <= near < len(SEVERITIES)]


def _scores(judged: Sequence[Judged], policy: Policy, severities: Mapping[str, Severity]) -> list[int]:
    found = []
    for one in judged:
        findings = [f._replace(severity=severities.get(f.rule, f.severity)) for f in one.checked.findings]
        found.append(score(findings, policy, {}, {}).value)
    return found


def _worth(judged: Sequence[Judged], policy: Policy, severities: Mapping[str, Severity]) -> float:
    """How well scores made so agree: the mean of the share within ten points, the kappa of bands, and nearness."""
    ours, human = _scores(judged, policy, severities), [one.human for one in judged]
    bands = [[band(value, policy) for value in scores] for scores in (human, ours)]
    apart = sum(abs(one - other) for one, other in zip(human, ours, strict=True)) / len(human)
    return ((within(human, ours) or 0) + (kappa(bands[0], bands[1], len(BANDS)) or 0) + 1 - apart / FAR) / 3
