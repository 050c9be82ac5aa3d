"""`python -m tools.floors [--raise]`: the figures on judged replies against floors that only rise (tests/floors.json)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from replylint.mutation import survivors
from replylint.rulebook import load

ROOT = Path(__file__).parent.parent
EVAL = ROOT.parent / "shared" / "eval"
FLOORS = ROOT / "tests" / "floors.json"
CEILINGS = ("good.false_alarms_per_reply", "good.alarms_of_unrated_rules")
SLACK = 0.005
OF_RULES = ("micro.precision", "micro.recall", "macro_f1_support5", "places_right")
OF_REPLIES = (
    "score.kendall_tau_b",
    "score.band_kappa",
    "pairs.accuracy",
    "pairs.far_accuracy",
    "good.send_share",
    "good.false_alarms_per_reply",
    "good.alarms_of_unrated_rules",
    "context.intent.accuracy",
    "context.mood.accuracy",
    "context.fault.accuracy",
    "context.fault.macro",
)


def judged(*options: str) -> dict[str, Any]:
    """What evaluate.py says of both files together."""
    command = [sys.executable, EVAL / "evaluate.py", EVAL / "dev-real.jsonl", EVAL / "dev-scenarios.jsonl", "--json", *options]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    every: dict[str, Any] = json.loads(done.stdout)["all"]
    return every


def figures() -> dict[str, float]:
    """What evaluate.py prints for both files together, tier 1 and all rules, and how much of the rules their examples hold."""
    found: dict[str, float] = {"mutation.killed": killed()}
    if EVAL.is_dir():
        tier1, every = judged("--only", str(EVAL / "tier1.txt")), judged()
        found |= {key: value(tier1, key) for key in OF_RULES} | {f"all.{key}": value(every, key) for key in OF_RULES}
        found |= {key: value(every, key) for key in OF_REPLIES}
    return {key: round(number, 3) for key, number in found.items()}


def value(tree: Any, key: str) -> float:
    """A figure by its dotted name."""
    for part in key.split("."):
        tree = tree[part]
    return float(tree)


def killed() -> float:
    """The share of rule phrases that some example needs."""
    book = load()
    outcomes = [survivors(source, book) for source in book.sources]
    tried = sum(outcome.tried for outcome in outcomes)
    return 1 - sum(len(outcome.idle) for outcome in outcomes) / tried


def main() -> None:
    """Print each figure beside its floor; exit 1 below one; `--raise` moves floors up to today's figures."""
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    today = figures()
    if not EVAL.is_dir():
        print("skipped: ../shared/eval is not here, so the figures on judged replies are not checked")
    low = [key for key, number in today.items() if key in floors and worse(key, number, floors[key])]
    for key, number in today.items():
        print(f"{key:32} {number:6.3f}   floor {floors.get(key, float('nan')):6.3f}{'   BELOW' if key in low else ''}")
    if "--raise" in sys.argv:
        better = {key: number if key not in floors or worse(key, floors[key], number) else floors[key] for key, number in today.items()}
        FLOORS.write_text(json.dumps({**floors, **better}, indent=1) + "\n", encoding="utf-8")
    elif low:
        sys.exit(f"below the floor: {', '.join(low)}")


def worse(key: str, number: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor (or ceiling)."""
    return number > floor + SLACK if key in CEILINGS else number < floor - SLACK


if __name__ == "__main__":
    main()
