"""A text as rules see it: zones, sentences, tokens, each with its place in the author's text.

Matching needs a normalised view (ё, case, zero-width characters, soft hyphens, Latin look-alikes, composed й).
Every token carries its own normal form next to its span, so places never need to be found again.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Literal, NamedTuple

from replylint.expressions import expression
from replylint.model import Span
from replylint.sentences import boundaries

Kind = Literal["word", "number", "placeholder", "link", "email", "handle", "emoji", "punct", "quote"]

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = r"[^\W\d_]"
_IN = rf"[\u0300-\u036f{INVISIBLE}]"
_WORD = rf"{_LETTER}(?:{_LETTER}|{_IN})*(?:[-\u2010\u2011'’](?:{_LETTER}|\d)(?:{_LETTER}|\d|{_IN})*)*"
_EMOJI = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\u3030\u303d][\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*"
# Spaces fail at once; `plain` is a shortcut: most words are Cyrillic letters alone, and need not be tried as placeholders, links …
TOKEN = expression(
    rf"""(?=\S)(?:
    (?P<plain> (?-i:[А-Яа-яЁё]{{1,40}}+)(?![\w@+'’\-\u2010\u2011\u0300-\u036f{INVISIBLE}]|\.\w) )
  | (?P<placeholder> \{{\{{[^{{}}\n]{{1,60}}\}}\}} | \{{%[^{{}}\n]{{1,60}}%\}} | \$\{{[^{{}}\n]{{1,40}}\}} | \{{[^{{}}\n]{{1,40}}\}}
        | <\s*[^\W\d_][^<>\n/=]{{1,40}}> | \[[^\W\d_][\w \-,.]{{1,40}}\](?!\() | %[^\W\d][\w.]{{1,30}}% | %[sd](?!\w)
        | \#[^\W\d_]\w{{1,30}}\# )
  | (?P<email> [\w.+-]+@[\w-]+(?:\.[\w-]+)+ )
  | (?P<link> https?://[^\s<>«»"]+[^\s<>«»".,!?;:)\]] | (?:www\.|(?<![\w.@-])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.(?:[a-z0-9-]+\.)*
        (?:ru|com|рф|net|org|kz|by|ua|su|me|io|app|example|shop|store|online|info|pro|site)\b)(?:/[^\s<>«»"]*[^\s<>«»".,!?;:)\]])? )
  | (?P<handle> (?<![\w@])@[a-zA-Z_][\w.]{{1,40}} | (?<![\w\#])\#[^\W\d]\w{{1,60}} )
  | (?P<number> \d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?:[.,]\d+)?(?!\d) | \d+(?:[.,:/-]\d+)*(?:-?(?:го|му|ого|ый|ая|ое|ой|ый|ые|ых|ти|ми|х|й|я|е|м)(?!\w))? )
  | (?P<word> {_WORD} | [₽€$₸] )
  | (?P<emoji> {_EMOJI} )
  | (?P<punct> [^\w\s{INVISIBLE}] | _+ )
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_YO = str.maketrans("ё", "е")
_PLAIN = expression(r"[а-я]+(?:-[а-я]+)*")
_CYRILLIC = expression(r"[а-я]")
_STRIP = expression(f"[{INVISIBLE}]")
LOOKALIKES = str.maketrans("aceopxykmthbn", "асеорхукмтнвп")
"""Latin letters that look like Cyrillic ones, in lower case («B», «H», «T» come from capitals)."""


@lru_cache(maxsize=100_000)
def normal(word: str) -> str:
    """The word as rules compare it: lower case, е for ё, composed, without invisible characters and look-alikes."""
    lower = word.lower().replace("ё", "е")
    if _PLAIN.fullmatch(lower):
        return lower
    lower = unicodedata.normalize("NFC", _STRIP.sub("", lower)).translate(_YO).replace("\u2010", "-").replace("\u2011", "-")
    if _CYRILLIC.search(lower) and not lower.isascii():
        return lower.translate(LOOKALIKES)
    return lower


class Token:
    """A word, number, placeholder … with its place; `norm` is what rules compare."""

    __slots__ = ("end", "kind", "norm", "start", "text")

    def __init__(self, kind: Kind, text: str, start: int, norm: str) -> None:
        self.kind = kind
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.norm = norm

    @property
    def span(self) -> Span:
        """The token's place."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    def __repr__(self) -> str:
        return f"Token({self.kind}, {self.text!r}, {self.start})"


class Sentence(NamedTuple):
    """A sentence: its place and its part of `Document.words` (half-open)."""

    start: int
    end: int
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.last - self.first


class Document(NamedTuple):
    """An analysed text. `words`: what phrases are matched on; `marks`: emoji and punctuation; `quotes`: zones."""

    text: str
    words: tuple[Token, ...]
    marks: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Span, ...] = ()
    lasts: tuple[int, ...] = ()
    """`last` of every sentence, for `sentence_of`."""
    norms: frozenset[str] = frozenset()
    """All words, folded, each once."""
    signs: frozenset[str] = frozenset()
    """All ASCII letters and marks of the text, each once: those that rules look for."""

    def quoted(self, span: Span) -> bool:
        """Whether a place lies in words that the agent quotes from the customer."""
        return any(zone.start <= span.start and span.end <= zone.end for zone in self.quotes)

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds a word."""
        return min(bisect_right(self.lasts, word), max(0, len(self.sentences) - 1))


def tokens(text: str) -> list[Token]:
    """All tokens of a text, in order."""
    found = []
    met = _MET
    for match in TOKEN.finditer(text):
        group, piece = match.lastgroup, match[0]
        if group == "plain" or group == "word":
            same, norm = met.get(piece) or _meet(piece)
            found.append(Token("word", same, match.start(), norm))
        else:
            found.append(Token(group, piece, match.start(), piece))  # type: ignore[arg-type]  # the other groups are kinds
    return found


MOST_MET = 200_000
_MET: dict[str, tuple[str, str]] = {}
"""Words that were met, each as one piece of memory, with their normal forms: whoever looks one up finds it by identity."""


def _meet(word: str) -> tuple[str, str]:
    if len(_MET) > MOST_MET:
        _MET.clear()
    found = _MET[word] = word, normal(word)
    return found


def analyse(text: str, quoted_from: str = "") -> Document:
    """Read a text once: tokens, sentences and the zones that quote `quoted_from` (the customer's message)."""
    zones = _quote_zones(text, quoted_from)
    words: list[Token] = []
    marks: list[Token] = []
    for token in tokens(text):
        (marks if token.kind in ("punct", "emoji") else words).append(token)
    if zones:
        words = [Token("quote", w.text, w.start, "") if any(z.start <= w.start < z.end for z in zones) else w for w in words]
    sentences = _sentences(words, boundaries(text))
    lasts = tuple([sentence.last for sentence in sentences])
    norms, signs = frozenset([word.norm for word in words]), frozenset(text.encode("ascii", "ignore").decode("ascii"))
    return Document(text, tuple(words), tuple(marks), sentences, zones, lasts, norms, signs)


def _sentences(words: list[Token], places: list[tuple[int, int]]) -> tuple[Sentence, ...]:
    found = []
    first = 0
    for start, end in places:
        last = first
        while last < len(words) and words[last].start < end:
            last += 1
        if last > first:
            found.append(Sentence(start, end, first, last))
        first = last
    return tuple(found)


_QUOTED = expression(r"«([^«»\n]{3,300})»|\"([^\"\n]{3,300})\"|„([^„“\n]{3,300})“|“([^“”\n]{3,300})”")
_BLOCK = expression(r"^[ \t]*>[^\n]*", re.MULTILINE)


def _quote_zones(text: str, message: str) -> tuple[Span, ...]:
    zones = [Span(m.start(), m.end()) for m in _BLOCK.finditer(text)] if ">" in text else []
    quotes = list(_QUOTED.finditer(text)) if message else []
    if quotes:
        said = normal_text(message)
        for match in quotes:
            if normal_text(match.group(match.lastindex or 0)) in said:
                zones.append(Span(match.start(), match.end()))
    return tuple(zones)


def normal_text(text: str) -> str:
    """The words of a text in normal form, joined by single spaces, for comparing."""
    return " ".join(t.norm for t in tokens(text) if t.kind not in ("punct", "emoji"))
