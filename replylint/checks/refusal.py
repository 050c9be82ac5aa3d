"""A refusal without what must go with it: its reason beside it, or a way out anywhere in the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks.phrase import match
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.checks.stemming import places
from replylint.expressions import expression
from replylint.model import Match
from replylint.pattern.match import Hit


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """The first refusal that nothing of `with` accompanies, beside it or (`onwards`) anywhere after the sentence before it.

    What `after` lists counts from the refusal on. `asks`: a question after it will do.
    `colon`: what a colon or a dash opens will do; `clause`: a clause behind a comma.
    """
    if len(situation.reply.words) > spec.get("at_most", len(situation.reply.words)):
        return
    hits = excepted(situation.found(spec["find"]), situation.found(spec.get("except")))
    beside, after = _company(situation, spec, "with"), _company(situation, spec, "after")
    told = {situation.sentence(hit) for hit in hits if _told(situation, spec, hit)}
    for hit in hits:
        number = situation.sentence(hit)
        last = len(situation.reply.sentences) if spec.get("onwards") else number + 2
        lonely = (
            beside.isdisjoint(range(number - 1, last)) and after.isdisjoint(range(number, last)) and not _offers(situation, spec, number)
        )
        if lonely and number not in told and not _asked(situation, hit):
            yield match(situation, hit, spec)
            return


def _company(situation: Situation, spec: Spec, key: str) -> set[int]:
    """The sentences that hold what must go with a refusal; the refusals themselves, and what only sounds so (`hollow`), do not."""
    hits = excepted(situation.found(spec.get(key)), situation.found(spec["find"]))
    return {situation.sentence(hit) for hit in excepted(hits, situation.found(spec.get("hollow")))}


def _told(situation: Situation, spec: Spec, hit: Hit) -> bool:
    """Whether the sentence itself explains a refusal."""
    return bool(spec.get("colon") and _explained(situation, hit)) or bool(spec.get("clause") and _beside(situation, spec, hit))


def _offers(situation: Situation, spec: Spec, number: int) -> bool:
    """Whether the reply asks something after a refusal (`asks`): «Согласны?», «А веранда подойдёт?» offers another way; «На какое время?» (`open`) none."""
    wide = {situation.sentence(hit) for hit in situation.found(spec.get("open"))}
    later = range(number + 1, len(situation.reply.sentences))
    return bool(spec.get("asks")) and any(place not in wide and _closes(situation, place) for place in later)


_OPENS = expression(r":(?=\s)|\s[—–-]\s")
"""A colon that is no smile and no time («10:00»), or a dash."""


def _explained(situation: Situation, hit: Hit) -> bool:
    """Whether a colon or a dash in the sentence opens an explanation: «с коляской нельзя: лестница узкая»."""
    sentence = situation.reply.sentences[situation.sentence(hit)]
    rest = situation.reply.text[situation.span(hit).end : sentence.end]
    return bool(_OPENS.search(rest))


_OTHER = expression(r"\s*(но|а|и|ни|или|однако|зато|что|чтобы|если|котор\w+|где|как|когда|хотя|к сожалению|увы)\b", re.IGNORECASE)
"""What opens a clause that is no reason of the refusal before it."""
FULL = 3
"""A clause of fewer words explains nothing."""


def _beside(situation: Situation, spec: Spec, hit: Hit) -> bool:
    """Whether a clause beside a refusal tells why: «сегодня не выйдет, у Инны всё расписано», «пени считает банк, снять не вправе»."""
    sentence, text = situation.reply.sentences[situation.sentence(hit)], situation.reply.text
    span = situation.span(hit)
    lead, comma, clause = text[span.end : sentence.end].partition(",")
    after = span.end + len(lead) + 1
    if comma and not _OTHER.match(clause) and _full(situation, spec, range(hit.last, sentence.last), after, sentence.end):
        return True
    cut = text.rfind(",", sentence.start, span.start)
    own = text[cut + 1 : span.start] if cut >= 0 else "но"
    return not _OTHER.match(own) and _full(situation, spec, range(sentence.first, hit.first), sentence.start, cut)


def _full(situation: Situation, spec: Spec, among: range, start: int, end: int) -> bool:
    """Whether the words between two places say something, and not to the customer only («понимаем вас», «всего доброго»)."""
    words = [place for place in among if start <= situation.reply.words[place].start < end]
    return len(words) >= FULL and not places(situation.found(spec.get("idle"))) & set(words)


def _asked(situation: Situation, hit: Hit) -> bool:
    """Whether the sentence is a question: «нельзя ли перенести?» refuses nothing."""
    return _closes(situation, situation.sentence(hit))


def _closes(situation: Situation, number: int) -> bool:
    """Whether a sentence ends with «?»."""
    sentence = situation.reply.sentences[number]
    return situation.reply.text[sentence.start : sentence.end].rstrip().endswith("?")


KIND = Kind(
    {
        "find": "phrases",
        "except": "phrases",
        "with": "phrases",
        "after": "phrases",
        "hollow": "phrases",
        "idle": "phrases",
        "open": "phrases",
        "clause": "flag",
        "onwards": "flag",
        "asks": "flag",
        "colon": "flag",
        "at_most": "whole",
    },
    ("find", "with"),
    run,
)
