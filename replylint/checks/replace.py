"""A better wording, inflected as the words it replaces (`template`). No form to be had: no fix rather than a wrong one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from replylint import morph
from replylint.checks.dependent import Dependent, cased, clause_end, parted, recased
from replylint.checks.inflect import form_of, settled
from replylint.checks.losing import SUBORDINATES, loses_marks
from replylint.checks.template import ALL_BUT_FIRST, STRUCK, unpacked
from replylint.model import Edit, Fix, Span
from replylint.pattern.match import Hit
from replylint.text import Document, Token

Template = Mapping[str, Any]
"""`shapes`: see `template`; `lemmas` and `exact`: the words of the phrase; `safe`: whether nobody need read the result;
`table`: forms settled by the compiler; `named`: all forms of the words that a loose phrase names; `loose`: whether the phrase matches words that it does not name."""

DASH = "=—"
_NO_COMMA_AFTER = frozenset({"CONJ", "PREP", "PRCL"})


def repair(document: Document, hit: Hit, spec: Mapping[str, Any]) -> Fix | None:
    """The edits that the phrase of a hit brings with it, if any."""
    kept = spec.get("replace", {}).get(hit.line)
    return replacement(document, hit, unpacked(kept)) if kept else None


def replacement(document: Document, hit: Hit, template: Template) -> Fix | None:
    """The edits that put a template in place of a hit; None where no shape of it fits or a word has no fitting form."""
    for shape in template["shapes"]:
        places = _giving(document, hit, template, shape)
        goes = shape["text"] == STRUCK and not shape["new"] and len(places) == hit.last - hit.first
        fix = _struck(document, hit, template) if goes else _shaped(document, places, template, shape)
        if fix is not None:
            return fix
    return None


def _shaped(document: Document, places: Sequence[int], template: Template, shape: Mapping[str, Any]) -> Fix | None:
    """The fix that one shape gives for the words that give way."""
    runs = _runs(places)
    if not runs or not _fits(document, runs[0][0], shape):
        return None
    end = runs[-1][-1] + 1
    dependent = _dependent(document, end, shape)
    text = _text(document, places, template, shape, dependent) if dependent else None
    if dependent is None or text is None:
        return None
    tail = _closing(document, dependent, shape)
    if tail is None:
        return None
    edits = (*_put(document, runs, text, comma=shape["comma"]), *dependent.edits, *tail[0])
    span = Span(document.words[runs[0][0]].start, document.words[end - 1].end)
    return Fix(tuple(sorted(edits, key=lambda edit: edit.span)), bool(template["safe"]) and tail[1] and not loses_marks(document, span))


def _fits(document: Document, place: int, shape: Mapping[str, Any]) -> bool:
    """Whether a shape may begin at a place: a comma within a sentence, a dash behind a noun, an opening clause at the beginning."""
    if shape["comma"]:
        return _joins(document, place)
    if shape["close"]:
        return parted(document, place)
    return not shape["text"].startswith(DASH) or (not parted(document, place) and _is_subject(document.words[place - 1]))


def _is_subject(word: Token) -> bool:
    """Whether a word may end the subject that a dash follows."""
    readings = morph.readings(word.norm)
    return not readings or bool(readings[0].grammemes & {"NOUN", "NPRO"})


def _dependent(document: Document, end: int, shape: Mapping[str, Any]) -> Dependent | None:
    """What depends on the words before `end`, in its new case; only the object of a verb («вернуть <вин>») may be absent."""
    if not shape["new"]:
        return Dependent((), end, "")
    found = recased(document, end, shape["old"], shape["new"])
    optional = shape["new"] == "accs" and not (shape["comma"] or shape["close"])
    return found if found is None or found.number or optional else None


def _giving(document: Document, hit: Hit, template: Template, shape: Mapping[str, Any]) -> list[int]:
    """Places of the words that give way: those that the phrase names, without those that a shape keeps."""
    places = [place for place in range(hit.first, hit.last) if not template["loose"] or _named(document.words[place], template)]
    if shape["stay"] == ALL_BUT_FIRST:
        return places[:1]
    return [place for place in places if place < hit.last - shape["stay"] and not (shape["head"] and place == hit.first)]


def _named(word: Token, template: Template) -> bool:
    """Whether the phrase names a word: settled when the rule was compiled, so that no dictionary is needed."""
    if "named" in template:
        return f" {word.norm} " in template["named"]
    return word.norm in template["exact"] or any(r.lemma in template["lemmas"] for r in morph.readings(word.norm))


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Neighbouring places together."""
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _text(document: Document, places: Sequence[int], template: Template, shape: Mapping[str, Any], dependent: Dependent) -> str | None:
    """The words of a shape, inflected; None where one has no form."""
    words = [document.words[place] for place in places]
    made = []
    for piece in shape["text"].split() if shape["text"] != STRUCK else ():
        if "/" in piece:
            singular, plural = piece.lstrip("=").split("/")
            form = {"sing": singular, "plur": plural}.get(dependent.number)
        else:
            table = {} if _after_you(document, places[0]) else template["table"]
            form = settled(piece, words, table) or form_of(piece, words, template["lemmas"], told=not table)
        if form is None:
            return None
        made.append(form)
    return cased(" ".join(made), words[0].text)


