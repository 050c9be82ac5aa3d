"""Examples inside rule files: `<<фрагмент>>` marks the place, `<<фрагмент → замена>>` the fix, `<<>>` what is missing.

`>>` that is not followed by `>` closes, so `<<<имя>>>` marks «<имя>». Examples are the rule's tests, its
documentation and the trainer's exercises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from replylint import yamltext
from replylint.house import Profile
from replylint.model import INNER, Message, Record, Span
from replylint.yamltext import Scalar
from replylint.yamltext import Sequence as Items

if TYPE_CHECKING:
    from replylint.fields import Fields

MARK = re.compile(r"<<(?P<inner>.*?)>>(?!>)", re.DOTALL)
ARROW = " → "
HOUSE = Profile()
CONTEXT_KEYS = tuple(name for name in Record._fields if name not in ("reply", "id", *INNER, "history"))


@dataclass(frozen=True, slots=True)
class Example:
    """A reply with its marks taken out: `spans` of the marked places, `fixes` beside them ("" for none told)."""

    text: str
    spans: tuple[Span, ...] = ()
    fixes: tuple[str | None, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    profile: Profile = HOUSE
    history: tuple[Message, ...] = ()
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
    return tuple(_example(text, line, key, fields) for text, line in fields.lines(key))


def _item(node: Any, fields: Fields, key: str) -> Example:
    if isinstance(node, Scalar):
        return _example(node.text.rstrip("\n"), node.line, key, fields)
    inner = type(fields).of(node, fields.path)
    inner.no_others(["text", *CONTEXT_KEYS, "profile", "history"])
    context = {name: yamltext.plain(inner.node.entries[name]) for name in inner.names() if name in CONTEXT_KEYS}
    made = _example(inner.raw("text").rstrip("\n"), node.line, key, fields)
    return replace(made, context=context, profile=_profile(inner), history=history(inner))


def _profile(fields: Fields) -> Profile:
    """The house of an example: keys as in `profile:` of replylint.yaml."""
    if "profile" not in fields:
        return Profile()
    from replylint.configkeys import KEYS, house
    from replylint.configvalues import Unfit, value_of

    inner = fields.inner("profile")
    known = {key.name.removeprefix("profile."): key for key in KEYS if key.name.startswith("profile.")}
    inner.no_others(known)
    try:
        return house({name: value_of(known[name], inner.node.entries[name]) for name in inner.names()})
    except Unfit as unfit:
        raise fields.fault("profile", unfit.message[0], unfit.hint[0]) from unfit


def history(fields: Fields) -> tuple[Message, ...]:
    """The talk before an example: `{author, text, at}`."""
    if "history" not in fields:
        return ()
    found = []
    for item in fields.items("history"):
        item.no_others(["author", "text", "at"])
        found.append(Message(item.choice("author", ("customer", "agent")), item.text("text"), item.text("at", "")))
    return tuple(found)


def _example(marked: str, line: int, key: str, fields: Fields) -> Example:
    text, spans, fixes = unmark(marked)
    if key == "bad" and not spans:
        raise type(fields.fault(key, ""))("в плохом примере отметьте место: <<фрагмент>>", path=fields.path, line=line)
    if key == "good" and spans:
        raise type(fields.fault(key, ""))("в хорошем примере не бывает отметок <<…>>", path=fields.path, line=line)
    return Example(text, spans, fixes, path=fields.path, line=line)
