"""Questions of the customer's message, each matched to what could answer it in the reply."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.among import CURT, all_own_words, claimed, dodged, dodges, goes_on, own_words, shown_by, spoken
from replylint.checks.answering import FURTHER, YES_NO, curt, fitting, half, lists, unspent
from replylint.checks.asking import OPEN, TYPES, Question, questions
from replylint.checks.evidence import Evidence, explains, gathered, words_of
from replylint.checks.lacking import lacking
from replylint.checks.situation import Kind, Situation, Spec
from replylint.checks.spare import spare
from replylint.checks.stemming import shared, stems
from replylint.checks.sums import priced
from replylint.model import Match

LISTED = (OPEN, "which", "who", "terms", "choice")
"""Types that a list answers."""
TERSE = 4
TERSE_REPLY = 2
"""A reply of one telling sentence of so few words, with a greeting at most, is an answer."""
SHORT = 30
"""A reply of so few words to a single question is about that question, whatever its words."""
DIRECT = ("where", "do", "how")
"""Types whose wordings of an answer are plain wherever they stand."""
PLAIN = (OPEN, "whether", "may", "amount", "when", "why", "choice")
"""Types whose wordings of an answer count without a word of the question, if there are enough of them."""
LOOSE = (OPEN, "terms")
"""Types that one word taken up answers: no wording shows their answers for sure."""
STRICT = ("price", "amount", "when", "why", "who")
"""Types whose answer must be worded as one."""
VAGUE = (OPEN, "may", "terms")
"""Types that a number, a time or a step answers where nothing else is asked."""
BY_DEEDS = (OPEN, "why", "where", "do", "how", "who", "which", "may", "whether")
"""Types that a deed answers where somebody complains: «Где мой заказ?» — «Нашла его, завтра привезу»."""
LOOKED_UP = (OPEN, "when", "where", "why", "amount", "whether")
"""Types whose answer may lie in what we look up."""
TAKEN_UP = 2
"""A sentence that takes up so many words of a question answers it, whatever its wording."""
OPEN_WORDS = 6
"""An open question is answered by a reply that takes up a word of it and goes on for so many words."""
LONG = 60
"""A reply of so many words that takes up a word of a question has dealt with it."""
SHOWN = 60
"""A message shows so many letters of a question."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One zero-width match at the end of the reply for each question that is left open."""
    left = left_open(situation, spec, questions(situation, spec))
    for question in left:
        yield lacking(situation, question=_shown(situation, question), count=str(len(left)))


def left_open(situation: Situation, spec: Spec, asked: list[Question], aside: frozenset[int] = frozenset()) -> list[Question]:
    """The questions that the reply does not answer; sentences that are set aside answer nothing."""
    if not asked:
        return []
    evidence = gathered(situation, spec, aside)
    left = [question for question in asked if not _answered(situation, spec, question, evidence, asked)]
    if len(asked) == 1:
        return left
    if len(left) < len(asked):
        left = [question for question in left if question.kind not in YES_NO or not spoken(situation, spec, question, evidence, asked)]
    said = all_own_words(situation, spec, asked)
    return [
        question
        for question in left
        if question.kind not in (*PLAIN, "which")
        or dodged(situation, spec, question)
        or spare(situation, spec, evidence, said, _shows(question)) < sum(_shows(other) == _shows(question) for other in left)
    ]


def _shows(question: Question) -> tuple[str, ...]:
    """The types whose wordings answer a question in a clause that none of its words mark as its answer."""
    return ("amount", "when", "whether") if question.kind in YES_NO else (question.kind,)


def _answered(situation: Situation, spec: Spec, question: Question, evidence: Evidence, asked: list[Question]) -> bool:
    """Whether one question is answered: by the wording of an answer, or because its words are taken up."""
    cued = fitting(situation, spec, question, evidence)
    said = own_words(situation, spec, question)
    if question.kind == "price":
        return priced(situation, spec, said)
    taken = {number: shared(said, stems(words_of(situation, number))) for number in evidence.telling}
    alone = len(asked) == 1
    if not (evidence.put_off or any(taken.values())) and dodges(situation, spec, question, evidence, asked):
        return False
    return (
        evidence.put_off
        or any(taken[number] for number in cued & evidence.telling)
        or (
            _near(situation, question, unspent(situation, question, cued, evidence, asked), asked, said)
            and not claimed(situation, spec, question, evidence, asked)
        )
        or (alone and _settled(question, evidence, taken))
        or _by_type(situation, spec, question, evidence)
        or (question is asked[0] and question.kind in YES_NO and curt(situation, cued))
        or (question is asked[0] and question.kind == "which" and min(evidence.telling, default=-1) in cued)
        or (question.kind == "why" and any((alone or taken[number]) and explains(situation, number) for number in taken))
        or (question.kind == "which" and any(taken.get(number) for number in evidence.informed))
        or (alone and _plainly(situation, question, evidence))
        or (_follows(question, asked, said) and goes_on(situation, spec, evidence, asked, shown_by(question, said)))
        or _taken_up(situation, question, taken, said)
        or (question.kind in YES_NO and half(situation, evidence, said))
    )


