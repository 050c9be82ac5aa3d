"""Words that cannot stand together: «в беспроводной зарядкой», «ваша дополнение», «две дня».

A fault is told only where no reading of the words agrees, each of them is sure to be what it looks like, and nothing but
space stands between them. How it should read is for the author to see.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import lru_cache

from replylint import morph
from replylint.checks.situation import Situation, Spec
from replylint.checks.typography.fault import Fault, bare, written
from replylint.model import Span
from replylint.text import Document

CASES = {
    "nomn": "nomn", "gent": "gent", "gen1": "gent", "gen2": "gent", "datv": "datv", "accs": "accs", "acc2": "accs",
    "ablt": "ablt", "loct": "loct", "loc1": "loct", "loc2": "loct",
}  # fmt: skip
GENDERS = frozenset({"masc", "femn", "neut"})
FIXED = frozenset({"Fixd", "Abbr", "Init", "Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "voct", "Subx"})
"""Readings that leave a word in doubt: it does not decline, or names somebody or something."""
LOOSE = frozenset({"nomn", "gent"})
"""A noun in these cases may hang on an adjective that stands for a noun («на главной сайта») or name something."""
SHORTEST = 3

Form = tuple[str, str, str]
"""Case, number, gender (none in the plural)."""


def faults(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Prepositions with a wrong case; possessives and numerals (`agreeing`) at odds with their noun."""
    document = situation.reply
    governed = _governed(tuple(spec.get("governed", ())))
    settled = {place for hit in situation.found(spec.get("adverbial")) for place in range(hit.first, hit.last)}
    for place, token in enumerate(document.words):
        if token.norm in governed and place not in settled and _apart(document, place):
            end = _astray(document, place, governed[token.norm], spec.get("abbreviations", ()))
            if end:
                yield _told(document, place, end)
    for hit in situation.found(spec.get("agreeing")):
        if _own(document, hit.last) and _at_odds(document.words[hit.last - 1].norm, document.words[hit.last].norm):
            yield _told(document, hit.last - 1, hit.last)


def _told(document: Document, first: int, last: int) -> Fault:
    return Fault("agreement", Span(document.words[first].start, document.words[last].end))


def _apart(document: Document, place: int) -> bool:
    """Whether a preposition is a word of its own: no unit («Кбит/с», «220 в»), no letter of an abbreviation."""
    start = document.words[place].start
    return document.text[max(0, start - 1) : start].strip(' \n\t\u00a0(«"') == ""


def _astray(document: Document, place: int, cases: frozenset[str], short: Container[str]) -> int:
    """The last word of what cannot follow a preposition; 0 where all is well or in doubt."""
    if not _own(document, place + 1) or (place and document.words[place - 1].kind == "number"):
        return 0
    word = document.words[place + 1].norm
    if word in short:
        return 0
    if not _fits(word, "NOUN", cases):
        return place + 1
    following = place + 2
    if _own(document, following) and not _both(word, document.words[following].norm, cases):
        return following
    return 0


def _own(document: Document, place: int) -> bool:
    """Whether a plain Russian word in small letters follows another with nothing between."""
    if not bare(document, place):
        return False
    token = document.words[place]
    return written(token) and len(token.norm) >= SHORTEST and token.text.islower() and "-" not in token.norm


@lru_cache(maxsize=50_000)
def _forms(word: str, part: str) -> frozenset[Form]:
    """The forms of a word all of whose readings are of one part of speech; none where that is in doubt."""
    found = morph.readings(word)
    if not found or any(part not in r.grammemes or r.grammemes & FIXED for r in found):
        return frozenset()
    return frozenset(_form(r.grammemes) for r in found)


def _form(grammemes: frozenset[str]) -> Form:
    case = next((CASES[g] for g in grammemes if g in CASES), "")
    if "plur" in grammemes:
        return case, "plur", ""
    gender = grammemes & GENDERS
    return case, "sing", "" if "ms-f" in grammemes or "GNdr" in grammemes or not gender else min(gender)


def _alive(word: str) -> bool:
    return any("anim" in reading.grammemes for reading in morph.readings(word))


@lru_cache(maxsize=50_000)
def _fits(word: str, part: str, cases: frozenset[str]) -> bool:
    """Whether a word may stand in one of the cases, or one cannot tell."""
    forms = _forms(word, part)
    joins = "accs" in cases and _alive(word)  # «в гости», «что за люди»
    return not forms or any(form[0] in cases or not form[0] or (joins and form[0] == "nomn") for form in forms)


@lru_cache(maxsize=50_000)
def _both(adjective: str, noun: str, cases: frozenset[str]) -> bool:
    """Whether an adjective and its noun may share one of the cases, or one cannot tell."""
    nouns = _forms(noun, "NOUN")
    ones = _forms(adjective, "ADJF") if nouns else frozenset()
    if not ones or not nouns or _alive(noun) or any(form[0] in LOOSE for form in nouns):  # «в нужном людям месте»
        return True
    return any(one[0] in cases and one[0] == other[0] for one in ones for other in nouns)


@lru_cache(maxsize=50_000)
def _at_odds(word: str, noun: str) -> bool:
    """Whether no reading of a possessive agrees with the noun behind it."""
    ones, nouns = _forms(word, "ADJF"), _forms(noun, "NOUN")
    if not ones or not nouns or _alive(noun):  # «наша врач»
        return False
    return not any(_agree(one, other) for one in ones for other in nouns)


def _agree(one: Form, other: Form) -> bool:
    return one[:2] == other[:2] and (one[2] == other[2] or not one[2] or not other[2])


@lru_cache(maxsize=8)
def _governed(lines: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """Prepositions with their cases, from lines like «без, для → род»."""
    found = {}
    for line in lines:
        words, _, cases = line.partition("→")
        names = frozenset(morph.GRAMMEMES[name.strip()] for name in cases.split(","))
        found.update({morph.fold(word.strip()): names for word in words.split(",")})
    return found
