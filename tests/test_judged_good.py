"""Good replies of many trades and tempers, written as if by many hands: nobody would sign a finding on them."""

from __future__ import annotations

import json
from pathlib import Path

from replylint.engine import Options, check_one
from replylint.model import Record
from replylint.rulebook import load

MOST = 3
"""So many findings that cost something may be left in all."""


def test_good_replies_are_left_alone() -> None:
    book = load()
    lines = (Path(__file__).parent / "judged" / "good.jsonl").read_text(encoding="utf-8").splitlines()
    alarms = [
        f"{record.id}: {finding.rule}"
        for record in (Record(**{key: value for key, value in json.loads(line).items() if key in Record._fields}) for line in lines)
        for finding in check_one(record, book, Options()).findings
        if finding.severity != "info"
    ]
    assert len(alarms) <= MOST, alarms
