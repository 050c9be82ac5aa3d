"""How the customer is called: by surname alone, by a pet name, with or without the patronymic."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.checks.situation import Form
from replylint.context.person import Person, is_patronymic, is_surname, plain
from replylint.expressions import expression
from replylint.model import Span
from replylint.text import Document, Token

_PET = expression(r".{2,}(?:[еои]ньк|[уео]чк|[уюи]шк|[ую]ш|[ую]л|[ую]с|ик|чик|[ое]к|[ую]х|ь?к)(?:а|я|у|ю|о)?")
"""Endings of pet and pert names: Катюша, Серёженька, Танюша, Ванька, Игорёк. Short names that are none: the rule."""
_CALLED = expression(r"\s*(?:[,!.—–]|$)")
_TITLES = frozenset("господин госпожа г-н г-жа товарищ".split())


def form_of(customer: Person, used: Sequence[Token], reply: Document, message: Document) -> Form | None:
    """How the first two sentences call the customer; None where they do not, or say «господин …»."""
    last = reply.sentences[min(1, len(reply.sentences) - 1)].last if reply.sentences else 0
    for number, word in enumerate(reply.words[:last]):
        if word in used or _is_surname(word, customer):
            titled = number and reply.words[number - 1].norm in _TITLES
            return None if titled else _read(customer, reply, number, message)
    return None


def _is_surname(word: Token, customer: Person) -> bool:
    """The customer's surname with a capital letter."""
    form = plain(word.norm)
    return word.capital and form in customer.surnames and is_surname(form)


def _read(customer: Person, reply: Document, first: int, message: Document) -> Form | None:
    """The capitalised words from one on as the parts of a name; None where it is told about and not called."""
    words, last = reply.words, first
    while last + 1 < len(words) and words[last + 1].capital and not reply.text[words[last].end : words[last + 1].start].strip():
        last += 1
    if not _CALLED.match(reply.text, words[last].end):
        return None
    parts = [plain(word.norm) for word in words[first : last + 1]]
    surname = next((part for part in parts if part in customer.surnames), "")
    patronymic = next((part for part in parts if is_patronymic(part)), "")
    given = next((part for part in parts if part not in (surname, patronymic)), "")
    own = customer.own | {plain(word.norm) for word in message.words}
    pet = given if _PET.fullmatch(given) and given not in own else ""
    first_surname = bool(surname) and parts[0] == surname and bool(given)
    return Form(Span(words[first].start, words[last].end), given, patronymic, surname, first_surname, pet)
