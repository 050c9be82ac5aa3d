"""PROVISIONAL score (the owner of this file replaces it)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from replylint.model import Finding, Score, Severity

P = {"info": 0, "minor": 10, "major": 20, "critical": 40}


@dataclass(frozen=True, slots=True)
class Policy:
    groups: tuple[frozenset[str], ...] = ()

    @classmethod
    def read(cls, plain: Mapping[str, object]) -> "Policy":
        return cls()


def weaken(severity: Severity) -> Severity:
    return {"critical": "major", "major": "minor", "minor": "minor", "info": "info"}[severity]  # type: ignore


def score(findings: Sequence[Finding], policy: Policy, judged: Mapping[str, Severity], unknown: Mapping[str, Severity]) -> Score:
    losses = [P[f.severity] for f in findings]
    value = max(0, 100 - sum(losses))
    band = "send" if value >= 90 else "polish" if value >= 75 else "rewrite" if value >= 50 else "block"
    return Score(value, 100 - sum(losses), band, 100, tuple(losses), {})  # type: ignore
