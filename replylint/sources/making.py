"""Keys and values of any source → a record, checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from replylint.model import INNER, Origin, Problem, Record
from replylint.sources.placed import placed
from replylint.sources.reading import Reading, Wrong
from replylint.sources.values import CHOICES, reply_of, value_of

__all__ = ["CHOICES", "KEYS", "Reading", "missing", "record"]

KEYS = tuple(name for name in Record._fields if name not in INNER)
"""Every key that a record may have."""

_USUAL = ("reply", "ответ", "answer", "response", "шаблон", "template", "текст", "text", "body", "content")
"""What the column with replies is called elsewhere."""


def record(
    values: Mapping[str, Any], origin: Origin, reading: Reading, *, lines: Mapping[str, int] | None = None, part: str = ""
) -> Record | Problem:
    """A record out of keys and values; a problem where the reply is missing, blank, too long or a value is wrong.

    `lines` (key → its line) makes it strict: an unknown key is a problem (front matter), else it is kept in `ignored`.
    """
    theirs = {key: reading.columns.get(key, key) for key in KEYS}
    used = set(theirs.values())
    ignored = tuple(name for name in map(str, values) if name and name not in used)
    try:
        if lines is not None and ignored:
            raise _unknown(ignored[0])
        reply = _reply(values, theirs["reply"])
        origin = placed(values.get(theirs["reply"]), origin)
        if len(reply) > reading.max_chars:
            return reading.too_long(origin.path, origin.place, len(reply))
        told = {key: value_of(key, values.get(name), reading.max_chars) for key, name in theirs.items() if key != "reply"}
    except Wrong as wrong:
        wrong.line = (lines or {}).get(wrong.key, wrong.line)
        return wrong.at(origin, reading)
    known = {key: value for key, value in told.items() if value is not None}
    return Record(reply, origin=origin, ignored=ignored, part=part, **{**reading.defaults, **known})


def _reply(values: Mapping[str, Any], name: str) -> str:
    raw = values.get(name)
    if raw is None and name not in values:
        raise missing(name, map(str, values))
    return reply_of("" if raw is None else raw)


def missing(wanted: str, seen: Iterable[str]) -> Wrong:
    """The fault of a source without replies, and which of its keys may hold them."""
    names = [name[:40] for name in seen if name.strip()]
    near = next((name for usual in _USUAL for name in names if usual in name.casefold()), names[0] if names else "")
    listed = ", ".join(names[:8])
    if not near:
        return Wrong(f"нет ключа «{wanted}»", f"no key “{wanted}”", "reply")
    return Wrong(
        f'нет ключа «{wanted}» (есть {listed}); назовите его: --column reply="{near}"',
        f'no key “{wanted}” (there are {listed}); name it: --column reply="{near}"',
        "reply",
    )


def _unknown(key: str) -> Wrong:
    from replylint.yamltext import nearest

    near, told = nearest(key, KEYS), key[:60]
    return Wrong(
        f"неизвестный ключ «{told}»" + (f"; может быть, «{near}»?" if near else ""),
        f"unknown key “{told}”" + (f"; did you mean “{near}”?" if near else ""),
        key,
    )
