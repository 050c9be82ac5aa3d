"""Templates → parts. Which brackets are slots is found out over the whole library, or declared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from replylint.library.branches import folded
from replylint.library.parts import Choice, Literal, Part, Slot, Void, name_words, slot_name
from replylint.model import Span

PATTERNS = {
    "statement": r"\{%(?P<statement>[^{}\n]{1,120}?)%\}",
    "double-curly": r"\{\{(?P<double>[^{}\n]{1,80})\}\}",
    "dollar": r"\$\{(?P<dollar>[^{}\n]{1,80})\}",
    "curly": r"\{(?P<curly>[^{}\n|]{0,40}|[a-zA-Z_][\w.]*\s*\|[^{}\n]{1,60})\}",
    "square": r"\[(?P<square>[^\W\d][^\[\]\n]{0,40})\](?!\()",
    "angle": r"<(?P<angle>\s*[^\W\d_][^<>\n/=]{0,40})>",
    "percent": r"%(?P<percent>[^\W\d][\w.]{0,30})%",
    "printf": r"(?<![\d%])%(?:\((?P<printf>\w{1,40})\))?[sd](?!\w)",
}
"""Style → how a slot of it is written."""
STYLES = (*PATTERNS, "spintax")
UNSURE = ("square", "angle")
"""Brackets that texts use for other things too."""
COMMENT = r"(?P<comment>[ \t]*<!--\s*replylint:[^\n]*?-->(?:[ \t]*\r?\n)?)"
_GROUPS = {"statement": "statement", "double": "double-curly", **{name: name for name in ("dollar", "curly", "square", "angle", "percent")}}
_IDENTIFIER = re.compile(r"[a-z]+(?:_[a-z\d]+)+|[A-ZА-ЯЁ]{3,}(?:[_ ][A-ZА-ЯЁ]+)*")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_SIGNS = frozenset("{[<%")
DEPTH = 8
LONGEST_CHOICE = 2_000
REPEATS = 2
"""A bracket with the same words in so many templates is a slot."""


class Styles(NamedTuple):
    """The styles of a library. `brackets`: folded words of the square and angle slots; None: every bracket is one."""

    names: tuple[str, ...] = ()
    brackets: frozenset[str] | None = None

    def parse(self, text: str) -> tuple[Part, ...]:
        """The parts of a template; they cover it without gap or overlap."""
        if _SIGNS.isdisjoint(text):
            return (Literal(Span(0, len(text))),) if text else ()
        return folded(tuple(_Scan(text, self).parts(0, len(text))))


def declared(names: Iterable[str]) -> Styles:
    """Styles that the configuration names: every bracket of them is a slot."""
    return Styles(tuple(names))


def found(texts: Iterable[str], usual: Callable[[str], str]) -> Styles:
    """The styles of a library: counted over all its texts. `usual` gives the kind of a usual slot name, or "" ."""
    seen: Counter[str] = Counter()
    known: set[str] = set()
    for text in texts:
        if not _SIGNS.isdisjoint(text):
            brackets = {(style, " ".join(name_words(name)), name) for style, name in _brackets(text)}
            seen.update({f"{style} {words}" for style, words, name in brackets if _CYRILLIC.search(name)})
            known |= {words for _, words, name in brackets if usual(name) or _IDENTIFIER.fullmatch(name)}
    known |= {key.partition(" ")[2] for key, number in seen.items() if number >= REPEATS}
    return Styles(STYLES, frozenset(known))


def _brackets(text: str) -> Iterator[tuple[str, str]]:
    for style in UNSURE:
        for match in re.finditer(PATTERNS[style], text):
            yield style, slot_name(match.group(1))


class _Scan:
    """One template, read from the left."""

    def __init__(self, text: str, styles: Styles) -> None:
        self.text, self.styles = text, styles
        wanted = [COMMENT, *(PATTERNS[name] for name in PATTERNS if name in styles.names)]
        self.mark = re.compile("|".join(wanted))
        self.spintax = "spintax" in styles.names

    def parts(self, start: int, end: int, depth: int = 0) -> Iterator[Part]:
        """The parts between two places."""
        place = start
        for part in self._marks(start, end, depth):
            if part.span.start > place:
                yield Literal(Span(place, part.span.start))
            yield part
            place = part.span.end
        if place < end:
            yield Literal(Span(place, end))

    def _marks(self, place: int, end: int, depth: int) -> Iterator[Part]:
        """The parts that are no literals."""
        match = self.mark.search(self.text, place, end)
        while place < end:
            if match and match.start() < place:
                match = self.mark.search(self.text, place, end)
            limit = match.start() if match else end
            brace = self.text.find("{", place, limit) if self.spintax and depth < DEPTH else -1
            if brace < 0 and match is None:
                return
            part = self._choice(brace, end, depth + 1) if brace >= 0 else self._of(match) if match else None
            if part:
                yield part
            place = part.span.end if part else (brace if brace >= 0 else limit) + 1

    def _of(self, match: re.Match[str]) -> Part | None:
        span, group = Span(match.start(), match.end()), match.lastgroup
        inner = match[group] if group else match.group()
        if group == "comment":
            return Void(span)
        if group == "statement" or (group == "double" and inner.lstrip()[:1] in "#/!^"):
            return Void(span, inner.strip(" -+").partition(" ")[0])
        if group == "double" and inner.strip() == "else":
            return Void(span, "else")
        style = _GROUPS.get(group or "", "printf")
        name = slot_name(inner)
        brackets = self.styles.brackets
        if style in UNSURE and brackets is not None and " ".join(name_words(name)) not in brackets:
            return None
        return Slot(span, name or match.group(), style)

    def _choice(self, start: int, end: int, depth: int) -> Choice | None:
        """`{one|two {name}|three}`."""
        level, cuts = 0, [start]
        for place in range(start, min(end, start + LONGEST_CHOICE)):
            sign = self.text[place]
            level += (sign == "{") - (sign == "}")
            if sign == "|" and level == 1:
                cuts.append(place)
            if level == 0:
                break
        else:
            return None
        if len(cuts) == 1:
            return None
        edges = zip(cuts, [*cuts[1:], place], strict=True)
        rows = [(Void(Span(a, a + 1)), *self.parts(a + 1, b, depth)) for a, b in edges]
        return Choice(Span(start, place + 1), (*rows[:-1], (*rows[-1], Void(Span(place, place + 1)))))
