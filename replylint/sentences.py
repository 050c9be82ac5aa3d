"""Where sentences end: razdel inside a paragraph, and what messengers use instead of full stops."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from replylint.expressions import expression

_INNER_END = expression(r"[.?!…;)(\]}»”“’\"'\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]\s+\S")
"""Without a mark and a space behind it nothing ends inside a paragraph."""
_LINE = expression(r"[^\r\n]+")
_CONTINUED = expression(r"\s*[a-zа-яё(«]")
_OPEN_END = expression(r"[^.!?…:;)\]»\"\s]\s*$|,\s*$")
_FACE = expression(r"[\U0001f000-\U0001faff\u2600-\u27bf)(]")
"""Without one of these no smile ends a sentence."""
_EMOJI_END = expression(
    r"(?:[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*|[)(]{2,}|[:;]-?[)(]+)\s+(?=[A-ZА-ЯЁ«])"
)


def boundaries(text: str) -> list[tuple[int, int]]:
    """Half-open places of the sentences, in order, in code points.

    A line break ends a sentence (people in chats leave out the full stop), unless the line plainly goes on: no
    closing mark and a small letter after the break. A smile before a capital letter ends one too.
    """
    places: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        paragraph = text[start:end]
        if not _INNER_END.search(paragraph):  # one sentence for sure: most lines of a chat
            places.append((end - len(paragraph.lstrip()), start + len(paragraph.rstrip())))
            continue
        for first, last in _plain(paragraph) or _any(paragraph):
            places.extend(_split_at_smiles(text, start + first, start + last))
    return places


_UNPLAIN = expression("[;\"'„“”’)(\\]}»\t\n\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000](?<![^.!?… ]»)")
"""One set of signs at its head: the engine of `re` skips to them, where alternatives are tried at every sign."""
_MARKS = expression(r"[.!?…]+(?=( *)([^\W\d]+|\d+|«)?)")
_WORD_BEFORE = expression(r"[А-Яа-яЁё]{2,10}$")
_REACH = 10
"""So many signs on either side of a mark razdel looks at."""


def _plain(paragraph: str) -> list[tuple[int, int]]:
    """The sentences of plain prose, as razdel finds them (a test holds the answers against it); nothing where it is not plain.

    Plain is what has no brackets, smiles, sentences in quotes. A sentence ends where a capital or a number follows a word, a mark and a space,
    unless the word may be an abbreviation.
    """
    if _UNPLAIN.search(paragraph):
        return []
    cuts = [len(paragraph) - len(paragraph.lstrip())]
    for mark in _MARKS.finditer(paragraph):
        space, end = mark[1], mark.end(1)
        after = (mark[2] or "")[: max(0, _REACH - len(space))]
        if (not space and end < len(paragraph)) or end == len(paragraph) or (after.isalpha() and after.islower()):
            continue
        word = _WORD_BEFORE.search(paragraph, max(0, mark.start() - _REACH), mark.start())
        if not after or word is None or word[0].lower() in _abbreviations():
            return []
        cuts.append(end)
    return [(start, start + len(paragraph[start:end].rstrip())) for start, end in pairwise([*cuts, len(paragraph)])]


@cache
def _abbreviations() -> frozenset[str]:
    from razdel.segmenters.sokr import HEAD_SOKRS, INITIALS, PAIR_SOKRS, SOKRS

    return frozenset({*HEAD_SOKRS, *SOKRS, *INITIALS, *(pair[0] for pair in PAIR_SOKRS)})


def _any(paragraph: str) -> Iterator[tuple[int, int]]:
    from razdel import sentenize

    return ((piece.start, piece.stop) for piece in sentenize(paragraph))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    if "\n" not in text and "\r" not in text:
        return [(0, len(text))] if text.strip() else []
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        if found and _goes_on(text, found[-1], match.start()):
            found[-1] = (found[-1][0], match.end())
        else:
            found.append((match.start(), match.end()))
    return found


def _goes_on(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    one_break = gap.strip("\r\n") == "" and gap.count("\n") <= 1
    return one_break and bool(_OPEN_END.search(text[before[0] : before[1]][-40:])) and bool(_CONTINUED.match(text, start))


def _split_at_smiles(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if not _FACE.search(text, start, end):
        return [(start, end)]
    cuts = [match.end() for match in _EMOJI_END.finditer(text, start, end)]
    edges = [start, *cuts, end]
    return [(a, b) for a, b in pairwise(edges) if a < b]
