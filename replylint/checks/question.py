"""Questions of the customer's message, each matched to what could answer it in the reply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replylint.checks.asking import OPEN, TYPES, Question, questions
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.checks.stemming import places, shared, stems
from replylint.model import Match, Span
from replylint.text import Token

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
DEFINITE = ("amount", "when", "where", "how", "may")
"""A single question is answered by a sentence that takes up a word of it and holds a wording of one of these."""
VAGUE = (OPEN, "may", "terms")
"""Types that a number, a time or a step answers where nothing else is asked."""
BARE = 2
"""«4750.»: a sentence of so few words with a number is a price where a price was asked."""
TAKEN_UP = 2
"""A sentence that takes up so many words of a question answers it, whatever its wording."""
CURT = 12
"""A reply of more words deals with a follow-up question as well."""
FURTHER = 2
"""«Парковка есть?» — «Парковка во дворе»: a sentence with all words of such a question and so many more answers it."""
OPEN_WORDS = 6
"""An open question is answered by a reply that takes up a word of it and goes on for so many words."""
LONG = 60
"""A reply of so many words that takes up a word of a question has dealt with it."""
SHOWN = 60


class Evidence(NamedTuple):
    """What the reply offers: sentences that can answer, and in which of them each type has a wording of an answer."""

    telling: frozenset[int]
    cued: dict[str, set[int]]
    informed: frozenset[int]
    """Those of them that tell something definite: a number, a place, a step, what is possible."""
    linked: bool
    """Whether one of these sentences gives a link."""
    settled: bool
    """Whether the reply opens with «да» or «нет»."""
    put_off: bool
    """Whether it says honestly that the answer is still to come."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One zero-width match at the end of the reply for each question that is left open."""
    left = left_open(situation, spec, questions(situation, spec))
    place = len(situation.reply.text.rstrip())
    for question in left:
        yield Match(Span(place, place), {"found": "", "question": _shown(situation, question), "count": str(len(left))})


def left_open(situation: Situation, spec: Spec, asked: list[Question], aside: frozenset[int] = frozenset()) -> list[Question]:
    """The questions that the reply does not answer; sentences that are set aside answer nothing."""
    if not asked:
        return []
    evidence = _evidence(situation, spec, aside)
    return [question for question in asked if not _answered(situation, spec, question, evidence, asked)]


def _evidence(situation: Situation, spec: Spec, aside: frozenset[int]) -> Evidence:
    """Sentences that only thank, invite or evade tell nothing; requests to the customer are no instruction."""
    reply = situation.reply
    small = places(situation.found(spec.get("small")))
    idle = places(situation.found(spec.get("idle")))
    evasive = {situation.sentence(hit) for hit in situation.found(spec.get("evasive"))}
    telling = {
        number
        for number, sentence in enumerate(reply.sentences)
        if number not in evasive | aside and any(place not in idle and place not in small for place in range(sentence.first, sentence.last))
    }
    cued = {kind: _cued(situation, spec, kind) & telling for kind in TYPES}
    cued["do"] |= cued["how"]  # «что делать» is answered by steps as well as by where to turn
    starts = {sentence.first for sentence in reply.sentences[:2]}
    settled = any(hit.first in starts for hit in situation.found(spec.get("verdict")))
    linked = any(token.kind == "link" for number in telling for token in _words(situation, number))
    return Evidence(
        frozenset(telling),
        cued,
        frozenset().union(*(cued[kind] for kind in DEFINITE)),
        linked,
        settled,
        bool(situation.found(spec.get("put-off"))),
    )


def _cued(situation: Situation, spec: Spec, kind: str) -> set[int]:
    """Sentences of the reply that hold a wording of an answer of this type, outside of what only thanks or invites."""
    hits = excepted(situation.found(spec.get(f"answer-{kind}")), situation.found(spec.get("idle")))
    if kind == "how":
        hits = excepted(hits, situation.found(spec.get("requests")))
    if kind == "who" and situation.address.used:
        hits = [hit for hit in hits if hit.last - hit.first > 1 or hit.first >= NAME_PLACE]
    return {situation.sentence(hit) for hit in hits}


