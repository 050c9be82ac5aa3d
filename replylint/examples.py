"""Examples inside rule files: `<<фрагмент>>` marks the place, `<<фрагмент → замена>>` the fix, `<<>>` what is missing.

`>>` that is not followed by `>` closes, so `<<<имя>>>` marks «<имя>». Examples are the rule's tests, its
documentation and the trainer's exercises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from replylint import yamltext
from replylint.model import Record, Span
from replylint.yamltext import Scalar
from replylint.yamltext import Sequence as Items

if TYPE_CHECKING:
    from replylint.fields import Fields

MARK = re.compile(r"<<(?P<inner>.*?)>>(?!>)", re.DOTALL)
ARROW = " → "
CONTEXT_KEYS = tuple(name for name in Record._fields if name not in ("reply", "id", "origin", "ignored", "history"))
PROFILE_KEYS = ("banned", "preferred")


@dataclass(frozen=True, slots=True)
class Example:
    """A reply with its marks taken out: `spans` of the marked places, `fixes` beside them ("" for none told)."""

    text: str
    spans: tuple[Span, ...] = ()
    fixes: tuple[str | None, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    path: str = ""
    line: int = 0

    def fixed(self) -> str | None:
        """The text with all told fixes applied; None where none is told."""
        if all(fix is None for fix in self.fixes):
            return None
        text = self.text
        for span, fix in sorted(zip(self.spans, self.fixes, strict=True), key=lambda pair: -pair[0].start):
            if fix is not None:
                text = text[: span.start] + fix + text[span.end :]
        return text


def unmark(marked: str) -> tuple[str, tuple[Span, ...], tuple[str | None, ...]]:
    """Text without marks, the marked spans, and the fixes told in them (None where none is)."""
    text, spans, fixes, place = "", [], [], 0
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        inner, arrow, fix = match["inner"].partition(ARROW)
        if not arrow and match["inner"].startswith(ARROW.lstrip()):
            inner, arrow, fix = "", ARROW, match["inner"][len(ARROW.lstrip()) :]
        spans.append(Span(len(text), len(text) + len(inner)))
        fixes.append(fix if arrow else None)
        text += inner
        place = match.end()
    return text + marked[place:], tuple(spans), tuple(fixes)


def read(fields: Fields, key: str) -> tuple[Example, ...]:
    """The examples of a rule: lines of a block, or a list of texts and `{text: …, rating: 1}` mappings."""
    if key not in fields:
        return ()
    node = fields.node.entries[key]
    if isinstance(node, Items):
        return tuple(_item(item, fields, key) for item in node.items)
    return tuple(_example(text, {}, fields.path, line, key, fields) for text, line in fields.lines(key))


def _item(node: Any, fields: Fields, key: str) -> Example:
    if isinstance(node, Scalar):
        return _example(node.text.rstrip("\n"), {}, fields.path, node.line, key, fields)
    inner = type(fields).of(node, fields.path)
    inner.no_others(["text", *CONTEXT_KEYS, *PROFILE_KEYS])
    context = {name: yamltext.plain(inner.node.entries[name]) for name in inner.names() if name != "text"}
    return _example(inner.raw("text").rstrip("\n"), context, fields.path, node.line, key, fields)


def _example(marked: str, context: Mapping[str, Any], path: str, line: int, key: str, fields: Fields) -> Example:
    text, spans, fixes = unmark(marked)
    if key == "bad" and not spans:
        raise type(fields.fault(key, ""))("в плохом примере отметьте место: <<фрагмент>>", path=path, line=line)
    if key == "good" and spans:
        raise type(fields.fault(key, ""))("в хорошем примере не бывает отметок <<…>>", path=path, line=line)
    return Example(text, spans, fixes, context, path, line)
