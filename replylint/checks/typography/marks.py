"""Spaces and marks: one expression over the text, and a second look at the few places that it finds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping

from replylint import morph
from replylint.checks.situation import Situation, Spec
from replylint.checks.typography.fault import Fault, cyrillic, mended
from replylint.expressions import expression
from replylint.model import Edit, Span
from replylint.text import Document, normal

_PLACES = expression(
    r"""(?=[ \u00a0.!?,-])(?:                                             # fails fast everywhere else
    (?P<small> (?<=[а-яё]{2})[.!?][ \u00a0]+(?-i:[а-яё]+)(?!\w) )                   # «готово. ждём»
  | (?P<early> (?<=[\w»")])[ \u00a0]+(?: ,(?!\() | ;(?![-)(D]) | [!?]+ | \.(?![\w.)(]) ) )  # «готово , ждём»
  | (?P<double> (?<=\S)[ \u00a0]{2,}(?=[^\s*•·—–-]) )
  | (?P<late> (?<=[^\W\d_]),(?=[^\W_]) | (?<=\d),(?=[^\W\d_]{2}) )      # «готово,ждём»
  | (?P<glued> (?<=[а-яё]{2})(?: \.(?=[А-ЯЁ][а-яё]) | [!?]+(?=[а-яё]{2}) ) )  # «готово.Ждём»
  | (?P<marks> (?<=\w),(?:\s*,)+(?=\s|$) | ,\.(?!\.) | (?<![.!?\d])\.\.(?![.\d]) )       # «готово,, ждём..»
  | (?P<inner> (?<=[(«])(?<![:;=8(-]\()[ \u00a0]+(?=\w) | (?<=\w)[ \u00a0]+(?=») )     # «( готово)»
  | (?P<dash> (?<=[а-яё]{3})-[ ](?=[а-яё]{2})(?!-[ ](?:и|или|либо)\b) ) # «готово- ждём»
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SOME = expression(r"[ \u00a0][ \u00a0.,;!?»]|[.!?](?:[ \u00a0]+[а-яё]|[А-Яа-яЁё.])|,(?:[^\W_]|\s*[,.])|[(«][ \u00a0]|[а-яё]- ")
"""Where a place may be: most texts have none, which is seen at a fraction of the cost."""
_OPAQUE = frozenset({"link", "email", "handle", "placeholder", "number", "quote"})
"""Tokens whose marks are their own."""
_ADDRESSES = frozenset({"link", "email", "handle"})


def faults(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Faults of spaces and marks, and small letters where a sentence begins."""
    document = situation.reply
    first = _SOME.search(document.text)
    for found in _PLACES.finditer(document.text, first.start()) if first else ():
        if _inside(document, found.start(), found.end()):
            continue
        make = _MAKERS.get(found.lastgroup or "")
        fault = make(found, situation, spec) if make else None
        if fault:
            yield fault
    yield from _first_letter(situation)


def _inside(document: Document, start: int, end: int, kinds: frozenset[str] = _OPAQUE) -> bool:
    """Whether a place lies in a link, an address, a number with a comma …"""
    place = bisect_right(document.words, start, key=lambda word: word.start) - 1
    near = document.words[max(0, place) : place + 2]
    return any(word.kind in kinds and word.start < end and start < word.end for word in near)


def _small(found: re.Match[str], situation: Situation, spec: Spec) -> Fault | None:
    """A sentence that begins small — unless the full stop belongs to an abbreviation."""
    word = _word_before(found)
    mark, start = found.group()[0], found.start() + 1 + len(found.group()[1:]) - len(found.group()[1:].lstrip())
    if mark == "." and (_abbreviated(word, spec) or not _ordinary(word, situation)):
        return None
    brands = {normal(brand) for brand in (*situation.profile.brands, situation.record.brand)}
    name = found.string[start : found.end()]
    if normal(name) in brands or name.islower() is False or found.string[found.end() : found.end() + 1] in ".)":
        return None
    edits = [Edit(Span(start, found.end()), name[0].upper() + name[1:])]
    if start - found.start() > len(". "):  # two spaces: the other check does not see them behind this place
        edits.append(Edit(Span(found.start() + 1, start), " "))
    return Fault("capital", Span(start, found.end()), tuple(edits))


def _early(found: re.Match[str], situation: Situation, _: Spec) -> Fault | None:
    """A space before a mark; behind a link it keeps the link whole."""
    mark = found.group().lstrip()
    after = found.string[found.end() : found.end() + 1]
    if (after and after in "()" and mark in ";,") or _inside(situation.reply, found.start() - 1, found.start(), _ADDRESSES):
        return None
    joined = f"{mark} " if after.isalnum() else mark
    return mended("early", Span(found.start(), found.end()), joined)


def _late(found: re.Match[str], _: Situation, __: Spec) -> Fault | None:
    """A mark that the next word sticks to; a list of sizes in Latin letters is nobody's sentence."""
    before, after = found.string[found.start() - 1], found.string[found.end()]
    if not (cyrillic(before) or cyrillic(after)):
        return None
    return mended("late", Span(found.start(), found.end()), found.group() + " ")


def _glued(found: re.Match[str], _: Situation, spec: Spec) -> Fault | None:
    """Sentences without a space between — no «Яндекс.Маркет», no «физ.лицо»."""
    word, following = _word_before(found), found.string[found.end() : found.end() + 1]
    named = word[:1].isupper() and not _begins(found, word)
    if found.group() == "." and (named or following.islower() or _abbreviated(word, spec)):
        return None
    return mended("late", Span(found.start(), found.end()), found.group() + " ", safe=following.isupper())


def _begins(found: re.Match[str], word: str) -> bool:
    """Whether the word before a mark is the first of its sentence: no «Яндекс.Маркет» in mid-sentence."""
    before = found.string[: found.start() - len(word)].rstrip(" \u00a0")
    return (not before or before[-1] in ".!?\n") and morph.is_word(normal(word))


def _double(found: re.Match[str], _: Situation, __: Spec) -> Fault:
    return mended("double", Span(found.start(), found.end()), " ")


def _marks(found: re.Match[str], _: Situation, __: Spec) -> Fault:
    text = found.group()
    return mended("marks", Span(found.start(), found.end()), "." if text.endswith(".") else ",", safe=text[0] == text[-1] == ",")


def _inner(found: re.Match[str], _: Situation, __: Spec) -> Fault:
    return mended("inner", Span(found.start(), found.end()), "")


def _dash(found: re.Match[str], _: Situation, __: Spec) -> Fault:
    return mended("dash", Span(found.start(), found.end()), " — ")


Maker = Callable[[re.Match[str], Situation, Spec], Fault | None]
_MAKERS: Mapping[str, Maker] = {
    "small": _small, "early": _early, "late": _late, "glued": _glued, "double": _double, "marks": _marks, "inner": _inner, "dash": _dash,
}  # fmt: skip


def _word_before(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 40) : found.start()]
    return re.split(r"[^\w-]", before)[-1]


def _abbreviated(word: str, spec: Spec) -> bool:
    return normal(word) in spec.get("abbreviations", ()) or len(word) < 3


def _ordinary(word: str, situation: Situation) -> bool:
    return situation.knows(normal(word)) or morph.is_word(normal(word))


def _first_letter(situation: Situation) -> Iterator[Fault]:
    """A reply that begins with a small letter."""
    document = situation.reply
    first = document.words[0] if document.words else None
    if first is None or first.kind != "word" or not first.text.islower() or not cyrillic(first.text[0]):
        return
    if document.text[: first.start].strip(' \n\t«"—–-') == "" and document.text[: first.start].strip() not in ("—", "–", "-"):
        yield mended("capital", first.span, first.text[0].upper() + first.text[1:])
