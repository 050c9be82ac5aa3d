"""The reply signs for, or speaks as, another company than the one that answers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from replylint import morph
from replylint.checks.register import POLITE
from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span
from replylint.pattern.match import Hit
from replylint.text import Token, tokens

_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f h c ch sh sh  y  e u a".split(" "),
        strict=False,
    )
)
_SAME = str.maketrans({"y": "i", "j": "i", "w": "v", "x": "h", "q": "k"})


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """A signature, or «мы, компания …», whose name shares no word with any name of the brand."""
    names = [situation.record.brand, *situation.profile.brands]
    common = frozenset(spec["common"])
    own = {_latin(word) for name in names for word in _words(name, common)}
    if not own:
        return
    initials = {"".join(word[0] for word in map(_latin, _words(name, common)) if word) for name in names}
    found = [_signed(situation, hit, common) for hit in situation.found(spec["signs"])]
    spans = {Span(signed[0].start, signed[-1].end) for signed in found if signed and not _own(signed, own | initials, situation)}
    for span in sorted(spans):  # «С любовью, команда …» are two signs of one name
        yield situation.at(span, brand=situation.record.brand)


def _words(name: str, common: frozenset[str]) -> list[str]:
    """The words of a brand that are its own: «Пекарня „Колос“» → колос."""
    words = [token.norm for token in tokens(name) if token.kind == "word" and len(token.norm) > 1 and not _is_common(token, common)]
    return words + [_site(token.text) for token in tokens(name) if token.kind == "link"]


def _site(link: str) -> str:
    """The name in a web address: «www.aiplus.kz» → aiplus."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).partition(".")[0]


def _is_common(word: Token, common: frozenset[str]) -> bool:
    """Whether a word, in any form, is one that any company may have in its name."""
    return word.norm in common or not common.isdisjoint(morph.lemmas(word.norm))


def _signed(situation: Situation, hit: Hit, common: frozenset[str]) -> list[Token]:
    """The name that a sign introduces: capitalised words right behind it, in quotes or not."""
    found: list[Token] = []
    words = situation.reply.words
    small = words[hit.last - 1].norm not in POLITE  # «команда newton»; but «ваш e-mail» is no signature
    for word in words[hit.last : hit.last + 4]:
        gap = situation.reply.text[(found[-1].end if found else words[hit.last - 1].end) : word.start]
        if re.search(r"[.!?]", gap) or ("\n" in gap.strip(" ") and found):
            break
        quoted = bool(re.search(r"[«\"„“]", gap))
        if word.kind not in ("word", "link") or (not word.capital and not quoted and not (small and word.norm.isascii())):
            if _is_common(word, common) and not found:
                continue
            break
        found.append(word)
    return [word for word in found if not _is_common(word, common) and word.norm not in POLITE]


def _own(signed: list[Token], own: set[str], situation: Situation) -> bool:
    """Whether a signed name shares a word with the brand, or is a person's name."""
    latin = [_latin(word.norm) for word in signed]
    if any(_near(word, name) for word in latin for name in own) or _near("".join(latin), "".join(sorted(own))):
        return True
    return "".join(word[0] for word in latin if word) in own or _person(signed, situation)


def _near(word: str, name: str) -> bool:
    if not word or not name:
        return False
    short, long = sorted((word, name), key=len)
    return short == long or (len(short) >= 4 and (short in long or long.startswith(short[: max(4, len(short) - 2)])))


def _person(signed: list[Token], situation: Situation) -> bool:
    from replylint.pattern.classes import is_name

    return is_name(signed[0].norm) or signed[0].text in situation.record.agent


def _latin(word: str) -> str:
    """A word in simplified Latin letters, for comparing «Вектор» and «Vector»."""
    plain = unicodedata.normalize("NFKD", "".join(_LATIN.get(sign, sign) for sign in word.lower()))
    plain = plain.replace("ck", "k").replace("c", "k").replace("ph", "f").replace("ee", "i").replace("oo", "u")
    return "".join(sign for sign in plain if sign.isalnum()).translate(_SAME)


KIND = Kind({"signs": "phrases", "common": "texts"}, ("signs", "common"), run)