NAME_PLACE = 4
"""Where the reply uses the customer's name, a name among its first words is theirs."""


def _answered(situation: Situation, spec: Spec, question: Question, evidence: Evidence, asked: list[Question]) -> bool:
    """Whether one question is answered: by the wording of an answer, or because its words are taken up."""
    cued = evidence.cued["whether" if question.kind == OPEN else question.kind]
    if question.kind == "price":
        return bool(cued) or any(situation.reply.sentences[number].size <= BARE for number in evidence.cued["amount"])
    said = _said(situation, spec, question)
    taken = {number: shared(said, stems(_words(situation, number))) for number in evidence.telling}
    return (
        evidence.put_off
        or any(taken[number] for number in cued)
        or bool(cued and _near(situation, question, cued, asked, said))
        or (len(asked) == 1 and _settled(question, evidence, taken))
        or (question.kind == "which" and any(taken[number] for number in evidence.informed))
        or (_follows(question, asked, said) and (bool(evidence.informed) or len(situation.reply.words) > CURT))
        or _taken_up(situation, question, taken, said)
    )


def _settled(question: Question, evidence: Evidence, taken: dict[int, set[str]]) -> bool:
    """Whether the only question is answered by a yes or no, by a link, or by something definite that takes it up."""
    if evidence.settled or evidence.linked:
        return True
    if question.kind in VAGUE and any(evidence.cued[definite] for definite in ("amount", "when", "how")):
        return True
    return question.kind not in STRICT and any(taken[number] for number in evidence.informed)


def _follows(question: Question, asked: list[Question], said: set[str]) -> bool:
    """Whether a question only follows up the one before it: «что охраняется? какие материалы?»."""
    return question is not asked[0] and question.kind not in STRICT and len(said) < TAKEN_UP


def _near(situation: Situation, question: Question, cued: set[int], asked: list[Question], said: set[str]) -> bool:
    """Whether wordings of an answer belong to this question although they share no word with it."""
    alike = [other for other in asked if other.kind == question.kind or {other.kind, question.kind} == {OPEN, "whether"}]
    alone = len(asked) == 1 and len(situation.reply.words) <= (CURT if question.kind == "who" else SHORT)
    if question.kind in DIRECT or (question.kind == "which" and len(asked) == 1):
        return True
    return len(cued) >= len(alike) and (alone or not said or question.kind in PLAIN)


def _taken_up(situation: Situation, question: Question, taken: dict[int, set[str]], said: set[str]) -> bool:
    """Whether some sentence repeats so much of a question that it must answer it."""
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


def _said(situation: Situation, spec: Spec, question: Question) -> set[str]:
    """The stems of a question's own words."""
    small = places(situation.asked(spec.get("small")))
    return stems(situation.message.words[place] for place in range(question.first, question.last) if place not in small)


def _words(situation: Situation, number: int) -> Sequence[Token]:
    sentence = situation.reply.sentences[number]
    return situation.reply.words[sentence.first : sentence.last]


def _shown(situation: Situation, question: Question) -> str:
    words, message = situation.message.words, situation.message.text
    start, end = words[question.first].start, words[question.last - 1].end
    mark = "?" if message[end:].lstrip(") ")[:1] == "?" else ""
    text = " ".join(message[start:end].split()) + mark
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


_PLAIN = ("rhetorical", "requests", "verdict", "lead", "told", "joined", "joining", "small", "idle", "evasive", "put-off")
_TYPED = tuple(f"{side}-{kind}" for kind in TYPES for side in ("ask", "answer"))
KIND = Kind(dict.fromkeys((*_PLAIN, *_TYPED), "phrases"), _TYPED, run)
