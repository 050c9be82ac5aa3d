"""Obscene stems behind swapped letters («х*й», «xуй», «п@шёл»), anchored so that innocent words pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match, Span

_SWAPPED = str.maketrans("ёaceopxyk0@3*#$%._", "еасеорхукоаз......")
_MASKED = re.compile(r"[*#$%@_.03](?=[^\W\d_])|[*#$%@_](?<=[^\W\d_].)")
HEAD = 3
_WORD = re.compile(r"[A-Za-zА-Яа-яЁё0@3][A-Za-zА-Яа-яЁё0@3*#$%._-]*[A-Za-zА-Яа-яЁё]")


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Words that begin with a stem of `stems` (`*` in the text stands for any letter), and the phrases of `find`."""
    spans = {situation.span(hit) for hit in excepted(situation.found(spec["find"]), situation.found(spec.get("except")))}
    stems = tuple(spec["stems"])
    for found in _WORD.finditer(situation.reply.text) if _suspicious(situation, stems) else ():
        span = Span(found.start(), found.end())
        if _stems(stems).match(_plain(found.group())) and not situation.reply.quoted(span):
            spans.add(span)
    for span in sorted(spans):
        yield situation.at(span)


def _suspicious(situation: Situation, stems: tuple[str, ...]) -> bool:
    """Whether a word begins as a stem does, or has a hidden letter: few texts need be looked at closer."""
    size, heads = _heads(stems)
    words = situation.reply.words
    return bool(_MASKED.search(situation.reply.text)) or any(
        word.norm[:size] in heads or (word.norm.isascii() and _plain(word.norm[:size]) in heads) for word in words
    )


def _plain(word: str) -> str:
    """A word with look-alike letters put right; masked letters become `.`, which a stem accepts."""
    return word.lower().translate(_SWAPPED)


@lru_cache(maxsize=4)
def _heads(stems: tuple[str, ...]) -> tuple[int, frozenset[str]]:
    """How the stems begin, and how many letters of them that is."""
    size = min(HEAD, *(len(stem.rstrip("$")) for stem in stems))
    return size, frozenset(stem[:size] for stem in stems)


@lru_cache(maxsize=4)
def _stems(stems: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all stems: in a masked word each letter but the first may be hidden."""
    parts = []
    for stem in stems:
        end = r"$" if stem.endswith("$") else ""
        body = stem.rstrip("$")
        parts.append(body[0] + "".join(f"[{letter}.]" for letter in body[1:]) + end)
    return re.compile(r"(?:" + "|".join(parts) + ")")


KIND = Kind({"stems": "texts", "find": "phrases", "except": "phrases"}, ("stems", "find"), run)
