"""What the customer asks: the questions of the message, one by one, each with what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from replylint.checks.situation import Situation, Spec, excepted
from replylint.expressions import expression
from replylint.pattern.match import Hit
from replylint.text import Document

TYPES = ("price", "amount", "when", "why", "where", "do", "terms", "how", "who", "choice", "which", "may", "whether")
"""What is asked for. For each, the rule gives `ask-…` (wordings of the question) and `answer-…` (of an answer).
Where two wordings overlap the earlier type wins: «сколько стоит» is no «сколько дней», «как можно выйти» asks how."""
_QUOTES = expression(r"(?<![\w/])(\"|')[^\"'\n]+\1(?!\w)")
"""What straight quotes hold; the inches of «1/2"» open none."""
OPEN = "open"
"""A sentence that ends with «?» without an asking word: mostly a yes-or-no question."""


class Question(NamedTuple):
    """Words `first` to `last` (half-open) of the message ask for something of this type."""

    kind: str
    first: int
    last: int


class Part(NamedTuple):
    """A part of the message that one «?» or line end closes: words `first` to `last`, and whether «?» does."""

    first: int
    last: int
    marked: bool


def questions(situation: Situation, spec: Spec) -> list[Question]:
    """All questions of the message in order. Rhetorical ones are none."""
    found = [question for part in _parts(situation.message) for question in _of(situation, spec, part)]
    if len(found) == 1 and found[0].kind == OPEN and situation.context.facts.get("price_question"):
        return [found[0]._replace(kind="price")]
    return found


def _parts(message: Document) -> Iterator[Part]:
    """People write «почём? своё можно?» without capitals: each «?», «!» and line ends a part."""
    for sentence in message.sentences:
        first = sentence.first
        for place in range(sentence.first, sentence.last):
            begins = message.words[place].end
            ends = message.words[place + 1].start if place + 1 < sentence.last else sentence.end
            after = message.text[begins:ends]
            if any(mark in after for mark in "?!\n") or place + 1 == sentence.last:
                yield Part(first, place + 1, "?" in after)
                first = place + 1


def _of(situation: Situation, spec: Spec, part: Part) -> list[Question]:
    """The questions of one part: one for each clause that asks."""
    asking = [(kind, hit) for kind, hit in _asking(situation, spec, part) if part.marked or _plainly(situation, spec, part, hit)]
    if part.marked and not asking:
        found = [] if _quoted(situation.message, part.first) else [Question(OPEN, part.first, part.last)]
    else:
        starts = [_clause(situation, spec, hit.first, before.last) for (_, before), (_, hit) in pairwise(asking)]
        bounds = [part.first, *starts, part.last]
        found = [Question(kind, first, last) for (kind, _), (first, last) in zip(asking, pairwise(bounds), strict=False)]
    last = len(found) - 1
    found = [
        question for place, question in enumerate(found) if place == last or not _leads_up(situation, spec, found[place + 1], question)
    ]
    idle = situation.asked(spec.get("rhetorical"))
    return [question for question in found if not any(question.first <= hit.first < question.last for hit in idle)]


def _leads_up(situation: Situation, spec: Spec, after: Question, question: Question) -> bool:
    """Whether a clause only leads up to the question after it: «по рассрочке: взнос есть?», «есть видео с браком, что делать?»."""
    joined = any(hit.first == after.first for hit in situation.asked(spec.get("joining")))
    return question.kind == "terms" or (question.kind in ("may", "whether") and not joined)


def _asking(situation: Situation, spec: Spec, part: Part) -> list[tuple[str, Hit]]:
    """The asking wordings of a part, one a clause: of two in one clause the type that comes first in TYPES stays."""
    kept: list[tuple[str, Hit]] = []
    joined = situation.asked(spec.get("joined"))
    for kind in TYPES:
        for whole in excepted(situation.asked(spec.get(f"ask-{kind}")), joined):
            hit = _cut(situation, spec, whole)
            if _quoted(situation.message, hit.first):
                continue
            if part.first <= hit.first < part.last and all(_apart(situation, spec, hit, other) for _, other in kept):
                kept.append((kind, hit))
    return sorted(kept, key=lambda entry: entry[1].first)


def _cut(situation: Situation, spec: Spec, hit: Hit) -> Hit:
    """A wording up to the clause that «и» joins to it: «сколько ждать доставку | и входит …»."""
    joining = [other.first for other in situation.asked(spec.get("joining")) if hit.first < other.first < hit.last]
    return hit._replace(last=joining[0]) if joining else hit


def _quoted(message: Document, word: int) -> bool:
    """Whether a word stands in «», "" or '': somebody's speech or a name, not a question of the customer's."""
    start, text = message.words[word].start, message.text
    if any(quote.start() < start < quote.end() for quote in _QUOTES.finditer(text)):
        return True
    return text.rfind("«", 0, start) > text.rfind("»", 0, start) and "»" in text[start:]


def _apart(situation: Situation, spec: Spec, one: Hit, other: Hit) -> bool:
    """Whether two wordings stand in clauses of their own."""
    before, after = sorted((one, other))
    return before.last <= after.first and _clause(situation, spec, after.first, before.last) >= before.last


def _clause(situation: Situation, spec: Spec, word: int, least: int) -> int:
    """The first word of the clause that holds `word`, from `least` on; -1 where nothing parts them."""
    words, text = situation.message.words, situation.message.text
    joining = {hit.first for hit in situation.asked(spec.get("joining"))}
    for place in range(word, least - 1, -1):
        between = text[words[place - 1].end if place else 0 : words[place].start]
        if place in joining or any(mark in between for mark in ",;:—–(/\n"):
            return place
    return -1


def _plainly(situation: Situation, spec: Spec, part: Part, hit: Hit) -> bool:
    """Whether words ask even without «?»: they open the sentence, or follow «подскажите», «интересует»."""
    if any(part.first <= lead.first <= hit.first for lead in situation.asked(spec.get("lead"))):
        return True
    joining = {place for other in situation.asked(spec.get("joining")) for place in range(other.first, other.last)}
    told = any(part.first <= other.first <= hit.first < other.last for other in situation.asked(spec.get("told")))
    return not told and all(place in joining for place in range(part.first, hit.first))
