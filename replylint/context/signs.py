"""What a guess may look at, and what typography and metadata show of it: cues name these as `sign:`."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from replylint.checks.situation import Earlier
from replylint.model import Record
from replylint.pattern.match import Hits
from replylint.text import Document

DETAILED = 40
"""A message of so many words tells something in detail."""

GREETING = 3
"""A first sentence of so many words may be a greeting."""
STORY = 6
"""So many words without a question tell something."""
SHOUTED, STRESSED = 4, 5
"""A word of so many capital letters is no abbreviation."""
BRIEF = 12
"""In a message of at most so many words a question word asks, and abuse is all there is."""
_CLOSING = ' \n\t»")'
_SAD = frozenset("😢😭😔😞☹🙁😟😥😿💔🥺😓😩")
_LAUGHING = frozenset("😂🤣😄😆😁😅😉😜")
_MOCKING = frozenset("👏🤡🙄🤦")
_BEAMING = frozenset("😍🥰😊🤗🥳🎉🎄❤💖💕💐🌸🙏😘☺🔥✨")


class Evidence(NamedTuple):
    """All that a cue may look at. `settled` holds what was told or guessed before, `true` the facts among it that hold."""

    record: Record
    reply: Document
    message: Document
    reply_hits: Hits
    message_hits: Hits
    settled: dict[str, str]
    true: set[str]
    earlier: Sequence[Earlier] = ()


def _has(evidence: Evidence, faces: Container[str]) -> bool:
    """Whether the message has one of some emoji, in any colour."""
    return any(mark.kind == "emoji" and mark.text[0] in faces for mark in evidence.message.marks)


def _loud(evidence: Evidence, least: int) -> int:
    """How many Russian words of at least so many letters stand in capitals."""
    words = (t for t in evidence.message.words if t.kind == "word" and len(t.text) >= least)
    return sum(t.text.isupper() and not t.norm.isascii() for t in words)


def _shouts(evidence: Evidence) -> bool:
    return _loud(evidence, SHOUTED) >= 2


def _many_marks(evidence: Evidence) -> bool:
    return any(marks in evidence.message.text for marks in ("!!", "?!"))


def _many_questions(evidence: Evidence) -> bool:
    return "???" in evidence.message.text


def _exclaims(evidence: Evidence) -> bool:
    """Whether a sentence ends with «!» that is no greeting (a few words at the very beginning)."""
    text, sentences = evidence.message.text, evidence.message.sentences
    return any(
        text[s.start : s.end].rstrip(_CLOSING).endswith("!") and (number or s.last - s.first > GREETING)
        for number, s in enumerate(sentences)
    )


def _outcry(evidence: Evidence) -> bool:
    """«?!»: no calm question."""
    return "?!" in evidence.message.text or "!?" in evidence.message.text


def _sad_face(evidence: Evidence) -> bool:
    """«:(», «((», a bracket that closes nothing, or an emoji."""
    text = evidence.message.text
    return _has(evidence, _SAD) or "((" in text or text.count("(") > text.count(")")


def _smiles(evidence: Evidence) -> bool:
    """«)», «:)», or a laughing emoji."""
    text = evidence.message.text
    return _has(evidence, _LAUGHING) or text.count(")") > text.count("(")


def _trails_off(evidence: Evidence) -> bool:
    """«…»: something is left unsaid."""
    return "…" in evidence.message.text or "..." in evidence.message.text


def _brief(evidence: Evidence) -> bool:
    return 0 < len(evidence.message.words) <= BRIEF


def _stresses(evidence: Evidence) -> bool:
    """A single long word in capitals among others: «ЗАБЫЛА ребёнка»."""
    return 0 < _loud(evidence, STRESSED) < len(evidence.message.words)


def _calm(evidence: Evidence) -> bool:
    """Told, and neither cried out nor left unsaid."""
    return bool(evidence.message.words) and not (
        _many_marks(evidence)
        or _exclaims(evidence)
        or _pressing(evidence)
        or _trails_off(evidence)
        or _sad_face(evidence)
        or _stresses(evidence)
    )


def _pressing(evidence: Evidence) -> bool:
    return "??" in evidence.message.text


def _question_mark(evidence: Evidence) -> bool:
    return "?" in evidence.message.text


def _told_first(evidence: Evidence) -> bool:
    """Whether more than a greeting is told before the question."""
    text, sentences = evidence.message.text, evidence.message.sentences
    return any(s.last - s.first > GREETING and "?" not in text[s.start : s.end] for s in sentences[:-1])


def _short(evidence: Evidence) -> bool:
    return 0 < len(evidence.message.words) <= 4


def _replied(evidence: Evidence) -> bool:
    return any(message.author == "agent" for message in evidence.record.history)


def _asked_before(evidence: Evidence) -> bool:
    """Whether the customer wrote, was answered, and writes again."""
    authors = [message.author for message in evidence.earlier]
    return "customer" in authors and "agent" in authors[authors.index("customer") :]


def _we_asked(evidence: Evidence) -> bool:
    """Whether our last message asks: the customer's next one answers it."""
    ours = [message for message in evidence.earlier if message.author == "agent"]
    return bool(ours) and "?" in ours[-1].document.text


def _statement(evidence: Evidence) -> bool:
    return len(evidence.message.words) >= STORY and "?" not in evidence.message.text


def _no_message(evidence: Evidence) -> bool:
    return not evidence.message.words


def _told_complaint(evidence: Evidence) -> bool:
    return evidence.record.intent == "complaint"


def _told_fault(evidence: Evidence) -> bool:
    return bool(evidence.record.fault)


def _detailed(evidence: Evidence) -> bool:
    return len(evidence.message.words) >= DETAILED


IN_MESSAGE = {
    "shouting": _shouts,
    "exclamations": _many_marks,
    "exclaims": _exclaims,
    "sad-face": _sad_face,
    "smiles": _smiles,
    "beams": lambda evidence: _has(evidence, _BEAMING),
    "trails-off": _trails_off,
    "brief": _brief,
    "stresses": _stresses,
    "calm": _calm,
    "outcry": _outcry,
    "claps": lambda evidence: _has(evidence, _MOCKING),
    "pressing": _pressing,
    "question-mark": _question_mark,
    "question-marks": _many_questions,
    "short": _short,
    "told-first": _told_first,
    "statement": _statement,
    "detailed": _detailed,
}
"""Signs that only a customer's message shows."""
IN_TALK = {"agent-in-history": _replied, "asked-before": _asked_before, "we-asked": _we_asked}
"""Signs that only earlier messages show."""
SIGNS = {"told-complaint": _told_complaint, "told-fault": _told_fault, "no-message": _no_message, **IN_MESSAGE, **IN_TALK}
"""What typography and metadata show; cues name them as `sign:`."""
