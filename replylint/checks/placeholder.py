"""Slots of a template that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from replylint.checks.situation import Kind, Situation, Spec
from replylint.expressions import expression
from replylint.model import Match, Span

# Expressions are compiled when a text needs them: few do.
_UNIT = r"(?=\s?(?:%|руб|₽|тыс|дн[яей]|день|час|мин|шт|процент|рабоч|раз(?!\w)))"
_BLANKS = (
    r"(?<![\w])(?:[XХ]{4,}|Х{3,}|x{4,}|х{4,})(?!\w)"  # XXXX, in Latin or Cyrillic letters; XXX is thirty
    r"|(?:(?<=№)|(?<=№ )|(?<=номер )|(?<=заказ )|(?<=\d-)|(?<=X-))[XХ]{2,}(?![\w])|\b[XХ]{2,}(?=-[XХ]{2,})"
    rf"|\b(?:N|NN|NNN|X|XX|Х|ХХ){_UNIT}|\?{{2,}}{_UNIT}"
    r"|_{3,}"
    r"|\b[А-ЯЁ]{2,}(?:_[А-ЯЁ]{2,})+\b|\bДД[.]ММ(?:[.]ГГ(?:ГГ)?)?\b|\bЧЧ(?::ММ)?\b"  # ИМЯ_МАСТЕРА, ДД.ММ
    r"|<(?i:имя|фио|дата|номер|город|название)[^<>\n]{0,30}>|\((?i:имя(?: клиента| и отчество| отчество)?)\)"
    r"|(?<=, )(?:ИМЯ|ФИО|Имя (?:Фамилия|Отчество)|undefined|null|None|NaN)(?=\s?[!,.])|\$[a-zA-Z_]\w+"
    r"|(?<=«)ИМЯ(?=»)|\bTODO\b|\bLorem ipsum\b|\bВСТАВ(?:ИТЬ|ЬТЕ)\b(?: [А-ЯЁ]{3,}\b)?"
)
_SIGNS = frozenset("_<$")
_CAPITAL = expression(r"[NXХ](?=[NXХ\s%₽рдчмшп]|ты)")
_PIECES = (
    "xx", "хх", "??", "(имя", "(Имя", "(ИМЯ", "ДД", "ЧЧ", "undefined", "null", "None", "NaN", "TODO", "Lorem", "ВСТАВ", "ИМЯ", "ФИО", ", Имя ",
)  # fmt: skip
_OPENING = frozenset("{<[%$#")
"""Every placeholder has one of these."""
_BOTH = (
    r"\b(?i:(?:много|глубоко)?уважаем|дорог|милы)(?:ый|ой|ая|й)? ?(?:\(-?(?:ая|ой|ый|я)\)|/-?(?:ая|ой|ый|я)\b)"  # Уважаемый(ая)
    r"|\b[А-Яа-яё]+(?:л|лся|ен|ад|ов) ?(?:\(-?(?:а|ла|лась|на)\)|/-?(?:а|ла|лась|на)\b)"  # выбрал/а, рад(а)
)
"""One wording for both genders. Apart from the others, because few texts have the sign that it needs."""
_NEUTRAL = frozenset(("{br}", "<br>", "[quote]", "<b>", "<i>", "<p>", "[email protected]"))
"""Codes of a page, not slots."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Placeholders, blanks, gender slashes, and the phrases of `slots` in capitals."""
    said = situation.message.text
    text, signs = situation.reply.text, situation.reply.signs
    spans: set[Span] = set()
    if not _OPENING.isdisjoint(signs):
        spans = {word.span for word in situation.reply.words if word.kind == "placeholder" and word.text.lower() not in _NEUTRAL}
    if _perhaps_blank(text, signs):
        spans |= {Span(m.start(), m.end()) for m in re.finditer(_BLANKS, text)}
    if "(" in signs or "/" in signs:
        spans |= {Span(m.start(), m.end()) for m in re.finditer(_BOTH, text)}
    if spec.get("slots") in situation.hits and not text.isupper():
        slots = {situation.span(hit) for hit in situation.found(spec.get("slots"))}
        spans |= {span for span in slots if situation.text(span).isupper()}
    if not spans:
        return
    explained = any(text in said for text in (situation.text(span) for span in spans))
    taken = -1
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= taken and not explained and not situation.reply.quoted(span):
            taken = span.end
            yield situation.at(span)


def _perhaps_blank(text: str, signs: AbstractSet[str]) -> bool:
    """Whether a text may have a blank, at a fraction of the cost of the expression: most have not."""
    if not _SIGNS.isdisjoint(signs) or any(piece in text for piece in _PIECES):
        return True
    return ("N" in signs or "X" in signs or "Х" in text) and _CAPITAL.search(text) is not None


KIND = Kind({"slots": "phrases"}, (), run)
