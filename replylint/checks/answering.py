"""Ways to answer that lie in the build of a reply: a bare «да», a list, a clause that takes half of a question up."""

from __future__ import annotations

from replylint.checks.asking import OPEN, Question
from replylint.checks.evidence import Evidence
from replylint.checks.situation import Situation, Spec
from replylint.checks.spare import clauses
from replylint.checks.stemming import places, shared, stems

YES_NO = (OPEN, "whether", "may")
"""Types that a clause answers which takes up half of their words."""
FURTHER = 2
"""«Парковка есть?» — «Парковка во дворе»: a sentence with all words of such a question and so many more answers it."""
BARE = 2
"""An answer of so few words is bare."""
COMMAS = 2
COUNTABLE = ("amount", "when")
"""Types that a figure answers, beside the price."""
LISTED = 5
"""A list: after the first clause so many short ones, each of so few words."""


def half(situation: Situation, evidence: Evidence, said: set[str]) -> bool:
    """Whether a clause takes up half of a question's words and goes on: «можно заправить Epson?» — «с Epson возимся каждый день»."""
    return any(
        2 * len(shared(said, stems(situation.reply.words[place] for place in clause))) >= len(said) > 0
        and len(clause) >= FURTHER + len(said) // 2
        for clause in clauses(situation, evidence.telling)
    )


def curt(situation: Situation, cued: set[int]) -> bool:
    """Whether the reply opens with a bare answer to the first question: «Можно!»."""
    return any(number <= 1 and situation.reply.sentences[number].size <= BARE for number in cued)


def lists(situation: Situation, evidence: Evidence) -> bool:
    """Whether a sentence lists things: «привозим хлеб, молоко, яйца и зелень»."""
    words = situation.reply.words
    for number in evidence.telling:
        whole = list(clauses(situation, frozenset({number})))
        parts = whole[1:]
        if len(parts) >= COMMAS and all(len(part) <= BARE for part in whole):
            return True
        short = all(len(part) <= LISTED for part in parts)
        if len(parts) >= COMMAS and short and any(words[place].norm in ("и", "или") for place in parts[-1][1:]):
            return True
    return False


def unspent(situation: Situation, question: Question, cued: set[int], evidence: Evidence, asked: list[Question]) -> set[int]:
    """The steps that answer «как отключить и вернут ли деньги?» are no yes or no to the question joined to it."""
    if question.kind not in YES_NO:
        return cued
    words, text = situation.message.words, situation.message.text
    joined = any(
        other.kind in ("how", "do") and other.last == question.first and "?" not in text[words[other.first].start : words[other.last].start]
        for other in asked
    )
    return cued - evidence.cued["how"] if joined else cued


def fitting(situation: Situation, spec: Spec, question: Question, evidence: Evidence) -> set[int]:
    """The sentences with a wording that answers a question. Opening hours are no answer to «когда будет готово?»."""
    if question.kind == "when" and any(question.first <= hit.first < question.last for hit in situation.asked(spec.get("awaited"))):
        return _timed(situation, spec, evidence)
    return evidence.cued["whether" if question.kind == OPEN else question.kind]


def outnumbered(situation: Situation, spec: Spec, question: Question, evidence: Evidence, asked: list[Question]) -> bool:
    """Whether a price and something else that figures answer were asked for, and the reply holds one figure: that is the price."""
    if question.kind not in COUNTABLE or not any(other.kind == "price" for other in asked):
        return False
    return _figures(situation, spec, evidence) < sum(other.kind in (*COUNTABLE, "price") for other in asked)


def _figures(situation: Situation, spec: Spec, evidence: Evidence) -> int:
    """How many figures and times the telling sentences name: «4 000 ₽ за час» are two, «4 000 ₽» is one."""
    words = situation.reply.words
    told = places(hit for kind in COUNTABLE for hit in situation.found(spec.get(f"answer-{kind}")))
    told |= {place for place, word in enumerate(words) if word.kind == "number"}
    return sum(
        place == clause[0] or place - 1 not in told or (words[place].kind == "number" and words[place - 1].kind != "number")
        for clause in clauses(situation, evidence.telling)
        for place in clause
        if place in told
    )


def _timed(situation: Situation, spec: Spec, evidence: Evidence) -> set[int]:
    """The sentences that name a time in a clause that does not tell opening hours."""
    hours = places(situation.found(spec.get("hours")))
    times = places(situation.found(spec.get("answer-when")))
    return {
        number
        for number in evidence.cued["when"]
        if any(hours.isdisjoint(clause) and not times.isdisjoint(clause) for clause in clauses(situation, frozenset({number})))
    }
