"""A reply opens with a greeting. The fix puts it where a person would: «Марина, здравствуйте! …»."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Edit, Fix, Match, Span
from replylint.pattern.match import Hit
from replylint.text import Token

_LEAD = 4
"""A greeting may have this many words before it in its sentence («Анна Сергеевна, ещё раз добрый день»)."""
_DEAR = frozenset("уважаемый уважаемая уважаемые дорогой дорогая дорогие".split())


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One zero-width match at the start where no greeting of `find` opens the reply."""
    early = [hit for hit in situation.found(spec["find"]) if situation.sentence(hit) < 2]
    hits = excepted(early, situation.found(spec.get("except")))
    if not any(_opens(situation, hit) for hit in hits):
        text = situation.reply.text
        place = len(text) - len(text.lstrip())
        yield Match(Span(place, place), {"found": ""}, _fix(situation, spec, place))


def _opens(situation: Situation, hit: Hit) -> bool:
    """Not «Есть такой. Доброго дня!»: in the second sentence only behind a name, or with more to follow."""
    sentences = situation.reply.sentences
    number = situation.sentence(hit)
    if hit.first - sentences[number].first > _LEAD:
        return False
    opening = situation.reply.words[sentences[0].first : sentences[0].last]
    called = all(word.capital for word in opening) or opening[0].norm in _DEAR
    return number == 0 or len(sentences) > 2 or called


def _fix(situation: Situation, spec: Spec, place: int) -> Fix | None:
    """Behind the customer's name if the reply opens with it, else before everything, with the name if it is not used."""
    words = situation.reply.words
    if not words:
        return None
    hello = spec["hello_ty" if situation.context.value("register") == "ty" else "hello"]
    if words[0].norm in _DEAR and words[0].start == place:
        return Fix((Edit(Span(place, place + 1), f"{hello}, {words[0].text[0].lower()}"),), safe=True)
    if situation.address.opens is not None:
        return _behind_name(situation, hello, situation.address.opens)
    name = situation.address.usable if not situation.address.used else ""
    first = situation.reply.text[place]
    return Fix((Edit(Span(place, place + 1), f"{hello}{', ' * bool(name)}{name}! {first.upper()}"),), safe=True)


def _behind_name(situation: Situation, hello: str, name: Token) -> Fix | None:
    """«Марина, заказ …» → «Марина, здравствуйте! Заказ …»."""
    rest = situation.reply.text[name.end :]
    mark = len(rest) - len(rest.lstrip(" ,!.—–-"))
    start = len(rest) - len(rest[mark:].lstrip())
    if start >= len(rest):
        return None
    gap = rest[mark:start] or " "
    edit = Edit(Span(name.end, name.end + start + 1), f", {hello.lower()}!{gap}{rest[start].upper()}")
    return Fix((edit,), safe=True)


KIND = Kind({"find": "phrases", "except": "phrases", "hello": "text", "hello_ty": "text"}, ("find", "hello", "hello_ty"), run)
