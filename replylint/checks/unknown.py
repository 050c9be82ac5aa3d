"""Words that the dictionary lacks, each with the nearest one that it has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from replylint import morph
from replylint.checks.sieve import Sieve
from replylint.checks.situation import Kind, Situation, Spec, Words
from replylint.checks.typography.near import misheard, nearest, slip
from replylint.expressions import expression
from replylint.model import Edit, Fix, Match
from replylint.text import normal_text

SHORT = 3
_RUSSIAN = expression(r"[а-яё]+")


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Unknown words in small letters that a slip of the pen explains, each once."""
    caught = _strange(situation.known)(situation.reply.norms)
    if not caught:
        return
    small = (token for token in situation.reply.words if token.norm in caught and token.kind == "word" and not token.capital)
    strange = [token for token in small if _RUSSIAN.fullmatch(token.text)]
    if not strange:
        return
    stems, fronts = (*spec.get("stems", ()), *_own(situation)), tuple(spec.get("fronts", ()))
    said = {word.norm for word in situation.message.words}
    for token in strange:
        if token.norm in said or token.norm.startswith(stems):
            continue
        better = nearest(token.norm)
        if better and not _compound(token.norm, fronts) and not (slip(token.norm, situation.known) or misheard(token.norm)):
            said.add(token.norm)
            yield Match(token.span, {"found": token.text, "better": better}, Fix((Edit(token.span, better),), safe=False))


def _own(situation: Situation) -> Iterator[str]:
    """The house's own words without their last letter: its brands, its jargon, what it wants said."""
    profile = situation.profile
    for text in (situation.record.brand, *profile.brands, *profile.jargon, *profile.allowed, *profile.preferred.values()):
        yield from (word[:-1] for word in normal_text(text).split() if len(word) > SHORT)


@lru_cache(maxsize=8)
def _strange(known: Words) -> Sieve:
    """Catches folded words that neither a rule nor the dictionary knows."""
    return Sieve(lambda word: word not in known and not morph.is_word(word))


def _compound(word: str, fronts: tuple[str, ...]) -> bool:
    """Whether a word is put together from a usual front part and a known word."""
    return any(word.startswith(front) and morph.is_word(word[len(front) :]) for front in fronts)


KIND = Kind({"stems": "texts", "fronts": "texts"}, (), run)
