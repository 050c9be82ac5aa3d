"""Is a reply Russian? Kazakh, Ukrainian or Belarusian text looks partly Russian: it is said to be so, not scored."""

from __future__ import annotations

from string import ascii_letters

from replylint.expressions import expression
from replylint.text import Document

_LETTERS = {
    "kk": frozenset("әғқңөұүһі"),
    "uk": frozenset("їєґі"),
    "be": frozenset("ўі"),
}
_ASCII = frozenset(ascii_letters)
_ALL = expression(f"[{''.join(sorted({case for letters in _LETTERS.values() for own in letters for case in (own, own.upper())}))}]")
_NAMES = {
    "kk": {"ru": "казахский", "en": "Kazakh"},
    "uk": {"ru": "украинский", "en": "Ukrainian"},
    "be": {"ru": "белорусский", "en": "Belarusian"},
    "latin": {"ru": "латиница", "en": "Latin script"},
}
FOREIGN_SHARE = 0.15
"""From this share of words with letters that Russian lacks a text counts as another language's."""
LATIN_SHARE = 0.6


def foreign(document: Document) -> str:
    """The language of a text that is not Russian (a key of `name`), "" for a Russian one.

    Numbers, emoji and a word or two say nothing: they pass as Russian.
    """
    latin = not _ASCII.isdisjoint(document.signs)
    odd = _ALL.search(document.text) is not None
    if not latin and not odd:
        return ""
    words = [token.norm for token in document.words if token.kind == "word"]
    if len(words) < 3:
        return ""
    if latin and sum(word.isascii() for word in words) / len(words) > LATIN_SHARE:
        return "latin"
    counts = {key: _share(words, letters) for key, letters in _LETTERS.items()} if odd else {}
    if max(counts.values(), default=0) < FOREIGN_SHARE:
        return ""
    own = {key: _share(words, letters - {"і"}) for key, letters in _LETTERS.items()}
    best = own if any(own.values()) else counts
    return max(best, key=lambda key: best[key])


def _share(words: list[str], letters: frozenset[str]) -> float:
    return sum(not letters.isdisjoint(word) for word in words) / len(words)


def name(key: str, lang: str) -> str:
    """What a language is called."""
    return _NAMES[key][lang]
