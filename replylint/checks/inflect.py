"""A word of a template in the form of the words that it replaces.

It takes the form of the first of them of its part of speech, by the reading whose lemma the phrase names, not by the
likeliest one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from replylint import morph
from replylint.checks.dependent import GENDERS
from replylint.text import Token

_FAMILIES = (frozenset({"VERB", "INFN", "GRND"}), frozenset({"NOUN", "NPRO"}), frozenset({"ADJF", "PRTF"}), frozenset({"ADJS", "PRTS"}))
_POS = frozenset({"VERB", "INFN", "NOUN", "ADJF"})
_KEPT = frozenset("past pres futr sing plur 1per 2per 3per impr excl indc nomn gent datv accs ablt loct INFN GRND".split())


def settled(piece: str, words: Sequence[Token], table: Mapping[str, Mapping[str, str]]) -> str | None:
    """The form that was settled when the rule was compiled: no dictionary is needed."""
    forms = table.get(piece, {})
    return next((forms[word.norm] for word in words if word.norm in forms), None)


def table(pieces: Sequence[str], words: Sequence[str], lemmas: Sequence[str]) -> dict[str, dict[str, str]]:
    """For each word of a template: form of a matched word → its own form. For the compiler."""
    found: dict[str, dict[str, str]] = {}
    for piece in pieces:
        made = {word: form for word in words if (form := form_of(piece, [Token("word", word, 0, word)], lemmas))}
        found[piece] = {word: form for word, form in made.items() if form != piece or _is_form(word, piece)}
    return {piece: forms for piece, forms in found.items() if forms}


def _is_form(word: str, piece: str) -> bool:
    """Whether a word and a piece are of one part of speech, so that «same as written» is an agreed form, too."""
    return any(one.grammemes & other.grammemes & _POS for one in morph.readings(word) for other in morph.readings(morph.fold(piece)))


def form_of(piece: str, words: Sequence[Token], lemmas: Sequence[str], *, told: bool = False) -> str | None:
    """The form of a template's word that agrees with the matched words (of these lemmas, where any are told).

    «Оплатите» may tell or command: it commands unless `told`.
    """
    if piece.startswith("="):
        return piece[1:]
    own = morph.readings(morph.fold(piece))
    family = next((f for f in _FAMILIES if any(r.grammemes & f for r in own if r.lemma == own[0].lemma)), None)
    return piece if family is None else next(_agreed(piece, family, words, lemmas, told=told), None)


def _agreed(piece: str, family: frozenset[str], words: Sequence[Token], lemmas: Sequence[str], *, told: bool) -> Iterator[str]:
    """Forms of a word that agree with the matched words, likeliest first; «вернём» (let us) is no command."""
    for word in words:
        found = [r for r in morph.readings(word.norm) if r.grammemes & family and "incl" not in r.grammemes]
        found = [r for r in found if not lemmas or r.lemma in lemmas]
        for reading in sorted(found, key=lambda r: (-r.share, ("impr" in r.grammemes) == told)):
            kept = reading.grammemes & _KEPT
            if {"past", "sing"} <= kept or (family & {"ADJF", "ADJS"} and "sing" in kept):
                kept |= reading.grammemes & GENDERS
            if family & {"NOUN"} and _one_number(piece):
                kept -= {"sing", "plur"}
            form = morph.inflected(piece, kept)
            if form:
                yield form


def _one_number(piece: str) -> bool:
    return any(r.grammemes & {"Pltm", "Sgtm"} for r in morph.readings(morph.fold(piece)))
