"""Words: confusions, misspellings, words run together or torn apart, words said twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from replylint import morph
from replylint.checks.once import Once
from replylint.checks.replace import repair
from replylint.checks.sieve import Sieve
from replylint.checks.situation import Situation, Spec, Words, excepted
from replylint.checks.typography.fault import Fault, bare, cased, mended, opens, written
from replylint.checks.typography.near import misheard, slip
from replylint.checks.typography.repairs import Repairs
from replylint.model import Span
from replylint.pattern.match import Hit
from replylint.text import Document, Token

LONG_NAME = 8
"""A word in capitals that is shorter may be a name that nobody told."""


def faults(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Faults of words that no phrase of the rule shows."""
    yield from _unknown(situation, spec)
    yield from _twice(situation, spec)


def _in_one(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Words torn apart."""
    for key, joint in (("together", ""), ("hyphened", "-")):
        for hit in excepted(situation.found(spec.get(key)), situation.found(spec.get("except"))):
            yield from _joined(situation, hit, joint)
    for hit in situation.found(spec.get("together_at_end")):
        if not bare(situation.reply, hit.last):
            yield from _joined(situation, hit, "")


def _confused(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """The phrases of `find` with what stands behind their arrows."""
    for hit in excepted(situation.found(spec["find"]), situation.found(spec.get("except"))):
        fix = repair(situation.reply, hit, spec)
        if hit.last - hit.first == 1 or bare(situation.reply, hit.last - 1):
            yield Fault("word", situation.span(hit), fix.edits if fix else (), fix.safe if fix else False)


def _joined(situation: Situation, hit: Hit, joint: str) -> Iterator[Fault]:
    """The first two words of a phrase become one; the others only show that these two belong together."""
    if bare(situation.reply, hit.first + 1):
        first, second = situation.reply.words[hit.first : hit.first + 2]
        name = "hyphen" if joint else "together"
        yield mended(name, Span(first.start, second.end), first.text + joint + second.text.lower())


def _endings(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """-тся behind a word that asks for an infinitive, -ться behind the one who acts."""
    words = situation.reply.words
    modals = situation.found(spec.get("infinitive_after"))
    for hit in modals:
        for token in _behind(situation, hit):
            if token.norm.endswith("тся"):
                yield mended("ending", token.span, token.text[:-3] + cased("ться", token.text[-3:]))
    ruled = {situation.sentence(hit) for hit in modals}
    for hit in situation.found(spec.get("finite_after")):
        token = words[hit.last - 1]
        if token.norm.endswith("ться") and situation.sentence(hit) not in ruled and bare(situation.reply, hit.last - 1):
            yield mended("ending", token.span, token.text[:-4] + token.text[-4:].replace("ь", ""), safe=False)


def _commands(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """«Выберете цвет» where a sentence that is no question opens with it, «пришлете, пожалуйста»: imperatives."""
    document = situation.reply
    opening = [hit for hit in situation.found(spec.get("commands")) if _opens_item(document, hit.first)]
    for hit in (*opening, *situation.found(spec.get("requests"))):
        first, last = document.words[hit.first], document.words[hit.last - 1]
        token, sentence = first if first.norm.endswith("ете") else last, document.sentences[situation.sentence(hit)]
        if "?" not in document.text[sentence.start : sentence.end]:
            yield mended("command", token.span, token.text[:-3] + "ите", safe=False)


def _opens_item(document: Document, place: int) -> bool:
    """Whether a word opens its sentence, the number of a step aside."""
    return opens(document, place) or (document.words[place - 1].kind == "number" and opens(document, place - 1))


def _behind(situation: Situation, hit: Hit) -> Sequence[Token]:
    """The word behind a hit where nothing stands between."""
    return situation.reply.words[hit.last : hit.last + 1] if bare(situation.reply, hit.last) else ()


def _unknown(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Words that the dictionary lacks and that a known slip explains."""
    repairs = _repairs(spec)
    caught = _suspicious(situation.known, repairs)(situation.reply.norms)
    for place, token in enumerate(situation.reply.words) if caught else ():
        if token.norm not in caught or not written(token) or (token.capital and token.norm in situation.called):
            continue
        if "-" in token.norm or situation.reply.text[token.start - 1 : token.start].isdigit():
            continue
        better = repairs.better(token.norm)
        if better is None and not _may_be_name(situation, place):
            better = slip(token.norm, situation.known) or misheard(token.norm)
        if better:
            yield mended("spelling", token.span, cased(better, token.text))


BY_PHRASES = (
    (("find",), _confused),
    (("together", "hyphened", "together_at_end"), _in_one),
    (("infinitive_after", "finite_after"), _endings),
    (("commands", "requests"), _commands),
)
"""What looks for faults, with the lists of phrases one of which must be there."""


@lru_cache(maxsize=8)
def _suspicious(known: Words, repairs: Repairs) -> Sieve:
    """Catches folded words that are none of the dictionary's and, if a rule names them, look misspelt."""
    return Sieve(lambda word: (word not in known or (repairs.suspect(word) and not known.spelt(word))) and not morph.is_word(word))


def _may_be_name(situation: Situation, place: int) -> bool:
    """Whether a word may be a name: in capitals, but for one that opens a sentence and goes on without a mark."""
    token = situation.reply.words[place]
    if not token.capital:
        return False
    if len(token.norm) < LONG_NAME:
        return True
    return not opens(situation.reply, place) or not bare(situation.reply, place + 1) or token.norm in situation.record.customer_name.lower()


_repairs = Once(lambda spec: Repairs(spec.get("misspelt", ())))


def _twice(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """«на на» — but «очень очень» and «да да» are said on purpose."""
    document = situation.reply
    again = [place for place, (one, other) in enumerate(pairwise(document.words), 1) if one.norm == other.norm and written(one)]
    for place in again:
        one, other = document.words[place - 1 : place + 1]
        if bare(document, place) and one.norm not in spec.get("twice", ()) and not other.capital:
            yield mended("twice", Span(one.start, other.end), one.text)
