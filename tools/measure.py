"""`python -m tools.measure`: measure every rule on the judged replies and write rules/measured.yaml.

Needs ../shared/eval (judged replies without a licence: only the counts of them come into the project).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from replylint.engine import Options, check_one
from replylint.model import Origin, Record
from replylint.rulebook import load
from replylint.sources.making import Reading, record

ROOT = Path(__file__).parent.parent
EVAL = ROOT.parent / "shared" / "eval"
FILES = ("dev-real.jsonl", "dev-scenarios.jsonl")
HEAD = """# Hits of each rule on judged replies, and how many were right; made by `python -m tools.measure`, not by hand.
# A rule below 0.90 over at least ten hits is minor at most, below 0.75 advice (replylint/rulebook.py, `ceiling`).
# hits: judged, not arguable; missed: violations it did not find.
"""


def main() -> None:
    """Count, write, print."""
    if not EVAL.is_dir():
        sys.exit("skipped: ../shared/eval is not here")
    rated = set((EVAL / "rated.txt").read_text(encoding="utf-8").split())
    book = load()
    right: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for row in (json.loads(line) for name in FILES for line in (EVAL / name).read_text(encoding="utf-8").splitlines()):
        labels = row["labels"]
        made = record({k: v for k, v in row.items() if k != "labels"}, Origin(), Reading())
        assert isinstance(made, Record)
        found = {finding.rule for finding in check_one(made, book, Options()).findings}
        for rule in found - set(labels["arguable"]):
            hits[rule] += 1
            right[rule] += rule in labels["violations"]
        missed.update(set(labels["violations"]) - found)
    lines = [
        f"{rule.id}: {{hits: {hits[rule.id]}, right: {right[rule.id]}, missed: {missed[rule.id]}}}"
        for rule in book.rules
        if rule.id in rated
    ]
    (ROOT / "rules" / "measured.yaml").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
