"""Judged replies whose faults lie in times, platforms and the earlier talk: `tests/judged/meta.jsonl`, each with its house."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from replylint.configkeys import house
from replylint.engine import Options, check_one
from replylint.model import Message, Record
from replylint.rulebook import load

BOOK = load()
RULES = (
    "channel-unavailable",
    "details-link-missing",
    "holding-reply-overdue",
    "incident-status-missing",
    "long-public-explanation",
    "response-time",
    "stale-reply",
    "unanswered-mention",
    "working-hours-missing",
)
LINES = (Path(__file__).parent / "judged" / "meta.jsonl").read_text(encoding="utf-8").splitlines()
JUDGED = [json.loads(line) for line in LINES]


def record(values: dict[str, Any]) -> Record:
    known = {key: value for key, value in values.items() if key in Record._fields and key != "history"}
    return Record(**known, history=tuple(Message(**message) for message in values.get("history", ())))


@pytest.mark.parametrize("judged", JUDGED, ids=lambda judged: judged["id"])
def test_the_rules_agree_with_the_judge(judged: dict[str, Any]) -> None:
    profile = {key: tuple(value) if isinstance(value, list) else value for key, value in judged.get("profile", {}).items()}
    findings = check_one(record(judged), BOOK, Options(profile=house(profile))).findings
    found = {finding.rule: judged["reply"][finding.span.start : finding.span.end] for finding in findings if finding.rule in RULES}
    wanted = judged["labels"]["violations"]
    assert set(found) == set(wanted)
    for rule, quotes in wanted.items():
        assert not quotes[0] or found[rule] in quotes[0] or quotes[0] in found[rule]
