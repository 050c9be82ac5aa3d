"""The score: the table of scoring.md, and points 1–4 as properties."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.errors import RuleFault
from replylint.model import Finding, Severity, Span
from replylint.rulebook import load
from replylint.scoring import Policy, score, weaken

POLICY = load().policy
RULES = [*(rule for group in POLICY.groups for rule in group), "greeting-missing", "officialese-phrase", "blames-customer"]


def finding(rule: str, severity: Severity, start: int = 0) -> Finding:
    return Finding(rule, "tone", severity, "", "", Span(start, start + 1))


def given_findings(text: str) -> list[Finding]:
    """`rule severity [×n]`, comma separated."""
    found: list[Finding] = []
    for part in filter(None, text.split(", ")):
        rule, severity, *times = part.split()
        for _ in range(int(times[0][1:]) if times else 1):
            found.append(finding(rule, severity, len(found)))  # type: ignore[arg-type]  # the table's words
    return found


@pytest.mark.parametrize(
    ("findings", "value"),
    [
        ("", 100),
        ("greeting-missing major, follow-up-question-missing major, terse-reply major, customer-name-missing minor", 30),
        ("canned-follow-up-question minor", 90),
        ("officialese-phrase minor ×3", 85),
        ("empty-promise major, timeframe-missing major, next-step-missing major", 80),
        ("customer-name-wrong critical", 40),
        ("blames-customer critical, apology-missing major, empathy-missing major, greeting-missing major", 0),
    ],
)
def test_the_table_of_the_specification(findings: str, value: int) -> None:
    result = score(given_findings(findings), POLICY, {}, {})
    assert result.value == value
    assert sum(result.losses) == 100 - value


some = st.lists(
    st.builds(finding, st.sampled_from(RULES), st.sampled_from(["info", "minor", "major", "critical"]), st.integers(0, 50)), max_size=12
)


@settings(max_examples=200, deadline=None)
@given(some, st.randoms())
def test_costs_add_up_whatever_the_order(findings: list[Finding], random: object) -> None:
    result = score(findings, POLICY, {}, {})
    assert sum(result.losses) == 100 - result.value
    assert min(result.losses, default=0) >= 0
    assert sum(result.by_category.values()) == 100 - result.value
    shuffled = sorted(findings, key=lambda _: random.random())  # type: ignore[attr-defined]  # a random
    assert score(shuffled, POLICY, {}, {}).value == result.value


@settings(max_examples=300, deadline=None)
@given(some, st.sampled_from(RULES), st.sampled_from(["info", "minor", "major", "critical"]), st.integers(0, 50))
def test_one_more_finding_never_raises_the_score(findings: list[Finding], rule: str, severity: Severity, place: int) -> None:
    before = score(findings, POLICY, {}, {})
    after = score([*findings, finding(rule, severity, place)], POLICY, {}, {})
    assert after.value <= before.value
    assert after.raw <= before.raw


@settings(max_examples=100, deadline=None)
@given(some)
def test_a_critical_fault_cannot_be_outweighed(findings: list[Finding]) -> None:
    assert score([*findings, finding("customer-name-wrong", "critical")], POLICY, {}, {}).value <= 40


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(POLICY.groups), st.data())
def test_a_group_is_charged_once(group: tuple[str, ...], data: st.DataObject) -> None:
    rules = data.draw(st.lists(st.sampled_from(group), min_size=1, max_size=4, unique=True))
    result = score([finding(rule, "major") for rule in rules], POLICY, {}, {})
    assert result.value == 80
    assert sum(loss > 0 for loss in result.losses) == 1


def test_the_same_rule_again_costs_half_then_nothing() -> None:
    result = score([finding("officialese-phrase", "minor", n) for n in range(5)], POLICY, {}, {})
    assert result.losses == (10, 5, 0, 0, 0)


def test_suppressed_findings_cost_nothing() -> None:
    silent = finding("greeting-missing", "major")._replace(suppressed="agreed")
    assert score([silent], POLICY, {}, {}).value == 100


def test_coverage_is_the_share_of_points_that_could_be_judged() -> None:
    assert score([], POLICY, {"major": 1}, {"major": 1, "minor": 1}).coverage == 40
    assert score([], POLICY, {}, {}).coverage == 100


def test_weak_guesses_drop_one_step_but_not_below_minor() -> None:
    assert [weaken(s) for s in ("critical", "major", "minor", "info")] == ["major", "minor", "minor", "info"]


def test_a_broken_policy_is_told() -> None:
    with pytest.raises(RuleFault, match="ключи"):
        Policy.read({"points": {}})
