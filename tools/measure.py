"""`python -m tools.measure`: measure every rule on the judged replies and write rules/measured.yaml.

Needs ../shared/eval (judged replies without a licence: only the counts of them come into the project).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from replylint.engine import Options, check_one
from replylint.model import Origin, Record
from replylint.rulebook import load
from replylint.sources.making import Reading, record

ROOT = Path(__file__).parent.parent
EVAL = ROOT.parent / "shared" / "eval"
FILES = ("dev-real.jsonl", "dev-scenarios.jsonl")
HEAD = """# Hits of each rule on judged replies, and how many were right; made by `python -m tools.measure`, not by hand.
# A rule below 0.90 over at least ten hits is minor at most, below 0.75 advice (replylint/compiling.py, `ceiling_of`).
# hits: judged, not arguable; missed: violations it did not find; read: hits on unlabelled replies that were read (tests/read/).
"""


def read_hits() -> dict[str, Any]:
    """Rule → hits on unlabelled replies that somebody read, and how many of them were right (tests/read/)."""
    found: dict[str, Any] = {}
    for path in sorted((ROOT / "tests" / "read").glob("*.yaml")):
        found |= yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    return found


def line(rule: str, hits: Counter[str], right: Counter[str], missed: Counter[str], read: dict[str, int] | None) -> str:
    """One rule's counts."""
    told = f", read: {read['hits']}, read_right: {read['right']}" if read else ""
    return f"{rule}: {{hits: {hits[rule]}, right: {right[rule]}, missed: {missed[rule]}{told}}}"


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
        for rule in found & rated - set(labels["arguable"]):
            hits[rule] += 1
            right[rule] += rule in labels["violations"]
        missed.update(set(labels["violations"]) - found)
    read = read_hits()
    lines = [line(rule.id, hits, right, missed, read.get(rule.id)) for rule in book.rules if rule.id in rated or rule.id in read]
    (ROOT / "rules" / "measured.yaml").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
