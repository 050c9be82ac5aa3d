"""The noun phrase that depends on words which give way, and the clause that it stands in."""

from __future__ import annotations

from typing import NamedTuple

from replylint import morph
from replylint.dictionary import Reading
from replylint.model import Edit
from replylint.text import Document, Token

GENDERS = frozenset({"masc", "femn", "neut"})
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_LINKS = frozenset({"и", "или", "либо"})
_STOPS = frozenset({"VERB", "INFN", "GRND", "PRED", "NPRO", "ADJS", "PRTS"})
"""Parts of speech with which the next clause begins."""
_NAMES = frozenset({"Surn", "Name", "Patr"})
_FEW = 4
"""A noun phrase that depends on something has at most so many words."""


class Dependent(NamedTuple):
    """What a noun phrase becomes in another case; `last` is the place behind it."""

    edits: tuple[Edit, ...]
    last: int
    number: str
    """`sing`, `plur`, or "" where nothing depends."""


def recased(document: Document, start: int, old: str, new: str) -> Dependent | None:
    """The noun phrase at a place in another case, with what is joined to it; None where a word has no form.

    Nothing need depend on the words before: then there is nothing to edit.
    """
    place = _passed(document, start, old)
    phrase = _noun_phrase(document, place, old)
    if not phrase:
        after = document.words[start : start + 1]
        return None if after and not parted(document, start) and _may_be(after[0], old) else Dependent((), start, "")
    edits: list[Edit] = []
    number, last = "", start
    while phrase:
        noun = _noun(document.words[phrase[-1]], old)
        number = "plur" if number or "plur" in noun.grammemes else "sing"
        last = phrase[-1] + 1
        for word in (*phrase, *_attached(document, last, old)):
            form = _recased(document.words[word], noun, new, old, is_noun=word == phrase[-1])
            if form is None:
                return None
            if form != document.words[word].text:
                edits.append(Edit(document.words[word].span, cased(form, document.words[word].text)))
        phrase = _joined(document, last, old)
    return Dependent(tuple(edits), last, number)


def _passed(document: Document, start: int, old: str) -> int:
    """Behind «вам» and adverbs that may stand before the noun phrase («вернём вам ошибочно списанные деньги»)."""
    place = start
    while place < min(start + 2, len(document.words)) and not parted(document, place):
        tags = _tags(document.words[place])
        if not any({"NPRO", "datv"} <= g or "ADVB" in g for g in tags) or any({"NOUN", old} <= g for g in tags):
            break
        place += 1
    return place


def _noun_phrase(document: Document, start: int, case: str) -> list[int]:
    """Places of adjectives and their noun in a case, without a mark before or between them.

    A word that may be either («нового») is an adjective where a noun follows.
    """
    found: list[int] = []
    for place in range(start, min(start + _FEW, len(document.words))):
        if parted(document, place):
            return found if found and _is(document, found[-1], case, "NOUN") else []
        if not _is(document, place, case, "NOUN", *_ADJECTIVES):
            return found if found and _is(document, found[-1], case, "NOUN") else []
        found.append(place)
        if not _is(document, place, case, *_ADJECTIVES):
            return found
    return found if found and _is(document, found[-1], case, "NOUN") else []


def _is(document: Document, place: int, case: str, *kinds: str) -> bool:
    """Whether a word plausibly is of one of these parts of speech in a case."""
    return any(case in tags and tags & set(kinds) for tags in _tags(document.words[place]))


def _joined(document: Document, place: int, case: str) -> list[int]:
    """A second noun phrase in the same case, joined by «и»."""
    words = document.words
    if place + 1 < len(words) and words[place].norm in _LINKS and not parted(document, place):
        return _noun_phrase(document, place + 1, case)
    return []


def _attached(document: Document, place: int, case: str) -> list[int]:
    """A participle behind the noun that must follow it: «денег, списанных вчера»."""
    words = document.words
    if place >= len(words) or _ends_sentence(document, place):
        return []
    tags = _tags(words[place])
    follows = any({"PRTF", case} <= g for g in tags) and not _noun_phrase(document, place, case)
    between = document.text[words[place - 1].end : words[place].start].strip()
    return [place] if follows and between in ("", ",") else []


def clause_end(document: Document, place: int) -> int | None:
    """Where the clause that holds a noun phrase ends: the place of the word before which a comma belongs.

    None where the next words cannot be parted for sure.
    """
    words = document.words
    while place < len(words) and not parted(document, place):
        tags = _tags(words[place])
        if any("PREP" in g for g in tags):
            place = _behind_noun(document, place + 1)
        elif tags and tags[0] & _STOPS:
            return place
        elif any({"NOUN", "gent"} <= g for g in tags) and "nomn" not in tags[0]:
            place += 1
        else:
            return None
    return place


def _behind_noun(document: Document, place: int) -> int:
    """Behind the noun that a preposition governs."""
    words = document.words
    while place < len(words) and not parted(document, place):
        tags = morph.readings(words[place].norm)
        place += 1
        if not tags or tags[0].grammemes & {"NOUN", "NPRO"}:
            break
    return place


def parted(document: Document, place: int) -> bool:
    """Whether a mark, a line break or a sentence's beginning stands before a word (or no word is there)."""
    words = document.words
    if place <= 0 or place >= len(words) or _ends_sentence(document, place):
        return True
    between = document.text[words[place - 1].end : words[place].start]
    return bool(between.strip()) or "\n" in between


def _ends_sentence(document: Document, place: int) -> bool:
    return document.sentence_of(place) != document.sentence_of(place - 1)


def _may_be(word: Token, case: str) -> bool:
    return any(case in tags for tags in _tags(word))


def _tags(word: Token) -> list[frozenset[str]]:
    """The grammemes of a word's plausible readings, likeliest first."""
    found = _readings(word)
    best = max((reading.share for reading in found), default=0.0)
    return [r.grammemes for r in found if r.share >= morph.PLAUSIBLE * best]


def _readings(word: Token) -> list[Reading]:
    """The readings of a word; without those of a name where it has no capital («разовой» is no Razov)."""
    found = morph.readings(word.norm)
    return [r for r in found if word.text[:1].isupper() or not r.grammemes & _NAMES]


def _noun(word: Token, case: str) -> Reading:
    """The reading of a noun in a case; of a thing rather than of a person («счётчик»)."""
    found = [r for r in _readings(word) if {"NOUN", case} <= r.grammemes]
    return min(found, key=lambda r: "anim" in r.grammemes)


def _recased(word: Token, noun: Reading, case: str, old: str, *, is_noun: bool) -> str | None:
    own = noun if is_noun else next(r for r in morph.readings(word.norm) if old in r.grammemes and r.grammemes & _ADJECTIVES)
    if "Fixd" in own.grammemes:  # «кафе», «СМС»: no forms, none needed
        return word.text
    wanted = {case} | (own.grammemes & {"sing", "plur", "NOUN", *_ADJECTIVES})
    if is_noun:
        wanted |= own.grammemes & {"anim", "inan"}
    else:
        wanted |= noun.grammemes & {"plur"}
        if "plur" in wanted:
            wanted -= {"sing"}
        if "sing" in wanted:
            wanted |= noun.grammemes & GENDERS
        if case == "accs" and ("plur" in wanted or "masc" in wanted):
            wanted |= noun.grammemes & {"anim", "inan"}
        if "PRTF" in wanted:
            wanted |= own.grammemes & {"past", "pres", "pssv", "actv"}
    return morph.inflected(own.lemma, wanted)


def cased(text: str, model: str) -> str:
    """The text with the case of its model's first letter."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text
