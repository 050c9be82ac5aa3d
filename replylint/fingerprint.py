"""What a finding is recognised by from run to run: its file, its rule and the words of its sentence, never a line number.

Baselines and the formats of code hosts use it, so that an old debt stays an old debt when lines above it change.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from replylint.model import Checked, Finding, LibraryFinding
from replylint.sentences import boundaries
from replylint.text import normal_text

SIZE = 16


@lru_cache(maxsize=16)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Cut once for all findings of a reply."""
    return tuple(boundaries(text))


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentences that hold a place, in normal form; at a place where something is missing, those around it."""
    places = _sentences(text)
    held = [text[a:b] for a, b in places if a < end and start < b] or [text[a:b] for a, b in places if a <= start <= b]
    return normal_text(" ".join(held or [text]))


def fingerprint(path: str, rule: str, words: str) -> str:
    """The mark of a finding: hexadecimal digits."""
    return hashlib.sha256(f"{path}\0{rule}\0{words}".encode("utf-8", "surrogatepass")).hexdigest()[:SIZE]


def of(checked: Checked, finding: Finding) -> str:
    """The fingerprint of a finding in a reply."""
    words = sentence_at(checked.record.reply, *finding.span)
    return fingerprint(checked.record.origin.path, finding.rule, words)


def of_library(finding: LibraryFinding) -> str:
    """The fingerprint of a finding about several replies: by all their words."""
    words = " ".join(sorted({normal_text(place.text) for place in finding.places})) or finding.message
    return fingerprint(finding.places[0].origin.path if finding.places else "", finding.rule, words)


def numbered(marks: Iterable[str]) -> Iterator[str]:
    """Marks with a count behind those that stand again: two equal faults are two."""
    seen: Counter[str] = Counter()
    for mark in marks:
        seen[mark] += 1
        yield mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
