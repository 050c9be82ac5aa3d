"""What differs between two templates, word by word."""

from __future__ import annotations

from difflib import SequenceMatcher

SHOWN = 4
LONGEST = 400
"""Words of a text that are compared."""
CUT = 40


def differences(one: str, other: str) -> str:
    """«добрые → тёплые; +завтра; −вам»: what to change in the first to get the second."""
    first, second = one.split()[:LONGEST], other.split()[:LONGEST]
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        old, new = _cut(" ".join(first[a:b])), _cut(" ".join(second[c:d]))
        if tag != "equal":
            found.append(f"{old} → {new}" if old and new else f"+{new}" if new else f"−{old}")
    more = "; …" if len(found) > SHOWN else ""
    return "; ".join(found[:SHOWN]) + more


def _cut(text: str) -> str:
    return text if len(text) <= CUT else f"{text[: CUT - 1].rstrip()}…"
