"""Whom the reply addresses: is the customer's name usable, is it used, is it somebody else's?

Full and short names are different lemmas, so an alias table of our own (`rules/lexicon/names.yaml`) ties them.
Whether a word is a name rests on its place, its capital letter and the name that was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from replylint import morph
from replylint.checks.situation import Address
from replylint.text import Document, Token, normal, tokens

STRICT_NAME_SHARE = 0.3
"""A word outside the alias table counts as a name in address position from this share of name readings on."""
TOLD_NAME_SHARE = 0.05

_AFTER = re.compile(r"\s*(?:[,!.…)—–-]|$|\n)")
_GREETING = frozenset(
    "здравствуйте здравствуй привет приветствую приветствуем день вечер утро дня вечера утра уважаемый уважаемая дорогой дорогая".split()
)


class NameBook(NamedTuple):
    """`calls`: form one is called by (nominative, vocative) → full names; `forms`: any form → full names."""

    calls: Mapping[str, Sequence[str]]
    forms: Mapping[str, Sequence[str]]
    latin: Mapping[str, str]


def address(name: str, agent: str, reply: Document, message: Document, book: NameBook) -> Address:
    """The names in a reply, judged by the name that was told ("" for none)."""
    told = _told(name, book)
    own = {full for word in told for full in book.calls.get(word, ())} | set(told)
    used = [word for word in reply.words if word.kind == "word" and _is_one(word, own, book)]
    wrong = _wrong(agent, own, reply, message, book) if own else None
    if wrong is not None and any(word is not wrong for word in used):
        wrong = None  # the customer is addressed too, so the other name is the agent's: «Марина, добрый день! Пётр, директор»
    return Address(_usable(name, told, book), bool(used) and wrong is None, wrong, bool(name.strip()))


def _told(name: str, book: NameBook) -> list[str]:
    """Given names in a told name, folded: Cyrillic ones, or Latin ones that the table knows."""
    words = [token for token in tokens(name) if token.kind == "word"]
    found = []
    for number, token in enumerate(words):
        folded = normal(token.text)
        folded = morph.fold(book.latin.get(folded, folded))
        if folded in book.calls or (not folded.isascii() and (_name_share(folded) >= TOLD_NAME_SHARE or _rare_name(words, number))):
            found.append(folded)
    return found


def _rare_name(words: Sequence[Token], number: int) -> bool:
    """A capitalised word that no dictionary knows, before a patronymic or a known surname («Хава Исаевна»)."""
    word = words[number]
    if not word.capital or morph.is_known(word.norm) or number + 1 >= len(words):
        return False
    return any(r.grammemes & {"Patr", "Surn"} for r in morph.readings(words[number + 1].norm))


def _name_share(word: str) -> float:
    return morph.class_share(word, frozenset({"Name", "nomn"}))


def _usable(name: str, told: list[str], book: NameBook) -> str:
    """The given name as one may call the customer: one name, in Cyrillic, among nothing but parts of a name."""
    words = [token for token in tokens(name) if token.kind == "word"]
    if len(told) != 1 or not words or any(word.norm.isascii() for word in words):
        return ""
    given = next((w for w in words if w.norm == told[0]), None)
    if given is None or not all(_part_of_name(w, told[0]) for w in words):
        return ""
    if not given.capital and given.norm not in book.calls:
        return ""
    return given.text if given.capital and not given.text.isupper() else given.text.capitalize()


def _part_of_name(word: Token, given: str) -> bool:
    if word.norm == given or len(word.norm) == 1:
        return True
    known = morph.readings(word.norm)
    return not known or any(r.grammemes & {"Surn", "Patr", "Name"} for r in known)


def _is_one(word: Token, own: set[str], book: NameBook) -> bool:
    """Whether a word of the reply is one of the customer's names, in any form."""
    if not own or not word.capital:
        return False
    return bool(own & set(book.forms.get(word.norm, ()))) or word.norm in own or _like(word, own)


def _like(word: Token, own: set[str]) -> bool:
    """Whether a word looks like a form of one of the names: for names that no table declines."""
    return any(len(name) > 3 and word.norm.startswith(name[:-1]) and len(word.norm) <= len(name) + 2 for name in own)


def _wrong(agent: str, own: set[str], reply: Document, message: Document, book: NameBook) -> Token | None:
    """A name in address position that is neither the customer's nor anybody's whom the message names."""
    excused = own | _mentioned(message, book)
    for part in agent.split():
        excused |= {morph.fold(part), *book.calls.get(morph.fold(part), ())}
    for word in _addressed(reply, book):
        people = set(book.calls.get(word.norm, ())) | {word.norm}
        if not people & excused and (word.norm in book.calls or not _like(word, own)):
            return word
    return None


def _mentioned(message: Document, book: NameBook) -> set[str]:
    return {full for word in message.words if word.kind == "word" for full in book.forms.get(word.norm, ())}


def _addressed(reply: Document, book: NameBook) -> Iterator[Token]:
    """Names in address position: first or after a greeting in the first two sentences, parted by a mark."""
    for sentence in reply.sentences[:2]:
        words = reply.words[sentence.first : sentence.last]
        for number, word in enumerate(words):
            if word.kind != "word" or word.norm in _GREETING or not word.capital or not _opens(words[:number]):
                continue
            if _parted(reply, words[number:]) and _is_name(word, book):
                yield word


def _opens(before: Iterable[Token]) -> bool:
    """Whether nothing but a greeting stands before."""
    seen = [word.norm for word in before]
    return all(word in _GREETING or word in ("добрый", "доброе", "доброго", "еще", "раз") for word in seen)


def _is_name(word: Token, book: NameBook) -> bool:
    return word.norm in book.calls or _name_share(word.norm) >= STRICT_NAME_SHARE


def _parted(reply: Document, words: Sequence[Token]) -> bool:
    """Whether a mark or a greeting follows the name (and a patronymic or surname after it)."""
    last = 0
    while (
        last + 1 < len(words)
        and words[last + 1].capital
        and any(r.grammemes & {"Patr", "Surn"} for r in morph.readings(words[last + 1].norm))
    ):
        last += 1
    if last + 1 < len(words) and words[last + 1].norm in _GREETING | {"добрый", "доброе"}:
        return True
    return bool(_AFTER.match(reply.text, words[last].end))
