"""Guess values of the context from weighted cues: `rules/context/` says what counts for what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from replylint.model import Certainty, Known, Record
from replylint.pattern.match import Hits
from replylint.text import Document, Token

Cue = Mapping[str, Any]
"""`weight`, and what it counts: `find` (a list number) `in` message or reply, `sign`, `rating`, or context keys."""


class Evidence(NamedTuple):
    """All that a cue may look at. `settled` holds what was told or guessed before."""

    record: Record
    reply: Document
    message: Document
    reply_hits: Hits
    message_hits: Hits
    settled: Mapping[str, str]


def guess(spec: Mapping[str, Any], evidence: Evidence) -> Known:
    """The likeliest value of a key and how sure it is; unknown where nothing at all speaks."""
    totals = {value: _total(cues, evidence) for value, cues in spec["values"].items()}
    ranked = sorted(totals.items(), key=lambda entry: -entry[1])
    best, weight = ranked[0]
    margin = weight - max((w for _, w in ranked[1:]), default=0)
    if weight <= 0 or margin <= 0:
        if weight <= 0 and not evidence.message.words and not spec.get("always"):
            return Known("", "unknown")
        certainty: Certainty = "sure" if spec.get("always") else "weak"
        return Known(spec["default"] if weight <= 0 else best, certainty)
    return Known(best, "sure" if margin >= spec["sure"] else "weak")


def holds(cues: Sequence[Cue], evidence: Evidence) -> bool | None:
    """Whether a fact holds (its cues outweigh 0); None where it is asked of a message that is not given."""
    if not evidence.message.words and all("find" in cue and cue["in"] == "message" for cue in cues):
        return None
    return _total(cues, evidence) > 0


def _total(cues: Iterable[Cue], evidence: Evidence) -> int:
    total = 0
    for cue in cues:
        times = _times(cue, evidence)
        if times:
            total += cue["weight"] * times
    return total


def _times(cue: Cue, evidence: Evidence) -> int:
    """How often a cue counts: 0 where its conditions fail, at most `most` (1 unless told)."""
    times = 1
    if "find" in cue:  # first, because most phrases are not there
        hits = evidence.message_hits if cue["in"] == "message" else evidence.reply_hits
        found = hits.get(cue["find"])
        if not found:
            return 0
        if cue["echo"]:
            found = [hit for hit in found if echoes(evidence, hit.first) >= cue["echo"]]
        times = min(len(found), cue["most"])
    elif "sign" in cue:
        times = int(SIGNS[cue["sign"]](evidence))
    for key, values in cue.get("if", {}).items():
        if evidence.settled.get(key, "") not in values:
            return 0
    return times


def echoes(evidence: Evidence, word: int) -> int:
    """How many words of the message the sentences around a word of the reply repeat (by their beginnings)."""
    said = {stem for token in evidence.message.words if (stem := _stem(token))}
    number = evidence.reply.sentence_of(word)
    near = evidence.reply.sentences[max(0, number - 1) : number + 2]
    repeated = {_stem(token) for sentence in near for token in evidence.reply.words[sentence.first : sentence.last]}
    return len(said & repeated)


def _stem(token: Token) -> str:
    """The beginning that forms of a word share; numbers as they are; "" for small words."""
    if token.kind == "number":
        return token.norm
    return token.norm[:5] if token.kind == "word" and len(token.norm) >= 5 and token.norm not in _SMALL else ""


_SMALL = frozenset(
    "здравствуйте добрый спасибо пожалуйста можно нужно очень когда почему сегодня вчера завтра после вообще просто только".split()
)


def _shouts(evidence: Evidence) -> bool:
    loud = [t for t in evidence.message.words if t.kind == "word" and len(t.text) > 3 and t.text.isupper() and not t.norm.isascii()]
    return len(loud) >= 2


def _many_marks(evidence: Evidence) -> bool:
    return "!!" in evidence.message.text or "?!" in evidence.message.text


def _question_mark(evidence: Evidence) -> bool:
    return "?" in evidence.message.text


def _short(evidence: Evidence) -> bool:
    return 0 < len(evidence.message.words) <= 4


def _replied(evidence: Evidence) -> bool:
    return any(message.author == "agent" for message in evidence.record.history)


def _no_message(evidence: Evidence) -> bool:
    return not evidence.message.words


def _told_complaint(evidence: Evidence) -> bool:
    return evidence.record.intent == "complaint"


SIGNS = {
    "told-complaint": _told_complaint,
    "shouting": _shouts,
    "exclamations": _many_marks,
    "question-mark": _question_mark,
    "short": _short,
    "agent-in-history": _replied,
    "no-message": _no_message,
}
"""What typography and metadata show; cues name them as `sign:`."""
