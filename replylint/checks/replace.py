"""A better wording, inflected as the words it replaces.

A template is what stands behind `→` in a phrase: `=слово` stays as written, a bare word takes the form of the first
matched word of its part of speech (by the reading whose lemma the phrase names, not by the likeliest one), and a
case in angle brackets at the end re-inflects the noun phrase that depends on the matched words: «вернуть <вин>» takes it
from the genitive, «по <тв:дат>» from the instrumental. A template that begins with a comma moves up to the word before;
`-` strikes the matched words out. No form to be had: no fix rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from replylint import morph
from replylint.model import Edit, Fix, Span
from replylint.pattern.match import Hit
from replylint.text import Document, Token

Template = Mapping[str, Any]
"""`text`: the words; `lemmas`: those of the phrase; `safe`: whether nobody need read the result; `case`: of the dependent,
`from`: the case that it is in; `table`: forms settled by the compiler;
`rest`: whether only the first matched word gives way (`→ этот ...`)."""

STRUCK = "-"
"""A template that strikes the matched words out."""
_FAMILIES = (frozenset({"VERB", "INFN", "GRND"}), frozenset({"NOUN", "NPRO"}), frozenset({"ADJF", "PRTF"}), frozenset({"ADJS", "PRTS"}))
_POS = frozenset({"VERB", "INFN", "NOUN", "ADJF"})
_KEPT = frozenset("past pres futr sing plur 1per 2per 3per impr excl indc nomn gent datv accs ablt loct INFN GRND".split())
_GENDERS = frozenset({"masc", "femn", "neut"})


def replacement(document: Document, hit: Hit, template: Template) -> Fix | None:
    """The edits that put a template in place of a hit; None where a word has no fitting form."""
    words = document.words[hit.first : hit.last]
    if template["text"] == STRUCK:
        return _struck(document, hit, bool(template["safe"]))
    if template["rest"]:  # «данный товар» → «этот товар»: the first word gives way, the others stay
        words = words[:1]
    pieces = [_ready(piece, words, template["table"]) or _form(piece, words, template["lemmas"]) for piece in template["text"].split()]
    if None in pieces:
        return None
    text = _cased(" ".join(piece for piece in pieces if piece), words[0].text)
    span = Span(words[0].start, words[-1].end)
    safe = bool(template["safe"]) and not _parted(document, span)
    if text.startswith(","):
        span = Span(document.words[hit.first - 1].end if hit.first else span.start, span.end)
    edits = [Edit(span, text)]
    if template["case"]:
        dependent = _dependent(document, hit, template["case"], template.get("from", "gent"))
        safe = safe and dependent is not None
        edits.extend(dependent or ())
    return Fix(tuple(edits), safe)


def _struck(document: Document, hit: Hit, safe: bool) -> Fix | None:
    """The hit goes, with the marks behind it; the next word takes over its capital. None where nothing follows it."""
    words = document.words
    if hit.last >= len(words) or "\n" in document.text[words[hit.last - 1].end : words[hit.last].start]:
        return None
    after = words[hit.last]
    text = _cased(after.text, words[hit.first].text)
    return Fix((Edit(Span(words[hit.first].start, after.end), text),), safe)


def _ready(piece: str, words: Sequence[Token], table: Mapping[str, Mapping[str, str]]) -> str | None:
    """The form that was settled when the rule was compiled: no dictionary is needed."""
    forms = table.get(piece, {})
    return next((forms[word.norm] for word in words if word.norm in forms), None)


def table(text: str, words: Sequence[str], lemmas: Sequence[str]) -> dict[str, dict[str, str]]:
    """For each word of a template: form of a matched word → its own form. For the compiler."""
    found: dict[str, dict[str, str]] = {}
    for piece in text.split():
        if not piece.startswith("="):
            made = {word: form for word in words if (form := _form(piece, [Token("word", word, 0, word)], lemmas))}
            found[piece] = {word: form for word, form in made.items() if form != piece or _is_form(word, piece)}
    return {piece: forms for piece, forms in found.items() if forms}


def _is_form(word: str, piece: str) -> bool:
    """Whether a word and a piece are of one part of speech, so that «same as written» is an agreed form, too."""
    return any(one.grammemes & other.grammemes & _POS for one in morph.readings(word) for other in morph.readings(morph.fold(piece)))


def _form(piece: str, words: Sequence[Token], lemmas: Sequence[str]) -> str | None:
    if piece.startswith("="):
        return piece[1:]
    own = morph.readings(morph.fold(piece))
    if not own:
        return piece
    family = next((f for f in _FAMILIES if own[0].grammemes & f), None)
    if family is None:
        return piece
    return next(_agreed(piece, family, words, lemmas), None)


def _agreed(piece: str, family: frozenset[str], words: Sequence[Token], lemmas: Sequence[str]) -> Iterator[str]:
    """Forms of a word that agree with the matched words, likeliest first."""
    for word in words:
        found = [r for r in morph.readings(word.norm) if r.grammemes & family and (not lemmas or r.lemma in lemmas)]
        for reading in sorted(found, key=lambda r: -r.share):
            kept = reading.grammemes & _KEPT
            if {"past", "sing"} <= kept or (family & {"ADJF", "ADJS"} and "sing" in kept):
                kept |= reading.grammemes & _GENDERS
            if family & {"NOUN"} and _one_number(piece):
                kept -= {"sing", "plur"}
            form = morph.inflected(piece, kept)
            if form:
                yield form


def _one_number(piece: str) -> bool:
    return any(r.grammemes & {"Pltm", "Sgtm"} for r in morph.readings(morph.fold(piece)))


def _cased(text: str, model: str) -> str:
    """The text with the case of its model's first letter."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def _parted(document: Document, span: Span) -> bool:
    """Whether punctuation stands among the matched words: it would be lost."""
    return any(span.start < mark.start < span.end for mark in document.marks)


