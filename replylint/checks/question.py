"""Questions of the customer's message, each matched to what could answer it in the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match, Span
from replylint.text import Document, Sentence, Token

TYPES = ("price", "when", "where", "whether", "how", "why", "who", "which")
"""What is asked for. For each, the rule gives `ask-…` (wordings of the question) and `answer-…` (of an answer)."""
OPEN_WORDS = 6
SHORT = 30
CURT = 12
DIRECT = ("where", "how", "why", "who")
"""Types whose wordings of an answer are plain wherever they stand."""
TAKEN_UP_TYPES = ("", "which")
"""Open questions: no wording shows their answers for sure; a reply that takes up their words and goes on answers them."""
"""An open question is answered by a reply that takes up a word of it and goes on for so many words."""
STEM = 4
TAKEN_UP = 2
TELLING = 8
"""A sentence that takes up so many words of a question, or one as long as TELLING, answers it, whatever its wording."""
SHOWN = 60


class Question(NamedTuple):
    """A sentence that asks, and for what ("" for an open question)."""

    sentence: int
    types: tuple[str, ...]


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One zero-width match at the end of the reply, naming the first question that is left open."""
    asked = questions(situation, spec)
    plenty = len(_cued(situation, spec, "whether")) >= sum("whether" in question.types for question in asked)
    alone = len(asked) == 1 and len(situation.reply.words) <= SHORT
    left = [q for q in asked if not _settled(situation, spec, q, plenty=plenty, alone=alone)]
    if left:
        place = len(situation.reply.text.rstrip())
        yield Match(Span(place, place), {"found": "", "question": _shown(situation.message, left[0]), "count": str(len(left))})


def questions(situation: Situation, spec: Spec) -> list[Question]:
    """The questions of the message: sentences that end with «?» or use an asking word; rhetorical ones are none."""
    message = situation.message
    idle = {message.sentence_of(hit.first) for hit in situation.asked(spec.get("rhetorical"))}
    found = []
    for number, sentence in enumerate(message.sentences):
        types = tuple(t for t in TYPES if any(sentence.first <= hit.first < sentence.last for hit in situation.asked(spec.get(f"ask-{t}"))))
        marked = "?" in message.text[sentence.start : sentence.end]
        if "whether" in types and set(types) - {"whether", "price"}:
            types = tuple(kind for kind in types if kind != "whether")  # «как можно выйти?» asks how
        if number not in idle and (types or marked):
            found.append(Question(number, types or ("",)))
    if len(found) == 1 and found[0].types == ("",) and situation.context.facts.get("price_question"):
        return [Question(found[0].sentence, ("price",))]
    return found


def _cued(situation: Situation, spec: Spec, kind: str) -> set[int]:
    """Sentences of the reply that hold a wording of an answer of this type; requests to the customer are none."""
    hits = situation.found(spec[f"answer-{kind}"])
    if kind == "how":
        hits = excepted(hits, situation.found(spec.get("requests")))
    return {situation.sentence(hit) for hit in hits}


def _settled(situation: Situation, spec: Spec, question: Question, *, plenty: bool, alone: bool) -> bool:
    """Whether every type of a question is answered. A reply that opens with «да» or «нет» settles what is not a price."""
    open_types = [kind for kind in question.types if kind == "price" or not _opens_with_verdict(situation, spec)]
    return all(_answered(situation, spec, question, kind, loose=plenty if kind == "whether" else alone) for kind in open_types)


def _opens_with_verdict(situation: Situation, spec: Spec) -> bool:
    """Whether the first words after the greeting say yes or no, and there is but one question."""
    starts = {sentence.first for sentence in situation.reply.sentences[:2]}
    return len(questions(situation, spec)) <= 2 and any(hit.first in starts for hit in situation.found(spec.get("verdict")))


def _answered(situation: Situation, spec: Spec, question: Question, kind: str, *, loose: bool) -> bool:
    """Whether the reply answers one type: by its wording, or because it takes up the words of the question."""
    said = situation.message.sentences[question.sentence]
    taken_up = bool(_shared(situation, said)) and len(situation.reply.words) > OPEN_WORDS
    if kind in TAKEN_UP_TYPES:
        return taken_up or bool(_cued(situation, spec, kind or "whether"))
    cued = _cued(situation, spec, kind)
    if kind == "price" or (cued and (kind in DIRECT or loose or len(situation.reply.words) <= CURT)):
        return bool(cued)
    if any(_shared(situation, said, situation.reply.sentences[number]) for number in cued) or not _stems_of(situation, said):
        return bool(cued)
    words = (_shared(situation, said, sentence) for sentence in situation.reply.sentences)
    enough = TAKEN_UP + (kind in DIRECT)
    return any(len(shared) >= enough or (kind not in DIRECT and any(len(word) >= TELLING for word in shared)) for shared in words)


def _stems_of(situation: Situation, sentence: Sentence) -> set[str]:
    return _stems(situation.message.words[sentence.first : sentence.last])


def _shared(situation: Situation, sentence: Sentence, inside: Sentence | None = None) -> set[str]:
    """Words of the question that the reply (or one sentence of it) takes up, in whatever form."""
    words = situation.reply.words[inside.first : inside.last] if inside else situation.reply.words
    said = _stems(words)
    return {asked for asked in _stems(situation.message.words[sentence.first : sentence.last]) if any(_alike(asked, word) for word in said)}


def _stems(words: Sequence[Token]) -> set[str]:
    return {stem for word in words if (stem := _stem(word))}


def _stem(word: Token) -> str:
    """The word without its ending, about; figures as they are; "" for small words."""
    if word.kind == "placeholder":
        return word.text
    if word.kind == "number":
        return re.sub(r"\D", "", word.norm)
    return word.norm if word.kind == "word" and len(word.norm) >= STEM and word.norm not in _SMALL else ""


def _alike(one: str, other: str) -> bool:
    """Whether two words look like forms of one: all but the last letters are the same."""
    if one.isdigit() or other.isdigit():
        return one == other
    size = max(STEM, min(len(one), len(other)) - 2)
    return one[:size] == other[:size]


_SMALL = frozenset(
    "можно нужно надо есть если когда сколько почему какой какая какие какое скажите подскажите пожалуйста здравствуйте спасибо добрый день "
    "вечер очень только будет будут была было чтобы этот этого этом через после просто вообще тоже сейчас ваше вашей вашего вашу теперь "
    "делать сделать куда меня тебя него нами вами ними".split()
)


def _shown(message: Document, question: Question) -> str:
    sentence = message.sentences[question.sentence]
    text = " ".join(message.text[sentence.start : sentence.end].split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


_KEYS = {f"{side}-{kind}": "phrases" for kind in TYPES for side in ("ask", "answer")}
KIND = Kind({"rhetorical": "phrases", "requests": "phrases", "verdict": "phrases", **_KEYS}, tuple(_KEYS), run)  # type: ignore[dict-item]  # literals, made in a loop
