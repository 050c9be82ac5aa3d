"""Questions of the customer's message, each matched to what could answer it in the reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span
from replylint.text import Document, Sentence, Token

TYPES = ("price", "when", "where", "whether", "how", "why", "who", "which")
"""What is asked for. For each, the rule gives `ask-…` (wordings of the question) and `answer-…` (of an answer)."""
OPEN_WORDS = 6
"""An open question is answered by a reply that takes up a word of it and goes on for so many words."""
STEM = 5
SHOWN = 60


class Question(NamedTuple):
    """A sentence that asks, and for what ("" for an open question)."""

    sentence: int
    types: tuple[str, ...]


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One zero-width match at the end of the reply, naming the first question that is left open."""
    left = [question for question in questions(situation, spec) if not all(_answered(situation, spec, question, t) for t in question.types)]
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
        if number not in idle and (types or marked):
            found.append(Question(number, types if types else ("",) if marked else ()))
    return [question for question in found if question.types]


def _answered(situation: Situation, spec: Spec, question: Question, kind: str) -> bool:
    said = situation.message.sentences[question.sentence]
    shared = _shared(situation, said)
    if kind in ("", "which", "whether"):
        long = len(situation.reply.words) > OPEN_WORDS
        direct = bool(kind) and bool(situation.found(spec[f"answer-{kind}"]))
        return direct if kind == "whether" and not shared else (direct or (bool(shared) and long))
    return bool(situation.found(spec[f"answer-{kind}"]))


def _shared(situation: Situation, sentence: Sentence) -> set[str]:
    """Beginnings of words that the question and the reply share."""
    asked = {_stem(word) for word in situation.message.words[sentence.first : sentence.last]}
    return (asked & {_stem(word) for word in situation.reply.words}) - {""}


def _stem(word: Token) -> str:
    if word.kind == "number":
        return re.sub(r"\D", "", word.norm)
    return word.norm[:STEM] if word.kind == "word" and len(word.norm) >= STEM - 1 and word.norm not in _SMALL else ""


_SMALL = frozenset(
    "можно нужно надо есть если когда сколько почему какой какая какие какое скажите подскажите пожалуйста здравствуйте спасибо добрый день "
    "вечер очень только будет будут была было чтобы этот этого этом через после просто вообще тоже сейчас ваше вашей вашего вашу".split()
)


def _shown(message: Document, question: Question) -> str:
    sentence = message.sentences[question.sentence]
    text = " ".join(message.text[sentence.start : sentence.end].split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"


_KEYS = {f"{side}-{kind}": "phrases" for kind in TYPES for side in ("ask", "answer")}
KIND = Kind({"rhetorical": "phrases", **_KEYS}, tuple(_KEYS), run)  # type: ignore[dict-item]  # literals, made in a loop
