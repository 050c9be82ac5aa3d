"""Who is who: names compared in spite of ё/е, case, spaces and order; pseudonyms that stay the same."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable

from replylint.model import Language
from replylint.text import INVISIBLE

_PARTS = re.compile(r"[^\W_]+(?:[-@.'’+][^\W_]+)*")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
LONGEST = 120
"""A name has at most so many characters."""
SHORTEST = 4
"""Signs of a pseudonym, as long as no two agree."""


def clean(name: str) -> str:
    """A name on one line, composed, without invisible signs, of bounded length."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", name.replace("_", " ")))
    return " ".join(text.split())[:LONGEST]


def key(name: str) -> str:
    """What two spellings of one name share: «Иванов Иван» and «иван  Иванов» have the same; "" for no name."""
    folded = unicodedata.normalize("NFKC", clean(name)).casefold().replace("ё", "е")
    return " ".join(sorted(_PARTS.findall(folded))) or folded.strip()


def names(spellings: Iterable[str]) -> dict[str, str]:
    """Key → the name as it was first written."""
    found: dict[str, str] = {}
    for name in spellings:
        found.setdefault(key(name), clean(name))
    return found


def pseudonyms(keys: Iterable[str], salt: str, lang: Language) -> dict[str, str]:
    """Key → «Стажёр 7F3A»: the same for the same salt, whoever else is in the group (unless two would agree)."""
    word = "Trainee" if lang == "en" else "Стажёр"
    digests = {one: hmac.new(salt.encode(), one.encode("utf-8", "replace"), hashlib.sha256).hexdigest().upper() for one in keys}
    size = SHORTEST
    while len({digest[:size] for digest in digests.values()}) < len(digests):
        size += 1
    return {one: f"{word} {digest[:size]}" for one, digest in digests.items()}
