"""«Ты» and «вы»: not what the house says, both in one reply, or «Вы» beside «вы»."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from replylint.checks.sieve import Sieve
from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.expressions import expression
from replylint.model import Edit, Fix, Match, Severity, Span
from replylint.text import Token

SECOND_PERSON = expression(r"(?:[аеёиоуыэюя]шь|шься)$")
"""«напишешь», «вернёшься»: no other word of the language ends so, but for a few that the rule names."""
_QUOTED = expression(r"«[^«»\n]{2,80}»|\"[^\"\n]{2,80}\"|„[^„“\n]{2,80}“|“[^“”\n]{2,80}”")
_SECOND_PERSON = Sieve(SECOND_PERSON.search)
POLITE = frozenset("вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашим ваших вашем вашу вашими".split())


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """`mode: mismatch`: the reply's register is not the house's; `mode: mixed`: it is not one."""
    if spec["mode"] == "mixed":
        yield from _mixed(situation, spec)
    else:
        yield from _mismatch(situation, spec)


def _familiar(situation: Situation, spec: Spec) -> list[Span]:
    """Places that say «ты», outside titles and slogans in quotation marks."""
    said, familiar = situation.found(spec["ty"]), _SECOND_PERSON(situation.reply.norms)
    if not said and not familiar:
        return []
    exceptions = situation.found(spec.get("except"))
    spans = {situation.span(hit) for hit in excepted(said, exceptions)}
    taken = {number for hit in exceptions for number in range(hit.first, hit.last)}
    for number, word in enumerate(situation.reply.words) if familiar else ():
        if word.norm in familiar and word.kind == "word" and number not in taken:
            spans.add(word.span)
    idle = _to_nobody(situation, spec)
    return _unquoted(situation, spans if spans - idle else ())


def _to_nobody(situation: Situation, spec: Spec) -> set[Span]:
    """The verbs of «лучше не скажешь»: said of people in general, outside of questions and conditions."""
    verbs = set()
    for hit in excepted(situation.found(spec.get("nobody")), situation.found(spec.get("somebody"))):
        sentence = situation.reply.sentences[situation.sentence(hit)]
        if not situation.reply.text[sentence.start : sentence.end].rstrip().endswith("?"):
            verbs.add(situation.reply.words[hit.last - 1].span)
    return verbs


def _polite(situation: Situation, spec: Spec) -> list[Span]:
    """Places that say «вы», unless that is said to several people."""
    if situation.found(spec.get("several")):
        return []
    return _unquoted(situation, {situation.span(hit) for hit in situation.found(spec["vy"])})


def _unquoted(situation: Situation, spans: Collection[Span]) -> list[Span]:
    if not spans:
        return []
    zones = [found.span() for found in _QUOTED.finditer(situation.reply.text)]
    return sorted(span for span in spans if not any(start < span.start and span.end < end for start, end in zones))


def _mismatch(situation: Situation, spec: Spec) -> Iterator[Match]:
    wanted = situation.context.value("register")
    if wanted == "mirror":
        wanted = _customers(situation, spec)
    familiar = _familiar(situation, spec)
    if wanted == "vy" and familiar:
        yield situation.at(familiar[0], wanted="вы")
    elif wanted == "ty" and not familiar and (polite := _polite(situation, spec)):
        found = situation.at(polite[0], wanted="ты")
        yield Match(found.span, found.words, severity="minor")


def _customers(situation: Situation, spec: Spec) -> str:
    """How the customer speaks to us: «ty», «vy», or "" where it is not plain. A «ты» in anger invites nobody."""
    if situation.context.value("mood") == "angry":
        return "vy"
    familiar, polite = situation.asked(spec["ty"]), situation.asked(spec["vy"])
    return "ty" if familiar and not polite else "vy" if polite and not familiar else ""


def _mixed(situation: Situation, spec: Spec) -> Iterator[Match]:
    familiar = _familiar(situation, spec)
    polite = _polite(situation, spec) if familiar else []
    if polite:
        fewer = familiar if len(familiar) <= len(polite) else polite
        other = polite if fewer is familiar else familiar
        found = situation.at(fewer[0], other=situation.text(other[0]))
        yield Match(found.span, found.words, severity="major")
        return
    yield from _capitals(situation)


def _capitals(situation: Situation) -> Iterator[Match]:
    """«Вы» and «вы» in one reply, away from the beginnings of sentences: the minority is the slip."""
    if POLITE.isdisjoint(situation.reply.norms):
        return
    polite = [word for word in situation.reply.words if word.norm in POLITE and word.kind == "word"]
    if len(polite) < 2 or not any(word.capital for word in polite):
        return
    starts = {situation.reply.words[s.first].start for s in situation.reply.sentences}
    free = set(_unquoted(situation, {word.span for word in polite}))
    inner = [word for word in polite if word.span in free and not _opens(situation, word, starts)]
    high = [word for word in inner if word.text[0].isupper() and not word.text.isupper()]
    low = [word for word in inner if word.text[0].islower()]
    if high and low:
        odd = high if len(high) <= len(low) else low
        severity: Severity = "minor"
        found = situation.at(odd[0].span, other=(low if odd is high else high)[0].text)
        edits = tuple(Edit(word.span, word.text.lower()) for word in high)
        yield Match(found.span, found.words, Fix(edits, safe=True), tuple(word.span for word in odd), severity)


def _opens(situation: Situation, word: Token, starts: set[int]) -> bool:
    """Whether a capital is due here: a sentence, a quotation or a list item begins."""
    before = situation.reply.text[: word.start].rstrip(" \t")
    return (
        word.start in starts or not before or before[-1] in '\n«"„“(—–-:.!?…' or (not before[-1].isalnum() and before[-1] not in ",;)»%№₽")
    )


KIND = Kind(
    {
        "mode": "text",
        "ty": "phrases",
        "vy": "phrases",
        "except": "phrases",
        "several": "phrases",
        "nobody": "phrases",
        "somebody": "phrases",
    },
    ("mode", "ty", "vy"),
    run,
)
