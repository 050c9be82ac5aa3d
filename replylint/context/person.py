"""The name that a customer goes by, read from what the platform shows: which of its words is a given name, if any."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from replylint import morph
from replylint.expressions import expression
from replylint.text import Token, tokens

TOLD_NAME_SHARE = 0.05
"""A word of a told name counts as a given name from this share of name readings on."""
SURE_IN_SMALL = 0.5
"""Written with a small letter it needs this share."""
SHORT_SURNAME = 4
"""A doubtful first word so short is a surname before a name that the table knows («Ким Анна»)."""

_KAZAKH = str.maketrans("әіңғүұқөһ", "аингуукох")
_PLAIN_SURNAME = expression(r".{2,}(?:ов|ев|ова|ева|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|чук|дзе|швили|ян)")
"""Endings that beside a given name can only be a surname's."""
_PATRONYMIC_END = expression(r"(?:вич|вна|ич|ична|инична)$")
_SURNAME = expression(
    r".{2,}(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]кая|енко|ко|чук|юк|ук|янц?|дзе|швили|кызы|улы|оглы|[иы]х|ич|баев|бай)"
)
_ASIAN = expression(r".+(?:бек|гул|гуль|жан|султан|болат|нур|сулу|берген|тай|мурат)|(?:нур|бек|айы?|жан|асыл|гул|гуль|дин|ак)[а-я]{3,}")
"""Shapes of Kazakh and Tatar names that the dictionary lacks."""
_PET = expression(r".+(?:[еоиуюа]чка|[еоиюя]нька|[ую]шка|ишка)")
_FIRMS = frozenset("ооо ип ао зао пао оао чп тк гк нко тоо".split())
_ALLOWED = frozenset(".,-–'’ ")


class NameBook(NamedTuple):
    """`calls`: form one is called by (nominative, vocative) → full names; `forms`: any form → full names."""

    calls: Mapping[str, Sequence[str]]
    forms: Mapping[str, Sequence[str]]
    latin: Mapping[str, str]
    doubtful: Container[str] = ()


class Person(NamedTuple):
    """`usable`: the given name as one may call the customer, "" where there is none; `own`: all its full names."""

    usable: str
    own: frozenset[str]
    surnames: tuple[str, ...]
    patronymic: str


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """A word as names are compared: folded, Kazakh letters as the Russian ones that stand for them."""
    return morph.fold(word).translate(_KAZAKH)


def name_share(word: str) -> float:
    """How much of a word's uses are a given name in the nominative."""
    return morph.class_share(word, frozenset({"Name", "nomn", "sing"}))


def person(name: str, book: NameBook) -> Person:
    """Who is told: Cyrillic given names, or Latin ones that the table knows."""
    words = [token for token in tokens(name) if token.kind == "word"]
    given = [word for number, word in enumerate(words) if _is_given(words, number, book)]
    if len(given) > 1:
        given = [word for word in given if not _clipped(plain(word.norm), book)]
    told = list(dict.fromkeys(_cyrillic(word, book) for word in given))
    own = {full for word in told for part in word.split("-") for full in book.calls.get(part, ())} | set(told)
    rest = [plain(word.norm) for word in words if word not in given]
    patronymic = next((word for word in rest if is_patronymic(word)), "")
    surnames = tuple(word for word in rest if len(word) > 2 and word != patronymic)
    return Person(_usable(name, words, given, told, book), frozenset(own), surnames, patronymic)


def _clipped(form: str, book: NameBook) -> bool:
    """A short vocative («Ан», «Лер»): beside another name it is a surname."""
    return len(form) <= 3 and not form.endswith(("а", "я")) and any(form + ending in book.calls for ending in "ая")


def _cyrillic(word: Token, book: NameBook) -> str:
    return plain(book.latin.get(word.norm, word.norm))


def _listed(form: str, book: NameBook) -> bool:
    """Whether the table has a name, or both parts of a double one («Анна-Мария»)."""
    return form in book.calls or ("-" in form and all(part in book.calls for part in form.split("-")))


def _is_given(words: Sequence[Token], number: int, book: NameBook) -> bool:
    form = _cyrillic(words[number], book)
    if _listed(form, book):
        return True
    if form.isascii() or len(form) < 2 or is_patronymic(form):
        return False
    if _PLAIN_SURNAME.fullmatch(form) and any(_cyrillic(other, book) in book.calls for other in words):
        return False  # «Игорь Петров»: settled without the dictionary
    if name_share(form) >= (TOLD_NAME_SHARE if words[number].capital else SURE_IN_SMALL):
        return True
    return _rare(words, number, book)


def _rare(words: Sequence[Token], number: int, book: NameBook) -> bool:
    """A capitalised word that no dictionary knows, beside a patronymic, a surname or an initial («Хава Исаевна»)."""
    word, form = words[number], plain(words[number].norm)
    if not word.capital or morph.is_known(form) or len(form) < 3 or _PET.fullmatch(form):
        return False
    if len(words) == 1:
        return bool(_ASIAN.fullmatch(form))
    if is_surname(form) or any(_cyrillic(other, book) in book.calls for other in words):
        return False
    others = [other for other in words if other is not word]
    return all(is_surname(plain(other.norm)) or is_patronymic(plain(other.norm)) or _initial(other) for other in others)


def is_surname(form: str) -> bool:
    """Whether a word may be a surname."""
    return bool(_PLAIN_SURNAME.fullmatch(form)) or _reads(form, "Surn") or bool(_SURNAME.fullmatch(form))


def is_patronymic(form: str) -> bool:
    """Whether a word is a patronymic."""
    return bool(_PATRONYMIC_END.search(form)) and _reads(form, "Patr")


def _reads(form: str, grammeme: str) -> bool:
    return any(grammeme in reading.grammemes for reading in morph.readings(form))


def _initial(word: Token) -> bool:
    return len(word.norm) == 1 and word.capital


def _usable(name: str, words: Sequence[Token], given: Sequence[Token], told: Sequence[str], book: NameBook) -> str:
    """One given name, in Cyrillic, among nothing but parts of a name."""
    if len(told) > 1:
        listed = [form for form in told if _listed(form, book)]
        others = [form for form in told if form not in listed]
        told = listed if len(listed) == 1 and (told[0] in listed or max(map(len, others)) <= SHORT_SURNAME) else told
    if len(told) != 1 or any(word.norm.isascii() and not _initial(word) for word in words):
        return ""
    first = next(word for word in given if _cyrillic(word, book) == told[0])
    if not all(_part_of_name(word, told[0]) for word in words) or not _nothing_else(name):
        return ""
    return first.text if first.capital and not first.text.isupper() else first.text.capitalize()


def _nothing_else(name: str) -> bool:
    """No digits, quotes, «&» or «_»: those make it a nickname, a company or a couple. An emoji does no harm."""
    return all(t.kind in ("word", "emoji") or (t.kind == "punct" and t.text in _ALLOWED) for t in tokens(name))


def _part_of_name(word: Token, given: str) -> bool:
    form = plain(word.norm)
    if form == given or _initial(word):
        return True
    if form in _FIRMS or (not word.capital and len(form) < 3):
        return False
    short = word.capital and len(form) <= 3 and not _reads(form, "NPRO")
    if short or _PLAIN_SURNAME.fullmatch(form):
        return True
    return is_patronymic(form) or not morph.is_known(form) or is_surname(form) or _reads(form, "Name")
