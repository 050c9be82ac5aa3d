"""Does the reply ask: a question, or an offer that invites an answer?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from replylint.checks.lacking import lacking
from replylint.checks.situation import Kind, Situation, Spec, excepted, in_scope
from replylint.model import Match


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Zero-width at the end where the last sentences (`last`, 2 unless told) hold neither «?» nor a phrase of `find`.

    Nothing where the message tells a story, of `story` words.
    A question that holds a phrase of `except` («Чем ещё помочь?») is none, nor is a phrase that shares a word with one.
    """
    if len(situation.message.words) >= spec.get("story", math.inf):
        return
    last = spec.get("last", 2)
    exceptions = situation.found(spec.get("except"))
    if not _asks(situation, last, {situation.sentence(hit) for hit in exceptions}) and not excepted(
        in_scope(situation, situation.found(spec["find"]), f"last {last}"), exceptions
    ):
        yield lacking(situation)


def _asks(situation: Situation, last: int, spared: set[int]) -> bool:
    """Whether one of the last sentences is a question."""
    sentences = list(enumerate(situation.reply.sentences))[-last:]
    if not spared:  # a mark may stand behind the last sentence («Хорошо? 🙂»)
        return "?" in situation.reply.text[sentences[0][1].start if sentences else 0 :]
    return any("?" in situation.reply.text[one.start : one.end] for number, one in sentences if number not in spared)


KIND = Kind({"find": "phrases", "except": "phrases", "last": "whole", "story": "whole"}, ("find",), run)
