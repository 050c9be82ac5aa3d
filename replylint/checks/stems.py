"""Obscene stems behind swapped letters («х*й», «xуй», «п@шёл»), anchored so that innocent words pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks.once import Once
from replylint.checks.sieve import Sieve
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.expressions import expression
from replylint.model import Match, Span

_SWAPPED = str.maketrans("ёaceopxyk0@3*#$%._", "еасеорхукоаз......")
_MASKED = expression(r"[*#$%@_.03](?:(?=[^\W\d_])|(?<=[^\W\d_][*#$%@_]))")
_HIDING = frozenset("*#$%@_03.")
_QUOTED = expression(r"«[^»]*»|„[^“]*“|\"[^\"]*\"")
HEAD = 3
_WORD = expression(r"[A-Za-zА-Яа-яЁё0@3][A-Za-zА-Яа-яЁё0@3*#$%._-]*[A-Za-zА-Яа-яЁё]")


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Words that begin with a stem of `stems` (`*` in the text stands for any letter), and the phrases of `find`."""
    hits = excepted(situation.found(spec["find"]), situation.found(spec.get("except")))
    spans = {span for hit in hits if not _theirs(situation, span := situation.span(hit))}
    for found in _WORD.finditer(situation.reply.text) if _suspicious(situation, spec) else ():
        span = Span(found.start(), found.end())
        if _stems(spec).match(_plain(found.group())) and not situation.reply.quoted(span):
            spans.add(span)
    for span in sorted(spans):
        yield situation.at(span)


def _theirs(situation: Situation, span: Span) -> bool:
    """Whether words stand in quotation marks and are the customer's, whole or shortened, or begin a title: «суп „Умник“»."""
    if situation.reply.quoted(span):
        return True
    text = situation.reply.text
    around = next((found for found in _QUOTED.finditer(text) if found.start() < span.start and span.end < found.end()), None)
    if around is None:
        return False
    said = {word.norm for word in situation.reply.words if span.start <= word.start < span.end}
    return said <= situation.message.norms or (span.start == around.start() + 1 and text[span.start].isupper() and around.start() > 0)


def _suspicious(situation: Situation, spec: Spec) -> bool:
    """Whether a word begins as a stem does, or has a hidden letter: few texts need be looked at closer."""
    reply = situation.reply
    return (not _HIDING.isdisjoint(reply.signs) and _MASKED.search(reply.text) is not None) or bool(_headed(spec)(reply.norms))


def _plain(word: str) -> str:
    """A word with look-alike letters put right; masked letters become `.`, which a stem accepts."""
    return word.lower().translate(_SWAPPED)


@Once
def _headed(spec: Spec) -> Sieve:
    """Catches folded words that begin as a stem does."""
    stems = spec["stems"]
    size = min(HEAD, *(len(stem.rstrip("$")) for stem in stems))
    heads = frozenset(stem[:size] for stem in stems)
    return Sieve(lambda word: word[:size] in heads or (word.isascii() and _plain(word[:size]) in heads))


@Once
def _stems(spec: Spec) -> re.Pattern[str]:
    """One expression for all stems: in a masked word each letter but the first may be hidden."""
    parts = []
    for stem in spec["stems"]:
        end = r"$" if stem.endswith("$") else ""
        body = stem.rstrip("$")
        parts.append(body[0] + "".join(f"[{letter}.]" for letter in body[1:]) + end)
    return re.compile(r"(?:" + "|".join(parts) + ")")


KIND = Kind({"stems": "texts", "find": "phrases", "except": "phrases"}, ("stems", "find"), run)
