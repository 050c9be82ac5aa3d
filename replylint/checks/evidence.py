"""What a reply offers as an answer: sentences that tell something, and wordings of answers in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from replylint.checks.asking import TYPES
from replylint.checks.situation import Situation, Spec, excepted
from replylint.checks.stemming import places
from replylint.expressions import expression
from replylint.pattern.match import Hit
from replylint.text import Token

DEFINITE = ("amount", "when", "where", "how", "may")
"""A single question is answered by a sentence that takes up a word of it and holds a wording of one of these."""
DOUBTED = ("how", "may", "whether")
"""Types that an imperative answers («приезжайте»); what asks the customer for something is none."""
COUNTED = ("amount", "which", "terms", "why")
"""Types that a figure answers; the number of a clause or a ticket is none."""
BRIEF = ("may", "whether")
"""Types that small words alone answer: «Можно!», «Есть.»"""
DEEDS = 2
"""So many deeds speak for themselves."""
NAME_PLACE = 4
"""Where the reply uses the customer's name, a name among its first words is theirs."""


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
    looked_up: bool
    """Whether it will look the answer up and asks for what is needed for that: «пришлите номер, проверю»."""
    done: bool
    """Whether it tells of deeds of ours, or of one with a time, a number or a place."""


def gathered(situation: Situation, spec: Spec, aside: frozenset[int] = frozenset()) -> Evidence:
    """Sentences that only thank, invite, ask back or evade tell nothing; requests to the customer are no instruction."""
    reply = situation.reply
    mute = aside | evading(situation, spec) | asking_back(situation, spec)
    dumb = places(situation.found(spec.get("idle"))) | places(situation.found(spec.get("small")))
    dumb |= {place for place, word in enumerate(reply.words) if word in situation.address.calls}
    telling = {
        number
        for number, sentence in enumerate(reply.sentences)
        if number not in mute and any(place not in dumb for place in range(sentence.first, sentence.last))
    }
    cued = {kind: _cued(situation, spec, kind) & telling for kind in TYPES}
    for kind in BRIEF:
        cued[kind] |= _cued(situation, spec, kind) - mute
    cued["do"] |= cued["how"]  # «что делать» is answered by steps as well as by where to turn
    cued["amount"] |= cued["when"]  # «сколько ещё ждать»
    informed = frozenset().union(*(cued[kind] for kind in DEFINITE))
    starts = {sentence.first for sentence in reply.sentences[:2]}
    done = deeds(situation, spec)
    return Evidence(
        frozenset(telling),
        cued,
        informed,
        any(token.kind == "link" for number in telling for token in words_of(situation, number)),
        any(hit.first in starts for hit in situation.found(spec.get("verdict"))),
        _put_off(situation, spec),
        bool(situation.found(spec.get("lookup"))),
        len(done) >= DEEDS or (bool(done) and any(cued[kind] for kind in ("amount", "when", "where"))),
    )


def _put_off(situation: Situation, spec: Spec) -> bool:
    """Whether the answer is still to come; «как только узнаем, сообщим» (`put-off-open`) is none to a complaint."""
    hits = situation.found(spec.get("put-off"))
    if situation.context.known["intent"].value == "complaint":
        hits = excepted(hits, situation.found(spec.get("put-off-open")))
    return bool(hits)


def deeds(situation: Situation, spec: Spec) -> list[int]:
    """The sentences that tell what we did or will do."""
    return [situation.sentence(hit) for hit in deed_hits(situation, spec)]


def deed_hits(situation: Situation, spec: Spec) -> list[Hit]:
    """Where the reply tells what we did or will do (`deed`), without what only sounds so (`hollow`, `idle`)."""
    hits = excepted(situation.found(spec.get("deed")), situation.found(spec.get("hollow")))
    return list(excepted(hits, situation.found(spec.get("idle"))))


def evading(situation: Situation, spec: Spec) -> frozenset[int]:
    """The sentences that evade. «Смотря что сломалось: экран — 7 000» names a figure after all, a link shows the way."""
    found = set()
    for hit in situation.found(spec.get("evasive")):
        number = situation.sentence(hit)
        after = situation.reply.words[hit.last : situation.reply.sentences[number].last]
        if not any((word.kind == "number" and "." not in word.text) or word.kind == "link" for word in after):
            found.add(number)
    return frozenset(found)


def asking_back(situation: Situation, spec: Spec) -> frozenset[int]:
    """The sentences that only ask the customer: «А какой у вас размер?»; one with a figure may offer something."""
    return frozenset(
        number
        for number in {situation.sentence(hit) for hit in situation.found(spec.get("asks-back"))}
        if _ASKS.search(_text(situation, number)) and not any(word.kind == "number" for word in words_of(situation, number))
    )


_ASKS = expression(r"\?(?![\w#&=/%])")
"""A question mark that is no part of a link."""


def explains(situation: Situation, number: int) -> bool:
    """«Отделение закрыто: по субботам никто не приходил»: what follows a colon is a reason."""
    return ": " in _text(situation, number)


def words_of(situation: Situation, number: int) -> Sequence[Token]:
    """The words of one sentence of the reply."""
    sentence = situation.reply.sentences[number]
    return situation.reply.words[sentence.first : sentence.last]


def _text(situation: Situation, number: int) -> str:
    sentence = situation.reply.sentences[number]
    return situation.reply.text[sentence.start : sentence.end]


def _cued(situation: Situation, spec: Spec, kind: str) -> set[int]:
    """Sentences of the reply that hold a wording of an answer of this type, outside of what only thanks or invites."""
    hits = excepted(situation.found(spec.get(f"answer-{kind}")), situation.found(spec.get("idle")))
    if kind in COUNTED:
        hits = excepted(hits, situation.found(spec.get("no-fact")))
    if kind in DOUBTED:
        hits = excepted(hits, situation.found(spec.get("requests")))
    if kind == "who" and situation.address.used:
        hits = [hit for hit in hits if hit.last - hit.first > 1 or hit.first >= NAME_PLACE]
    return {situation.sentence(hit) for hit in hits}
