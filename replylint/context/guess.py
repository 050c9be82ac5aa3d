"""Guess values of the context from weighted cues: `rules/context/` says what counts for what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from replylint.context.signs import IN_MESSAGE, SIGNS, Evidence
from replylint.model import Certainty, Known
from replylint.pattern.match import Hit
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


Own = tuple[int, Cue]
"""A cue and the number of the value that it counts for."""


class Cues(NamedTuple):
    """The cues of some values, sorted by what wakes them: few are looked at for any one reply."""

    values: Sequence[str]
    always: Sequence[Own]
    by_fact: Mapping[str, Sequence[Own]]
    """Looked at where a fact holds."""
    by_value: Sequence[tuple[str, Mapping[str, Sequence[Own]]]]
    """Looked at where a key of the context has a value."""
    in_message: Mapping[int, Sequence[Own]]
    """By the list number of their phrases."""
    in_reply: Mapping[int, Sequence[Own]]
    in_talk: Mapping[str, Mapping[int, Sequence[Own]]]
    """By the author of earlier messages."""

    @classmethod
    def of(cls, listed: Mapping[str, Sequence[Mapping[str, Any]]]) -> Cues:
        """The cues of each value, as their file lists them, sorted."""
        always: list[Own] = []
        facts: dict[str, list[Own]] = {}
        values: dict[str, dict[str, list[Own]]] = {}
        sides: dict[str, dict[int, list[Own]]] = {side: {} for side in ("message", "reply", "agent-history", "customer-history")}
        for number, entry in ((number, entry) for number, cues in enumerate(listed.values()) for entry in cues):
            conditions, sign = dict(entry.get("if", {})), entry.get("sign", "")
            key, wanted = ("", ()) if "find" in entry else _wakes(conditions, sign)
            if list(wanted) == ["yes"]:
                conditions.pop(key, None)  # a fact that holds goes on holding; that it does not may change
            own = number, Cue(entry["weight"], tuple(conditions.items()), sign, entry.get("most", 1), entry.get("echo", 0))
            if "find" in entry:
                sides[entry["in"]].setdefault(entry["find"], []).append(own)
            elif not key:
                always.append(own)
            elif list(wanted) == ["yes"]:
                facts.setdefault(key, []).append(own)
            else:
                for value in wanted:
                    values.setdefault(key, {}).setdefault(value, []).append(own)
        talk = {author: sides[f"{author}-history"] for author in ("agent", "customer") if sides[f"{author}-history"]}
        return cls(tuple(listed), always, facts, tuple(values.items()), sides["message"], sides["reply"], talk)

    def plain(self) -> Iterator[tuple[str, str, Own]]:
        """Cues without phrases, each with the key and the value that wake it ("" for those that are always looked at)."""
        yield from (("", "", own) for own in self.always)
        yield from ((key, "yes", own) for key, listed in self.by_fact.items() for own in listed)
        yield from ((key, value, own) for key, woken in self.by_value for value, listed in woken.items() for own in listed)


def _wakes(conditions: Mapping[str, Sequence[str]], sign: str) -> tuple[str, Sequence[str]]:
    """The condition that holds least often: a fact that is there before a value, and that before one that is not."""
    shown = {"message_told": ("yes",)} if sign in IN_MESSAGE else {}
    all_of = {**conditions, **shown}
    return min(all_of.items(), key=lambda condition: _frequency(condition[1]), default=("", ()))


def _frequency(values: Sequence[str]) -> int:
    return 0 if list(values) == ["yes"] else 2 if {"no", ""}.intersection(values) else 1


def guess(spec: Mapping[str, Any], evidence: Evidence) -> Known:
    """The likeliest value of a key and how sure it is; unknown where nothing at all speaks."""
    best, weight, second = "", 0, 0
    for value, total in zip(spec["values"].values, totals(spec["values"], evidence), strict=True):
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


def totals(cues: Cues, evidence: Evidence) -> list[int]:
    """What the cues of each value add up to."""
    found = [0] * len(cues.values)
    for listed, hits in woken(cues, evidence):
        for number, cue in listed:
            found[number] += worth(cue, hits, evidence)
    return found


def woken(cues: Cues, evidence: Evidence) -> list[tuple[Sequence[Own], Sequence[Hit]]]:
    """The cues that something wakes, with the hits of their phrases (none for those without phrases)."""
    found: list[tuple[Sequence[Own], Sequence[Hit]]] = [(cues.always, ())]
    settled = evidence.settled
    for name in cues.by_fact.keys() & evidence.true:
        found.append((cues.by_fact[name], ()))
    for key, values in cues.by_value:
        if (value := settled.get(key, "")) in values:
            found.append((values[value], ()))
    for listed, hits in ((cues.in_message, evidence.message_hits), (cues.in_reply, evidence.reply_hits)):
        if listed and hits:
            found += [(listed[place], hits[place]) for place in hits.keys() & listed.keys()]
    if cues.in_talk and evidence.earlier:
        found += _said_before(cues, evidence)
    return found


def _said_before(cues: Cues, evidence: Evidence) -> Iterator[tuple[Sequence[Own], Sequence[Hit]]]:
    """Cues in earlier messages: one counts once, however many of them have its phrases."""
    for author, listed in cues.in_talk.items():
        said = {place for message in evidence.earlier if message.author == author for place in message.hits}
        yield from ((listed[place], ()) for place in said & listed.keys())


def worth(cue: Cue, hits: Sequence[Hit], evidence: Evidence) -> int:
    """What a cue that was woken counts: nothing unless its other conditions hold."""
    settled = evidence.settled
    for key, values in cue.conditions:
        if settled.get(key, "") not in values:
            return 0
    if cue.sign and not SIGNS[cue.sign](evidence):
        return 0
    return cue.weight if cue.most == 1 and not cue.echo else cue.weight * _times(cue, hits, evidence)


def _times(cue: Cue, found: Sequence[Hit], evidence: Evidence) -> int:
    """How often the phrases of a cue count."""
    if cue.echo and not evidence.message.words:
        return 0
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
