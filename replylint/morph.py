"""The one door to the dictionary: readings, lemmas, forms, inflection, and the folding of ё.

Importing this module costs nothing. The first question about a word loads the dictionary's tables (`dictionary.py`), and
only inflection loads pymorphy3's analyser.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from replylint import dictionary
from replylint.dictionary import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLAUSIBLE = 0.02
"""A lemma counts for a word when its readings have at least this share …"""
NEAR_BEST = 0.5
"""… or at least this part of the best lemma's share («её» has no reading above 0.07)."""

GRAMMEMES = {
    "прош": "past", "наст": "pres", "буд": "futr", "ед": "sing", "мн": "plur", "1л": "1per", "2л": "2per",
    "3л": "3per", "повел": "impr", "изъяв": "indc", "им": "nomn", "род": "gent", "дат": "datv", "вин": "accs",
    "тв": "ablt", "пр": "loct", "муж": "masc", "жен": "femn", "ср": "neut", "сов": "perf", "несов": "impf",
    "сущ": "NOUN", "прил": "ADJF", "кр.прил": "ADJS", "сравн": "COMP", "глагол": "VERB", "инф": "INFN",
    "прич": "PRTF", "кр.прич": "PRTS", "деепр": "GRND", "числит": "NUMR", "нареч": "ADVB", "мест": "NPRO",
    "предик": "PRED", "предл": "PREP", "союз": "CONJ", "част": "PRCL", "межд": "INTJ", "одуш": "anim",
    "неодуш": "inan", "имя": "Name", "фам": "Surn", "отч": "Patr", "гео": "Geox", "страд": "pssv",
}  # fmt: skip
"""Names of the phrase language for pymorphy3's grammemes (OpenCorpora)."""

_YO = str.maketrans("ёЁ", "еЕ")


def fold(word: str) -> str:
    """The word as rules compare it: lower case, ё as е."""
    return word.lower().translate(_YO)


@cache
def analyser() -> Any:
    """The pymorphy3 analyser, loaded once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=20_000)
def parses(word: str) -> tuple[Any, ...]:
    """pymorphy3's dictionary parses of a word; nothing for a word that the dictionary lacks."""
    return tuple(parse for parse in analyser().parse(word) if parse.is_known)


@lru_cache(maxsize=200_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Dictionary readings of a folded word, best first; nothing for an unknown word. Compiling rules asks for most words twice."""
    return dictionary.readings(word)


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether the dictionary has a folded word, or each part of one with hyphens: asked without the grammar."""
    found, replaces = dictionary.words()
    return bool(found.similar_keys(word, replaces)) or ("-" in word and all(is_word(part) for part in word.split("-")))


def is_known(word: str) -> bool:
    """Whether the dictionary has the word."""
    return bool(readings(fold(word)))


def share(word: str, lemma: str, grammemes: frozenset[str] = frozenset()) -> float:
    """How much of a word's uses have this lemma (and these grammemes): 0 to 1."""
    return sum(r.share for r in readings(word) if r.lemma == lemma and has(r.grammemes, grammemes))


def has(own: frozenset[str], grammemes: frozenset[str]) -> bool:
    """Whether a reading has grammemes; «вернём» (let us return) is no imperative to the customer."""
    return grammemes <= own and not ("impr" in grammemes and "incl" in own)


def class_share(word: str, grammemes: frozenset[str]) -> float:
    """How much of a word's uses have all these grammemes: 0 to 1, relative to all its readings."""
    found = dictionary.tags(word)
    total = sum(share for share, _ in found)
    return sum(share for share, own in found if has(own, grammemes)) / total if total else 0.0


def _best_share(word: str) -> float:
    shares: dict[str, float] = {}
    for reading in readings(word):
        shares[reading.lemma] = shares.get(reading.lemma, 0.0) + reading.share
    return max(shares.values(), default=0.0)


def may_be(word: str, lemma: str, grammemes: frozenset[str] = frozenset()) -> bool:
    """Whether a folded word plausibly is a form of the lemma, with these grammemes."""
    found = share(word, lemma, grammemes)
    return found > 0 and (found >= PLAUSIBLE or found >= NEAR_BEST * _best_share(word))


def lemmas(word: str) -> tuple[str, ...]:
    """Lemmas a rule's author means by a word: the word itself where it is a lemma, else its plausible lemmas."""
    word = fold(word)
    known = {r.lemma for r in readings(word)}
    if word in known:
        return (word,)
    best = _best_share(word)
    return tuple(sorted(lemma for lemma in known if share(word, lemma) >= max(0.1, NEAR_BEST * best) or len(known) == 1))


def _lexemes(word: str, lemma: str) -> Iterator[Any]:
    seen = set()
    for parse in parses(word):
        if fold(parse.normal_form) != lemma:
            continue
        for form in parse.lexeme:
            key = (form.word, str(form.tag))
            if key not in seen:
                seen.add(key)
                yield form


@lru_cache(maxsize=20_000)
def forms(word: str, grammemes: frozenset[str] = frozenset()) -> frozenset[str]:
    """All folded forms of the lemma(s) of a known word that plausibly are such forms, with these grammemes."""
    word = fold(word)
    found = set()
    for lemma in lemmas(word):
        for form in _lexemes(word, lemma):
            folded = fold(form.word)
            if folded not in found and may_be(folded, lemma, grammemes):
                found.add(folded)
    return frozenset(found)


def forms_after(word: str, model: str, grammemes: frozenset[str] = frozenset()) -> frozenset[str]:
    """Forms of a word the dictionary lacks, declined after a model word («промокод» as «завод»)."""
    return frozenset(fold(form) for form, tags in declined(word, model) if grammemes <= tags)


def declined(word: str, model: str) -> Iterator[tuple[str, frozenset[str]]]:
    """(form, grammemes) of an unknown word after its model; the model's stem gives way to the word's."""
    if model == "-":
        yield word, frozenset()
        return
    ending = _common_ending(word, model)
    stem, model_stem = word[: len(word) - ending], model[: len(model) - ending]
    parse = next((p for p in parses(fold(model)) if fold(p.normal_form) == fold(model)), None)
    for form in parse.lexeme if parse else ():
        if fold(form.word).startswith(fold(model_stem)):
            yield stem + form.word[len(model_stem) :], frozenset(form.tag.grammemes)


def _common_ending(word: str, model: str) -> int:
    """How many letters of the ending the two share: at most three, at least none."""
    size = 0
    while size < min(3, len(word), len(model)) and word[-1 - size] == model[-1 - size]:
        size += 1
    return size


def inflected(lemma: str, like: Iterable[str]) -> str | None:
    """The form of a lemma that has these grammemes (aspect and gender aside where the word has none); None if none."""
    wanted = set(like)
    known = [parse for parse in analyser().parse(lemma) if parse.is_known]
    own = [parse for parse in known if fold(parse.normal_form) == fold(lemma)]
    for parse in own or known:
        if not own and "plur" in parse.tag:  # «деньги» is the plural of «деньга» to the dictionary, to people a word of its own
            wanted = wanted - {"sing"} | {"plur"}
        if own or "nomn" in parse.tag:
            form = parse.inflect(wanted)
            if form is not None:
                return str(form.word)
    return None
