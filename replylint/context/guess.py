"""Guess values of the context from weighted cues: `rules/context/` says what counts for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from replylint.context.signs import IN_MESSAGE, SIGNS, Evidence
from replylint.model import Certainty, Known
from replylint.pattern.match import Hit, Hits
from replylint.text import Token


class Cue(NamedTuple):
    """What counts for a value, and how much."""

    weight: int
    conditions: Sequence[tuple[str, Sequence[str]]] = ()
    sign: str = ""
    most: int = 1
    """A phrase counts so often at most."""
    echo: int = 0
    """A phrase counts where the sentences around it take up so many words of the message."""


Woken = Sequence[tuple[str, Mapping[str, Sequence[Cue]]]]
"""Cues by one of their conditions: (key, value → cues). They are looked at where that key has that value."""


class Cues(NamedTuple):
    """Cues sorted so that only those are looked at whose phrases, or one of whose conditions, are there at all."""

    plain: Woken
    """Without phrases: signs and conditions; those without conditions stand under the key "" with the value ""."""
    in_message: Mapping[int, Sequence[Cue]]
    """By the list number of their phrases."""
    in_reply: Mapping[int, Sequence[Cue]]
    in_talk: Mapping[str, Mapping[int, Sequence[Cue]]]
    """By the author of earlier messages."""

    @classmethod
    def of(cls, listed: Sequence[Mapping[str, Any]]) -> Cues:
        """Cues as their file lists them, sorted."""
        plain: dict[str, dict[str, list[Cue]]] = {}
        sides: dict[str, dict[int, list[Cue]]] = {side: {} for side in ("message", "reply", "agent-history", "customer-history")}
        for entry in listed:
            conditions = dict(entry.get("if", {}))
            sign = entry.get("sign", "")
            key, values = ("", ("",)) if "find" in entry else _wakes(conditions, sign)
            conditions.pop(key, None)
            cue = Cue(entry["weight"], tuple(conditions.items()), sign, entry.get("most", 1), entry.get("echo", 0))
            if "find" in entry:
                sides[entry["in"]].setdefault(entry["find"], []).append(cue)
            else:
                for value in values:
                    plain.setdefault(key, {}).setdefault(value, []).append(cue)
        talk = {author: sides[f"{author}-history"] for author in ("agent", "customer") if sides[f"{author}-history"]}
        return cls(tuple(plain.items()), sides["message"], sides["reply"], talk)


def _wakes(conditions: Mapping[str, Sequence[str]], sign: str) -> tuple[str, Sequence[str]]:
    """The condition that holds least often: a fact that is there before a value, and that before one that is not."""
    shown = {"message_told": ("yes",)} if sign in IN_MESSAGE else {}
    all_of = {**conditions, **shown}
    return min(all_of.items(), key=lambda condition: _frequency(condition[1]), default=("", ("",)))


def _frequency(values: Sequence[str]) -> int:
    return 0 if list(values) == ["yes"] else 2 if {"no", ""}.intersection(values) else 1


def guess(spec: Mapping[str, Any], evidence: Evidence) -> Known:
    """The likeliest value of a key and how sure it is; unknown where nothing at all speaks."""
    best, weight, second = "", 0, 0
    for value, cues in spec["values"].items():
        total = _total(cues, evidence)
        if total > weight or not best:
            best, weight, second = value, total, weight if best else 0
        elif total > second:
            second = total
    margin = weight - second
    if weight <= 0 or margin <= 0:
        if weight <= 0 and not evidence.message.words and not spec.get("always"):
            return Known("", "unknown")
        certainty: Certainty = "sure" if spec.get("always") else "weak"
        return Known(spec["default"] if weight <= 0 else best, certainty)
    return Known(best, "sure" if margin >= spec["sure"] else "weak")


def holds(cues: Cues, evidence: Evidence) -> bool | None:
    """Whether a fact holds (its cues outweigh 0); None where it is asked of a message that is not given."""
    if not evidence.message.words and not cues.plain and not cues.in_reply and not (cues.in_talk and evidence.earlier):
        return None
    return _total(cues, evidence) > 0


def _total(cues: Cues, evidence: Evidence) -> int:
    total = 0
    settled = evidence.settled
    for key, woken in cues.plain:
        for cue in woken.get(settled.get(key, ""), ()):
            if (not cue.conditions or _fits(cue, evidence)) and (not cue.sign or SIGNS[cue.sign](evidence)):
                total += cue.weight
    if evidence.message_hits and cues.in_message and not evidence.message_hits.keys().isdisjoint(cues.in_message):
        total += _shown(cues.in_message, evidence.message_hits, evidence)
    if cues.in_reply and not evidence.reply_hits.keys().isdisjoint(cues.in_reply):
        total += _shown(cues.in_reply, evidence.reply_hits, evidence)
    return total + _said_before(cues, evidence) if cues.in_talk and evidence.earlier else total


def _shown(listed: Mapping[int, Sequence[Cue]], hits: Hits, evidence: Evidence) -> int:
    """What the phrases of a text add."""
    total = 0
    for number in hits.keys() & listed.keys():
        for cue in listed[number]:
            if not cue.conditions or _fits(
                cue, evidence
            ):  # a list that is there has a hit: only what counts more often, or with company, is looked at
                total += cue.weight if cue.most == 1 and not cue.echo else cue.weight * _times(cue, hits[number], evidence)
    return total


def _said_before(cues: Cues, evidence: Evidence) -> int:
    """What earlier messages add: a cue counts once, however many of them have its phrases."""
    total = 0
    for author, listed in cues.in_talk.items():
        said = {number for message in evidence.earlier if message.author == author for number in message.hits}
        total += sum(cue.weight for number in said & listed.keys() for cue in listed[number] if _fits(cue, evidence))
    return total


def _fits(cue: Cue, evidence: Evidence) -> bool:
    """Whether the conditions of a cue hold."""
    for key, values in cue.conditions:  # noqa: SIM110  # the hot path: a generator costs twice as much
        if evidence.settled.get(key, "") not in values:
            return False
    return True


def _times(cue: Cue, found: Sequence[Hit], evidence: Evidence) -> int:
    """How often the phrases of a cue count."""
    if cue.echo:
        found = [hit for hit in found if echoes(evidence, hit.first) >= cue.echo]
    return min(len(found), cue.most)


def echoes(evidence: Evidence, word: int) -> int:
    """How many words of the message the sentences around a word of the reply repeat (by their beginnings)."""
    said = {stem for token in evidence.message.words if (stem := _stem(token))}
    number = evidence.reply.sentence_of(word)
    near = evidence.reply.sentences[max(0, number - 1) : number + 2]
    repeated = {_stem(token) for sentence in near for token in evidence.reply.words[sentence.first : sentence.last]}
    return len(said & repeated)


def _stem(token: Token) -> str:
    """The beginning that forms of a word share; numbers as they are; "" for small words."""
    if token.kind == "number":
        return token.norm
    return token.norm[:5] if token.kind == "word" and len(token.norm) >= 5 and token.norm not in _SMALL else ""


_SMALL = frozenset(
    "здравствуйте добрый спасибо пожалуйста можно нужно очень когда почему сегодня вчера завтра после вообще просто только".split()
)