def _by_type(situation: Situation, spec: Spec, question: Question, evidence: Evidence) -> bool:
    """Whether something answers a question of this type wherever it stands: a link, a list, a deed, what we look up."""
    kind, complains = question.kind, situation.context.known["intent"].value == "complaint"
    return (
        (evidence.looked_up and kind in LOOKED_UP)
        or (kind in YES_NO and (evidence.linked or bool(situation.found(spec.get("both")))))
        or (kind in LISTED and lists(situation, evidence))
        or (kind in BY_DEEDS and evidence.done and complains)
    )


def _plainly(situation: Situation, question: Question, evidence: Evidence) -> bool:
    """Whether a short «Ещё серые.» settles a question, as far as nobody complains."""
    if situation.context.known["intent"].value not in ("question", "price"):
        return False
    said = [sentence for number, sentence in enumerate(situation.reply.sentences) if number in evidence.telling]
    return question.kind == OPEN and len(said) == 1 and said[0].size <= TERSE and len(situation.reply.sentences) <= TERSE_REPLY


def _settled(question: Question, evidence: Evidence, taken: dict[int, set[str]]) -> bool:
    """Whether the only question is answered by a yes or no, by a link, or by something definite that takes it up."""
    if evidence.settled or evidence.linked:
        return True
    if question.kind in VAGUE and any(evidence.cued[definite] for definite in ("amount", "when", "how")):
        return True
    return question.kind not in STRICT and any(taken.get(number) for number in evidence.informed)


def _follows(question: Question, asked: list[Question], said: set[str]) -> bool:
    """Whether a question only follows up the one before it: «что охраняется? какие материалы?»."""
    return question is not asked[0] and question.kind not in STRICT and len(said) < TAKEN_UP


def _near(situation: Situation, question: Question, cued: set[int], asked: list[Question], said: set[str]) -> bool:
    """Whether wordings of an answer belong to this question although they share no word with it."""
    if not cued:
        return False
    alike = [other for other in asked if other.kind == question.kind or {other.kind, question.kind} <= set(YES_NO)]
    alone = len(asked) == 1 and len(situation.reply.words) <= (CURT if question.kind == "who" else SHORT)
    if question.kind in DIRECT or (question.kind == "which" and len(asked) == 1):
        return True
    return len(cued) >= len(alike) and (alone or not said or question.kind in PLAIN)


def _taken_up(situation: Situation, question: Question, taken: dict[int, set[str]], said: set[str]) -> bool:
    """Whether some sentence repeats so much of a question that it must answer it."""
    if question.kind == "choice" and len(set().union(*taken.values())) >= TAKEN_UP:
        return True
    size = len(situation.reply.words)
    if size >= LONG and any(taken.values()) and question.kind not in STRICT:
        return True
    long = size > OPEN_WORDS
    if not said or question.kind == "why":  # to repeat «почему не отправляете» is no reason
        return long and not said and question.kind in ("why", OPEN)
    if question.kind in LOOSE and long and any(taken.values()):
        return True
    if question.kind in ("whether", OPEN) and any(
        len(words) == len(said) and situation.reply.sentences[number].size >= len(said) + FURTHER for number, words in taken.items()
    ):
        return True
    return any(len(words) >= TAKEN_UP + (question.kind in DIRECT) for words in taken.values())


def _shown(situation: Situation, question: Question) -> str:
    words, message = situation.message.words, situation.message.text
    start, end = words[question.first].start, words[question.last - 1].end
    mark = "?" if message[end:].lstrip(") ")[:1] == "?" else ""
    text = " ".join(message[start:end].split()) + mark
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


_READ = ("rhetorical", "lead", "told", "joined", "joining", "small")
_TOLD = tuple(
    "requests verdict idle evasive put-off put-off-open instead lookup both asks-back deed hollow other-price no-sum no-fact hours awaited".split()
)
_TYPED = tuple(f"{side}-{kind}" for kind in TYPES for side in ("ask", "answer"))
KIND = Kind(dict.fromkeys((*_READ, *_TOLD, *_TYPED), "phrases"), _TYPED, run)
