"""A heated look: «!!!», «?!», words in capitals, heated words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.expressions import expression
from replylint.model import Edit, Fix, Match, Span
from replylint.pattern.match import Hit
from replylint.text import Token

_RUN = expression(r"[!?]{2,}|!\s*!(?:\s*!)*")
_TITLE = expression(r"«[^»]*»")
_VOWEL = expression(r"[аеёиоуыэюя]", re.IGNORECASE)
LOUD = 4
"""Letters from which a word in capitals is a shout and not an abbreviation …"""
NEAR = 2
"""A word in capitals so close to «промокод» or «кнопка» is what it is called."""
MOST_CAPITALS = 3
"""… unless so many words are in capitals that the line is a heading or a list of codes."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Runs of exclamation marks, shouted words, the phrases of `find`."""
    heated = excepted([*situation.found(spec["find"]), *_aimed(situation, spec)], situation.found(spec.get("except")))
    for hit in heated:
        yield situation.at(situation.span(hit))
    for found in _RUN.finditer(situation.reply.text):
        span = Span(found.start(), found.end())
        if not situation.reply.quoted(span):
            mark = "?" if "?" in found.group() else "!"
            yield Match(span, situation.at(span).words, Fix((Edit(span, mark),), safe=True))
    calm = [situation.span(hit) for hit in situation.found(spec.get("except"))]
    loud = [word for word in _shouted(situation, spec) if not any(span.start <= word.start < span.end for span in calm)]
    hot = bool(heated) or bool(_RUN.search(situation.reply.text)) or any(not _names(word) for word in loud)
    for word in loud if hot else ():
        fix = Fix((Edit(word.span, word.text.lower()),), safe=False)
        yield Match(word.span, situation.at(word.span).words, fix)


def _aimed(situation: Situation, spec: Spec) -> list[Hit]:
    """Hits of `double` with one of `beside` in their sentence or next to it: alone they may be about the house itself."""
    near = {situation.sentence(hit) + step for hit in situation.found(spec.get("beside")) for step in (-1, 0, 1)}
    return [hit for hit in situation.found(spec.get("double")) if situation.sentence(hit) in near]


def _names(word: Token) -> bool:
    """Whether a word in capitals may as well be what something is called: a noun or the name of somebody."""
    from replylint import morph

    return bool(morph.readings(word.norm)[0].grammemes & {"NOUN"})


def _shouted(situation: Situation, spec: Spec) -> list[Token]:
    """Words in capitals that are words of the language, not abbreviations or codes, nor the name of what stands beside them."""
    called = situation.found(spec.get("called"))
    words = situation.reply.words
    near = {place for hit in called for place in range(hit.first - NEAR, hit.last + NEAR)}
    loud = [word for place, word in enumerate(words) if _loud(word) and place not in near]
    text = situation.reply.text
    loud = [word for word in loud if "_" not in text[max(0, word.start - 1) : word.end + 1]]
    titles = [found.span() for found in _TITLE.finditer(text)] if loud else []
    loud = [word for word in loud if not any(start < word.start < end for start, end in titles)]
    return loud if len(loud) <= MOST_CAPITALS * 3 else []


def _loud(word: Token) -> bool:
    if word.kind != "word" or len(word.norm) < LOUD or not word.text.isupper() or word.norm.isascii():
        return False
    from replylint import morph

    readings = morph.readings(word.norm)
    return len(_VOWEL.findall(word.norm)) >= 2 and bool(readings) and not any(r.grammemes & {"Abbr", "Orgn", "Trad"} for r in readings)


KIND = Kind({"find": "phrases", "double": "phrases", "beside": "phrases", "called": "phrases", "except": "phrases"}, ("find",), run)
