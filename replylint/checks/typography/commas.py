"""Commas that are missing where no rule of the language lets one do without.

The rule's phrases say where: before the last word of a phrase (`comma_last`), before a conjunction (`comma_before`),
between a noun and its `relative`, behind a called name (`after_name`), on both sides (`set_off`), on both sides where there is neither (`parenthetic`), after a word that
opens a sentence (`opening`). A comma is missing only where nothing but space stands in its place.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from replylint import morph
from replylint.checks.situation import Situation, Spec
from replylint.checks.typography.fault import Fault, bare, opens, written
from replylint.model import Edit, Span
from replylint.text import Document, Token

NOUN_SHARE, SURE, BOTH = 0.25, 0.6, 2
VERB, INFINITIVE = frozenset({"VERB"}), frozenset({"INFN"})
NOUN, ADJECTIVE = frozenset({"NOUN"}), frozenset({"ADJF"})


def _last(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Phrases whose last word begins a clause."""
    document = situation.reply
    for hit in situation.found(spec.get("comma_last")):
        last = document.words[hit.last - 1]
        yield from _missing(document, [hit.last - 1], safe=not (last.capital and situation.knows(last.norm)))


def _before(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Conjunctions that begin a clause in mid-sentence and have no comma of their own inside."""
    document, free = situation.reply, spec.get("no_comma_after", ())
    for hit in situation.found(spec.get("comma_before")):
        whole = all(bare(document, place) for place in range(hit.first + 1, hit.last + 1))
        if whole and not _free(document, hit.first, free) and not document.words[hit.first].capital:
            yield from _missing(document, [hit.first])


def _clauses(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """A sentence that opens with a clause, has two verbs and no mark: where the comma belongs is for the author to see."""
    document = situation.reply
    for hit in situation.found(spec.get("subordinate")):
        sentence = document.sentences[situation.sentence(hit)]
        rest = document.words[hit.last : sentence.last]
        if sentence.first != hit.first or not all(bare(document, place) for place in range(hit.first + 1, sentence.last)):
            continue
        verbs = sum(morph.class_share(word.norm, VERB) >= SURE for word in rest if word.kind == "word")
        infinitive = bool(rest) and morph.class_share(rest[0].norm, INFINITIVE) >= SURE
        asks = "?" in document.text[sentence.start : sentence.end]
        if verbs + infinitive >= BOTH and not asks and not any(word.norm in ("и", "или") for word in rest):
            yield Fault("comma", situation.span(hit))


def _names(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """«Анна здравствуйте»: a name that is called stands apart from what is said."""
    document = situation.reply
    for hit in situation.found(spec.get("after_name")):
        start = hit.first
        while bare(document, start) and _is_called(document.words[start - 1], situation.record.customer_name):
            start -= 1
        if start < hit.first and (opens(document, start) or not bare(document, start)):
            yield from _missing(document, [hit.first])


def _is_called(word: Token, told: str) -> bool:
    """Whether a word is a name in the form that one is called by."""
    if not word.capital or not written(word):
        return False
    found = morph.readings(word.norm)
    return word.text in told or any("nomn" in r.grammemes and r.grammemes & {"Name", "Patr"} for r in found)


def _relatives(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """«чек на котором»: a noun that does not itself begin the clause («права, часть которых»)."""
    document = situation.reply
    for hit in situation.found(spec.get("relative")):
        start = hit.first - 1
        if not bare(document, hit.first) or morph.class_share(document.words[start].norm, NOUN) < NOUN_SHARE:
            continue
        while bare(document, start) and morph.class_share(document.words[start - 1].norm, ADJECTIVE) >= NOUN_SHARE:
            start -= 1
        if bare(document, start) or opens(document, start):
            yield from _missing(document, [hit.first])


def _apart(situation: Situation, spec: Spec) -> Iterator[Fault]:
    """Words that stand apart: «к сожалению», «пожалуйста»."""
    document, free = situation.reply, spec.get("no_comma_after", ())
    for hit in situation.found(spec.get("set_off")):
        before, after = bare(document, hit.first), bare(document, hit.last)
        if after or (before and not _free(document, hit.first, free)):
            yield from _missing(document, [hit.first, hit.last])
    for hit in situation.found(spec.get("parenthetic")):
        if bare(document, hit.first) and bare(document, hit.last) and not _free(document, hit.first, free):
            yield from _missing(document, [hit.first, hit.last])
    for hit in situation.found(spec.get("opening")):
        if opens(document, hit.first):
            yield from _missing(document, [hit.last])


def _free(document: Document, place: int, words: Container[str]) -> bool:
    """Whether the word before a place lets one do without a comma."""
    return place > 0 and document.words[place - 1].norm in words


BY_PHRASES = (
    (("comma_last",), _last),
    (("relative",), _relatives),
    (("comma_before",), _before),
    (("after_name",), _names),
    (("subordinate",), _clauses),
    (("set_off", "parenthetic", "opening"), _apart),
)
"""What looks for missing commas, with the lists of phrases one of which must be there."""


def _missing(document: Document, wanted: Sequence[int], *, safe: bool = True) -> Iterator[Fault]:
    """One fault: the words beside those places that want a comma and have nothing."""
    places = [place for place in wanted if bare(document, place)]
    if places:
        words = document.words
        span = Span(words[places[0] - 1].start, words[places[-1]].end)
        edits = tuple(Edit(Span(words[place - 1].end, words[place - 1].end), ",") for place in places)
        yield Fault("comma", span, edits, safe)
