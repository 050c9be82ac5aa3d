"""What a word may be: the classes of the phrase language that the automaton asks while it walks."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import cache, lru_cache

from replylint import morph
from replylint.expressions import expression
from replylint.text import Token

GRAMMAR = {
    "сущ": "NOUN", "прил": "ADJF", "глагол": "VERB", "инф": "INFN", "прич": "PRTF", "кр.прич": "PRTS",
    "кр.прил": "ADJS", "деепр": "GRND", "нареч": "ADVB", "мест": "NPRO", "предл": "PREP", "сравн": "COMP",
}  # fmt: skip
CLASS_SHARE = 0.25
"""A word belongs to a grammatical class when at least this part of its uses does."""
NAME_SHARE = 0.05

# Endings that a class needs: most words are settled without the dictionary.
_ENDINGS = {
    "PRTS": expression(r"(?:н|на|но|ны|т|та|то|ты|м|ма|мо|мы)$"),
    "PRTF": expression(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ых|их|ым|им|ыми|ими|ую|юю|ей|ею|ою|ом|ем|ся)$"),
    "GRND": expression(r"(?:в|ши|шись|[яа](?:сь)?|шед)$"),
    "INFN": expression(r"(?:ть|ти|чь|ться|тись|чься)$"),
}
_FORM_ENDINGS = {
    "1per": expression(r"(?:[ую]|[еи]м)(?:с[ья])?$"),
    "impr": expression(r"(?:[ийь]|те|с[ья])$"),
    "past": expression(r"(?:л[аои]?|[сгкхзрбпм])(?:с[ья])?$"),
    "2per": expression(r"(?:шь|те)(?:ся|сь)?$"),
    "pres": expression(r"(?:[ую]|[еи]м|шь|[еи]те|т)(?:ся|сь)?$|^есть$"),
    "3per": expression(r"т(?:ся)?$|^есть$"),
    "futr": expression(r"(?:[уюмт]|шь|те)(?:с[ья])?$"),
}
VERBAL_NOUN = expression(
    r"(?:[аеия]ни|[яыи]ти|т[ыи]ти|аци|яци|ици|укци|екци)(?:е|я|ю|и|й|ем|ей|ями|ям|ях|ий|ею)$|"
    r"(?:провер|доставк|отправк|обработк|оплат|поставк|выдач|передач|замен|отмен|покупк)(?:а|и|ы|е|у|ой|ей|ою)$"
)


def holds(names: Container[str]) -> Classes:
    """The predicate that a matcher asks; `names`: folded given names."""
    return Classes(names)


class Classes:
    """Answers for classes; `ordinary` tells words that are no names for sure, so that the dictionary need not be asked."""

    def __init__(self, names: Container[str]) -> None:
        self._names = names
        self.ordinary: Callable[[str], bool] = lambda _: False

    def __call__(self, token: Token, name: str, grammemes: tuple[str, ...]) -> bool:
        if name == "латиница":
            return token.kind == "word" and token.norm.isascii()
        if name == "заглавное":
            return token.kind == "word" and token.capital
        if token.kind != "word":
            return False
        if name == "имя":
            return token.capital and (token.norm in self._names or (not self.ordinary(token.norm) and is_name(token.norm)))
        if name == "отглаг":
            return bool(VERBAL_NOUN.search(token.norm)) and _verbal(token.norm)
        return _in_class(token.norm, GRAMMAR[name], frozenset(grammemes))


@lru_cache(maxsize=20_000)
def is_name(word: str) -> bool:
    """Whether the dictionary knows a folded word as a given name, in a share of its uses worth asking about."""
    return morph.class_share(word, frozenset({"Name"})) >= NAME_SHARE


@lru_cache(maxsize=20_000)
def _in_class(word: str, pos: str, grammemes: frozenset[str]) -> bool:
    if word.isascii() or any(not ending.search(word) for ending in endings_of(pos, grammemes)):
        return False
    return morph.class_share(word, grammemes | {pos}) >= CLASS_SHARE


@cache
def endings_of(pos: str, grammemes: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Endings that every word of a class has."""
    wanted = [_ENDINGS.get(pos), *(_FORM_ENDINGS.get(g) for g in grammemes if pos == "VERB")]
    return tuple(ending for ending in wanted if ending)


@lru_cache(maxsize=20_000)
def _verbal(word: str) -> bool:
    return morph.class_share(word, frozenset({"NOUN"})) >= CLASS_SHARE
