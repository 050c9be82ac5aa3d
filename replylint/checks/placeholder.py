"""Slots of a template that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec
from replylint.model import Match, Span

_BLANKS = re.compile(
    r"(?<![\wА-Яа-яЁё])(?:X{3,}|Х{3,}|x{4,}|х{4,})(?![\w])"  # XXXX, in Latin or Cyrillic letters
    r"|_{3,}"
    r"|(?:ый|ий|ой|ая|ен|ел|ал|ил|лся)\((?:ая|ой|ый|а|ла|лась|на)\)|(?<=[а-яё])\((?:ая|ой|а|ла|лась|на)\)"  # Уважаемый(ая), рад(а)
    r"|\b[А-Яа-яё]{4,}(?:л|ен)/(?:а|ла|на)\b"  # выбрал/а
    r"|\b[А-ЯЁ]{2,}(?:_[А-ЯЁ]{2,})+\b|\b(?-i:ДД[.]ММ(?:[.]ГГ(?:ГГ)?)?|ЧЧ(?::ММ)?)\b"  # ИМЯ_МАСТЕРА, ДД.ММ
    r"|<(?:имя|фио|дата|номер|город|название)[^<>\n]{0,30}>",
    re.IGNORECASE,
)
_NEUTRAL = frozenset("{br} <br> [quote] <b> <i> <p>".split())


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """Placeholders, blanks, gender slashes, and the phrases of `slots` in capitals."""
    said = situation.message.text
    spans = {word.span for word in situation.reply.words if word.kind == "placeholder" and word.text.lower() not in _NEUTRAL}
    spans |= {Span(m.start(), m.end()) for m in _BLANKS.finditer(situation.reply.text)}
    spans |= {situation.span(hit) for hit in situation.found(spec.get("slots")) if situation.text(situation.span(hit)).isupper()}
    explained = any(text in said for text in (situation.text(span) for span in spans))
    taken = -1
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= taken and not explained and not situation.reply.quoted(span):
            taken = span.end
            yield situation.at(span)


KIND = Kind({"slots": "phrases"}, (), run)