def _dependent(document: Document, hit: Hit, case: str, old: str) -> list[Edit] | None:
    """Edits that put the noun phrase after a hit into a case; empty where there is none, None if it has no form."""
    phrase = _noun_phrase(document, hit, old)
    if not phrase:
        after = document.words[hit.last : hit.last + 1]
        return None if after and not _adjoins(document, hit.last) and _may_depend(after[0], old) else []
    noun = next(r for r in morph.readings(phrase[-1].norm) if {"NOUN", old} <= r.grammemes)
    edits = []
    for word in phrase:
        form = _recased(word, noun, case, old)
        if form is None:
            return None
        if form != word.text:
            edits.append(Edit(word.span, _cased(form, word.text)))
    return edits


def _noun_phrase(document: Document, hit: Hit, case: str) -> list[Token]:
    """Adjectives and the noun in a case that follow a hit without a mark between them."""
    found: list[Token] = []
    place = hit.last
    while place < len(document.words) and place < hit.last + 4 and not _adjoins(document, place):
        word = document.words[place]
        grammemes = [r.grammemes for r in morph.readings(word.norm) if case in r.grammemes]
        if any("NOUN" in g for g in grammemes):
            return [*found, word]
        if not any(g & {"ADJF", "PRTF"} for g in grammemes):
            return []
        found.append(word)
        place += 1
    return []


def _adjoins(document: Document, place: int) -> bool:
    """Whether a mark or a line break stands before a word."""
    words = document.words
    return any(words[place - 1].end <= mark.start < words[place].start for mark in document.marks) or (
        "\n" in document.text[words[place - 1].end : words[place].start]
    )


def _may_depend(word: Token, case: str) -> bool:
    return any(case in r.grammemes for r in morph.readings(word.norm))


def _recased(word: Token, noun: morph.Reading, case: str, old: str) -> str | None:
    own = next(r for r in morph.readings(word.norm) if old in r.grammemes and r.grammemes & {"NOUN", "ADJF", "PRTF"})
    wanted = {case} | (own.grammemes & {"sing", "plur", "NOUN", "ADJF", "PRTF"})
    if "NOUN" not in own.grammemes:
        if "sing" in wanted:
            wanted |= own.grammemes & _GENDERS
        if case == "accs" and ("plur" in wanted or "masc" in wanted):
            wanted |= noun.grammemes & {"anim", "inan"}
    return morph.inflected(own.lemma, wanted)
