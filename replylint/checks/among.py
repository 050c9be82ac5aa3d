"""Several questions in one message: which clauses of the reply belong to which of them."""

from __future__ import annotations

from replylint.checks.answering import BARE, YES_NO, outnumbered
from replylint.checks.asking import Question
from replylint.checks.evidence import Evidence, evading, words_of
from replylint.checks.situation import Situation, Spec
from replylint.checks.spare import clauses, spare
from replylint.checks.stemming import places, shared, stems

CURT = 12
"""A reply of more words deals with a follow-up question as well."""
SPOKEN = 3
"""A clause of so many words, thanks and invitations aside, speaks of something."""


def own_words(situation: Situation, spec: Spec, question: Question) -> set[str]:
    """The stems of a question's own words."""
    small = places(situation.asked(spec.get("small")))
    return stems(situation.message.words[place] for place in range(question.first, question.last) if place not in small)


def all_own_words(situation: Situation, spec: Spec, asked: list[Question]) -> set[str]:
    """The stems that belong to any of the questions alone."""
    return {stem for question in asked for stem in own_words(situation, spec, question)}


def shown_by(question: Question, said: set[str]) -> tuple[str, ...]:
    """What must tell the answer of a follow-up question with a word of its own: «и можно ли в баню?»."""
    return ("may", "whether", "choice") if question.kind in YES_NO and said else ()


def goes_on(situation: Situation, spec: Spec, evidence: Evidence, asked: list[Question], kinds: tuple[str, ...]) -> bool:
    """Whether the reply says more than it needs for the other questions."""
    if not spare(situation, spec, evidence, all_own_words(situation, spec, asked), kinds):
        return False
    return bool(evidence.informed) or len(situation.reply.words) > CURT


def claimed(situation: Situation, spec: Spec, question: Question, evidence: Evidence, asked: list[Question]) -> bool:
    """Whether each clause that could answer a later yes-or-no question takes up words of the other questions."""
    bare = any(situation.reply.sentences[number].size <= BARE for number in evidence.cued["whether"])
    if question is asked[0] or question.kind not in YES_NO or bare:
        return False
    own = own_words(situation, spec, question)
    others = all_own_words(situation, spec, [other for other in asked if other is not question]) - own
    return bool(own) and not spare(situation, spec, evidence, others, ())


def spoken(situation: Situation, spec: Spec, question: Question, evidence: Evidence, asked: list[Question]) -> bool:
    """Whether a clause that the other questions do not claim speaks of a yes-or-no question: «… и с собакой?» — «… собак любим»."""
    own = own_words(situation, spec, question)
    others = all_own_words(situation, spec, [other for other in asked if other is not question]) - own
    dumb = places(situation.found(spec.get("idle"))) | places(situation.found(spec.get("requests")))
    claimed = {number for number in evidence.telling if shared(others, stems(words_of(situation, number)))}
    if any(
        shared(own, stems(situation.reply.words[place] for place in clause)) and len(clause) > 1
        for clause in clauses(situation, evidence.telling)
    ):
        return True
    free = clauses(situation, evidence.telling - claimed)
    instead = places(situation.found(spec.get("instead")))
    return any(len([place for place in clause if place not in dumb]) >= SPOKEN and not instead & set(clause) for clause in free)


def dodged(situation: Situation, spec: Spec, question: Question) -> bool:
    """Whether the reply names a question only to evade it: «Вопрос про мусор передали менеджеру»."""
    own = own_words(situation, spec, question)
    return any(shared(own, stems(words_of(situation, number))) for number in evading(situation, spec))


def dodges(situation: Situation, spec: Spec, question: Question, evidence: Evidence, asked: list[Question]) -> bool:
    """Whether a question is named only to be sent on, or gets no figure of its own and no clause that could be about it."""
    if dodged(situation, spec, question):
        return True
    return outnumbered(situation, spec, question, evidence, asked) and not spare(
        situation, spec, evidence, all_own_words(situation, spec, asked), ()
    )
