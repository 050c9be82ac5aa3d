"""The customer's name: not used, or somebody else's in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Edit, Fix, Match, Span
from replylint.text import tokens


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """`mode: missing`: a usable name in whose place nobody is named; `mode: wrong`: another name in address position."""
    if spec["mode"] == "wrong":
        wrong = situation.address.wrong
        if wrong is not None:
            yield Match(wrong.span, {**situation.at(wrong.span).words, "name": situation.record.customer_name})
    elif (
        situation.address.wrong is None
        and not situation.address.used
        and not _doubtful(situation.record.customer_name, spec.get("doubtful", ()))
    ):
        yield _missing(situation, spec)


def _doubtful(name: str, doubtful: Sequence[str]) -> bool:
    """Whether nothing but a doubtful word is told («Вера», «Саша»); a surname beside it makes it a name."""
    words = [token.norm for token in tokens(name) if token.kind == "word" and len(token.norm) > 1]
    return len(words) == 1 and words[0] in " ".join(doubtful).lower().replace("ё", "е").split()


def _missing(situation: Situation, spec: Spec) -> Match:
    """Zero-width behind the greeting, where the name belongs; at the start where there is no greeting."""
    greetings = [hit for hit in situation.found(spec.get("greeting")) if situation.sentence(hit) < 2]
    if not greetings:
        text = situation.reply.text
        place = len(text) - len(text.lstrip())
        return Match(Span(place, place), {"found": ""})
    place = situation.span(greetings[0]).end
    alone = not _word_follows(situation, place)
    fix = Fix((Edit(Span(place, place), f", {situation.address.usable}"),), safe=alone) if alone else None
    return Match(Span(place, place), {"found": ""}, fix)


def _word_follows(situation: Situation, place: int) -> bool:
    """Whether the greeting goes on («Добрый день уважаемый клиент», «Здравствуйте, коллеги»): no simple insertion then."""
    rest = situation.reply.text[place : place + 2]
    return bool(rest) and rest[0] not in "!.\n)" and not rest.startswith(" !")


KIND = Kind({"mode": "text", "greeting": "phrases", "doubtful": "texts"}, ("mode",), run)