def _after_you(document: Document, place: int) -> bool:
    """Whether «вы» stands close before a word: «вы произведёте» tells, «произведите» commands."""
    return any(word.norm == "вы" for word in document.words[max(0, place - 3) : place])


def _put(document: Document, runs: Sequence[Sequence[int]], text: str, *, comma: bool) -> Iterator[Edit]:
    """The text in place of the first run of words; the other runs go, with the space before them."""
    words, first = document.words, runs[0]
    start, end = words[first[0]].start, words[first[-1]].end
    if comma:
        yield Edit(Span(words[first[0] - 1].end, end), f", {text}")
    elif text:
        yield Edit(Span(start, end), text)
        yield from _preposition(document, first[0], text)
    else:  # nothing comes instead: the next word moves up
        yield Edit(Span(start, words[first[-1] + 1].start if first[-1] + 1 < len(words) else end), "")
    for run in runs[1:]:
        yield Edit(Span(words[run[0] - 1].end, words[run[-1]].end), "")


def _preposition(document: Document, place: int, text: str) -> Iterator[Edit]:
    """«о» and «об» before the new words."""
    before = document.words[place - 1] if place else None
    if before and before.norm in ("о", "об") and not parted(document, place):
        form = cased("об" if text[:1].lower() in "аиоуэ" else "о", before.text)
        if form != before.text:
            yield Edit(before.span, form)


def _joins(document: Document, place: int) -> bool:
    """Whether a comma may part a word from the one before it."""
    if parted(document, place):
        return False
    readings = morph.readings(document.words[place - 1].norm)
    return not readings or not readings[0].grammemes & _NO_COMMA_AFTER


def _closing(document: Document, dependent: Dependent, shape: Mapping[str, Any]) -> tuple[list[Edit], bool] | None:
    """The comma behind a new clause, and whether that is sure; None where a comma belongs somewhere nobody can tell."""
    if not (shape["new"] and (shape["comma"] or shape["close"])):
        return [], True
    place = clause_end(document, dependent.last)
    if place is None:
        return None if shape["close"] else ([], False)
    if parted(document, place):  # a clause that opens a sentence must go on behind a comma
        return ([], True) if not shape["close"] or document.text[document.words[place - 1].end :].startswith(",") else None
    end = document.words[place - 1].end
    return [Edit(Span(end, end), ",")], True


def _struck(document: Document, hit: Hit, template: Template) -> Fix | None:
    """The hit goes. At the beginning of a sentence its marks go with it, and the next word takes over its capital."""
    words, safe = document.words, bool(template["safe"])
    first, last = words[hit.first], words[hit.last - 1]
    if not parted(document, hit.first):
        follows = not parted(document, hit.last) or document.text[last.end : last.end + 1] in (",", ":")
        safe = safe and last.norm not in SUBORDINATES  # «и сообщаем, что …»: what stood before may need other words
        span = Span(first.start, words[hit.last].start) if follows and hit.last < len(words) else Span(words[hit.first - 1].end, last.end)
        return Fix((Edit(span, ""),), safe)
    if hit.last >= len(words) or document.sentence_of(hit.last) != document.sentence_of(hit.first):
        return None
    after = words[hit.last]
    if "\n" in document.text[last.end : after.start]:
        return None
    return Fix((Edit(Span(first.start, after.end), cased(after.text, first.text)),), safe)
