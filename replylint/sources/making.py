"""Keys and values of any source → a record, checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from replylint.model import Language, Message, Origin, Problem, Record

CHOICES = {
    "channel": ("public", "private"),
    "stage": ("first", "in-progress", "resolved", "closing"),
    "intent": ("question", "price", "complaint", "praise", "suggestion", "troll", "other"),
    "fault": ("ours", "theirs", "unknown", "none"),
    "mood": ("angry", "upset", "neutral", "happy"),
    "register": ("vy", "ty", "mirror"),
}
"""Keys of interface.md §1 that take one of some words."""

KEYS = tuple(name for name in Record._fields if name not in ("origin", "ignored"))
"""Every key that a record may have."""


class Reading(NamedTuple):
    """How to read: encoding ("" for UTF-8 or a BOM's), columns (our key → theirs), limits, context to fill in."""

    encoding: str = ""
    columns: Mapping[str, str] = {}
    max_chars: int = 100_000
    defaults: Mapping[str, Any] = {}
    lang: Language = "ru"

    def problem(self, path: str, ru: str, en: str, place: str = "") -> Problem:
        """A problem in the language of the run."""
        return Problem(path, en if self.lang == "en" else ru, place)

    def too_long(self, path: str, place: str, size: int) -> Problem:
        """The problem of a reply over the limit; `size` in characters, about."""
        return self.problem(
            path,
            f"ответ слишком длинный: около {size} знаков, предел — {self.max_chars} (--max-chars)",
            f"the reply is too long: about {size} characters, the limit is {self.max_chars} (--max-chars)",
            place,
        )


class _Wrong(ValueError):
    """A value that does not fit its key, in both languages."""

    def __init__(self, ru: str, en: str) -> None:
        super().__init__(ru)
        self.ru, self.en = ru, en


def record(values: Mapping[str, Any], origin: Origin, reading: Reading, *, strict: bool = False) -> Record | Problem:
    """A record out of keys and values; a problem where the reply is missing, blank, too long or a value is wrong.

    `strict`: an unknown key is a problem (front matter), else it is kept in `ignored`.
    """
    named = _named(values, reading)
    try:
        reply = _reply(named.pop("reply", None))
        if len(reply) > reading.max_chars:
            return reading.too_long(origin.path, origin.place, len(reply))
        known = {key: _value(key, value) for key, value in named.items() if key in KEYS}
    except _Wrong as wrong:
        return reading.problem(origin.path, wrong.ru, wrong.en, origin.place)
    unknown = tuple(key for key in named if key not in KEYS)
    if strict and unknown:
        return _unknown(unknown[0], origin, reading)
    told = {key: value for key, value in known.items() if value not in (None, "", ())}
    return Record(reply, origin=origin, ignored=unknown, **{**reading.defaults, **told})


def _named(values: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    theirs = {name: key for key, name in reading.columns.items()}
    return {theirs.get(str(key), str(key)): value for key, value in values.items() if str(key) not in reading.columns or str(key) in theirs}


def _unknown(key: str, origin: Origin, reading: Reading) -> Problem:
    from replylint.yamltext import nearest

    near = nearest(key, KEYS)
    ru = f"неизвестный ключ «{key}»" + (f"; может быть, «{near}»?" if near else "")
    en = f"unknown key “{key}”" + (f"; did you mean “{near}”?" if near else "")
    return reading.problem(origin.path, ru, en, origin.place)


def _reply(value: Any) -> str:
    if value is None:
        raise _Wrong("нет ключа reply: ответа клиенту", "no key “reply”")
    if isinstance(value, dict | list | bool):
        raise _Wrong("reply — не текст", "reply is not a text")
    text = str(value)
    if not text.strip("\ufeff \t\r\n\u00a0\u200b\x0b\x0c"):
        raise _Wrong("ответ пуст", "the reply is empty")
    if "\0" in text:
        raise _Wrong("в ответе есть нулевые байты: это не текст", "the reply holds NUL bytes: not a text")
    return text


def _value(key: str, value: Any) -> Any:
    if value is None or value == "":
        return None
    if key == "rating":
        return _rating(value)
    if key == "history":
        return _history(value)
    if isinstance(value, dict | list):
        raise _Wrong(f"{key} — не текст", f"{key} is not a text")
    text = str(value).strip() if key in CHOICES else str(value)
    if key in CHOICES and text not in CHOICES[key]:
        allowed = ", ".join(CHOICES[key])
        raise _Wrong(f"{key}: нет такого значения «{text}» (есть {allowed})", f"{key}: no such value “{text}” (there are {allowed})")
    return text


def _rating(value: Any) -> int:
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        number = 0
    if number not in (1, 2, 3, 4, 5):
        raise _Wrong(f"rating: нужно число от 1 до 5, а не «{value}»", f"rating wants 1 to 5, not “{value}”")
    return int(number)


def _history(value: Any) -> tuple[Message, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _Wrong("history: нужен список сообщений {author, text, at}", "history wants a list of {author, text, at}")
    found = []
    for item in value:
        author = str(item.get("author", ""))
        if author not in ("customer", "agent"):
            raise _Wrong(f"history: author — customer или agent, а не «{author}»", f"history: author is customer or agent, not “{author}”")
        found.append(Message(cast("Any", author), str(item.get("text", "")), str(item.get("at", "") or "")))
    return tuple(found)
