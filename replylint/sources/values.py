"""The values of a record's keys, checked: texts, ratings, words of a set, earlier messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from replylint.expressions import expression
from replylint.model import Message
from replylint.sources.reading import Wrong

CHOICES: Mapping[str, tuple[str, ...]] = {
    "channel": ("public", "private"),
    "stage": ("first", "in-progress", "resolved", "closing"),
    "intent": ("question", "price", "complaint", "praise", "suggestion", "troll", "other"),
    "fault": ("ours", "theirs", "unknown", "none"),
    "mood": ("angry", "upset", "neutral", "happy"),
    "register": ("vy", "ty", "mirror"),
}
"""Keys of interface.md §1 that take one of some words."""

_INVISIBLE = " \t\r\n\x0b\x0c\x85\xa0\xad\u180e\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x2010)))
_SURROGATE = expression("[\ud800-\udfff]")


def reply_of(raw: Any) -> str:
    """The reply, exactly as it was written (a number as its text). Raises Wrong for no text, a blank one, NUL bytes."""
    text = _text("reply", raw)
    if not text.strip(_INVISIBLE):
        raise Wrong("ответ пуст", "the reply is empty", "reply")
    return text


def value_of(key: str, raw: Any, limit: int) -> Any:
    """The value of any other key; None where it is not known. Raises Wrong."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if key == "rating":
        return _rating(raw)
    if key == "history":
        return _history(raw, limit)
    text = _short(key, _text(key, raw), limit)
    if key in CHOICES:
        return _choice(key, text.strip().casefold())
    return text if key == "customer_message" else text.strip()


def _text(key: str, raw: Any) -> str:
    if isinstance(raw, dict | list | bool):
        raise Wrong(f"{key} — не текст", f"{key} is not a text", key)
    text = str(raw)
    if "\0" in text:
        raise Wrong(f"{key}: нулевые байты (двоичный файл?)", f"{key}: NUL bytes (a binary file?)", key)
    if not text.isascii() and _SURROGATE.search(text):
        raise Wrong(f"{key}: половина знака (текст разрезан посреди эмодзи?)", f"{key}: half a character (an emoji cut in two?)", key)
    return text


def _short(key: str, text: str, limit: int) -> str:
    if len(text) > limit:
        raise Wrong(
            f"{key}: слишком длинный текст: {len(text)} знаков, предел — {limit} (--max-chars)",
            f"{key}: the text is too long: {len(text)} characters, the limit is {limit} (--max-chars)",
            key,
        )
    return text


def _choice(key: str, text: str) -> str:
    if text in CHOICES[key]:
        return text
    from replylint.yamltext import nearest

    near, allowed, told = nearest(text, CHOICES[key]), ", ".join(CHOICES[key]), text[:60]
    raise Wrong(
        f"{key}: нет такого значения «{told}»" + (f"; может быть, «{near}»?" if near else f" (есть {allowed})"),
        f"{key}: no such value “{told}”" + (f"; did you mean “{near}”?" if near else f" (there are {allowed})"),
        key,
    )


def _rating(raw: Any) -> int:
    try:
        number = float(str(raw).replace(",", "."))
    except ValueError:
        number = 0
    if number not in (1, 2, 3, 4, 5):
        told = str(raw)[:60]
        raise Wrong(f"rating: нужно число от 1 до 5, а не «{told}»", f"rating wants 1 to 5, not “{told}”", "rating")
    return int(number)


def _history(raw: Any, limit: int) -> tuple[Message, ...]:
    items = _listed(raw)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise Wrong("history: нужен список сообщений {author, text, at}", "history wants a list of {author, text, at}", "history")
    return tuple(_message(item, limit) for item in items)


def _listed(raw: Any) -> Any:
    """The cell of a table holds its list as JSON."""
    if not isinstance(raw, str):
        return raw
    import json

    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return raw


def _message(item: Mapping[str, Any], limit: int) -> Message:
    author, text, at = (_text("history", item.get(key) or "") for key in ("author", "text", "at"))
    if author not in ("customer", "agent"):
        told = author[:60]
        raise Wrong(
            f"history: author — customer или agent, а не «{told}»", f"history: author is customer or agent, not “{told}”", "history"
        )
    return Message(cast("Any", author), _short("history", text, limit), at)
