"""Macros of a help desk, as Zendesk exports them: `{"macros": [{"title", "active", "actions": [{"field", "value"}]}]}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from replylint.keypath import shown
from replylint.model import Origin, Problem, Record
from replylint.sources.making import record
from replylint.sources.reading import Reading, Wrong

_TEXTS = ("comment_value", "comment_value_html")


def is_macros(tree: Mapping[str, Any]) -> bool:
    """Whether a tree is an export of macros."""
    listed = tree.get("macros")
    return isinstance(listed, list) and any(isinstance(one, dict) and isinstance(one.get("actions"), list) for one in listed)


def macros(tree: Mapping[str, Any], name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The comments that the macros write; inactive ones are named as skipped unless they are asked for."""
    comments = False
    for number, macro in enumerate(tree["macros"]):
        origin = Origin(name, shown(("macros", number)))
        if not isinstance(macro, dict) or not isinstance(macro.get("actions"), list):
            yield Wrong("это не макрос: нет списка actions", "no macro: there is no list “actions”").at(origin, reading)
        elif macro.get("active") is False and not reading.inactive:
            yield _inactive(macro, origin, reading)
            comments = True
        else:
            for found in _comments(macro, origin, number, reading):
                comments = True
                yield found
    if not comments:
        yield reading.problem(name, "ни один макрос не пишет комментарий", "no macro writes a comment")


def _inactive(macro: Mapping[str, Any], origin: Origin, reading: Reading) -> Problem:
    title = str(macro.get("title", ""))[:60]
    ru, en = f"макрос «{title}» выключен: пропущен", f"the macro “{title}” is inactive: skipped"
    return reading.problem(origin.path, ru, en, origin.place, skipped=True)


def _comments(macro: Mapping[str, Any], origin: Origin, number: int, reading: Reading) -> Iterator[Record | Problem]:
    for at, action in enumerate(macro["actions"]):
        field = action.get("field") if isinstance(action, dict) else None
        if field not in _TEXTS:
            continue
        value = action.get("value")
        # A comment for one channel is a pair: ["channel:web", "text"].
        value = value[-1] if isinstance(value, list) and value else value
        place = shown(("macros", number, "actions", at, "value"))
        if field == "comment_value_html" and isinstance(value, str):
            from replylint.sources.htmltext import stripped

            # Places in the text are those of the stripped text.
            value, place = stripped(value), f"{place} (html)"
        told = {"reply": value, "id": macro.get("title") or macro.get("id")}
        yield record(told, origin._replace(place=place), reading._replace(columns={}), part="")
