"""Where the texts of a tree stand when nobody tells: an object with a reply is a record, a list of strings holds a text an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from replylint.keypath import DEPTH, Path
from replylint.sources.making import KEYS, missing
from replylint.sources.reading import Reading, Wrong
from replylint.sources.values import CHOICES

USUAL = (
    "reply", "ответ", "answer", "response", "шаблон", "template", "template_text", "текст", "text", "body", "content", "comment",
    "replies", "ответы", "answers", "responses", "шаблоны", "templates", "тексты", "texts", "variants", "варианты", "phrases", "фразы",
)  # fmt: skip
"""What the key of a text, or of a list of texts, is called."""
NO_TEXTS = (
    "tags", "labels", "keywords", "ids", "categories", "aliases", "synonyms", "patterns", "triggers", "questions", "languages", "slots",
    "variables", "placeholders", "теги", "метки", "вопросы", "категории", "ключевые слова", "история", "examples", "sources",
)  # fmt: skip
"""Lists of strings under these keys are no templates."""
TOLD = (*CHOICES, "rating", "platform", "brand", "agent", "customer_name", "customer_message")
"""Keys of an object that hold for all texts inside."""
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


class Here(NamedTuple):
    """Where the walk is: the path, what the objects around tell, the key above the list."""

    path: Path = ()
    told: Mapping[str, Any] = {}
    part: str = ""


class Found(NamedTuple):
    """A text, or an object with one (`key` is its key), and where it stands. `sure` is false for a list that may hold anything."""

    value: Any
    here: Here
    key: str = ""
    sure: bool = True


def wanted(reading: Reading) -> str:
    """The key that holds the reply."""
    return reading.columns.get("reply", "reply")


def found(tree: Any, reading: Reading) -> list[Found]:
    """All texts; lists without a Russian word count only if nothing else was found. Raises Wrong."""
    if not isinstance(tree, dict | list):
        return [Found(tree, Here())]
    all_of = list(_walk(tree, Here(), reading))
    if not all_of:
        keys = tree if isinstance(tree, dict) else next((item for item in tree if isinstance(item, dict)), ())
        raise missing(wanted(reading), map(str, keys))
    return [item for item in all_of if item.sure] or all_of


def _walk(node: Any, here: Here, reading: Reading) -> Iterator[Found]:
    """The texts of a node. Raises Wrong for a tree that is too deep."""
    if len(here.path) > DEPTH:
        raise Wrong("слишком глубокая вложенность", "nested too deeply")
    if isinstance(node, dict):
        yield from _object(node, here, reading)
    elif isinstance(node, list):
        yield from _list(node, here, reading, sure=True)


def _object(node: dict[str, Any], here: Here, reading: Reading) -> Iterator[Found]:
    key = reply_key(node, reading)
    if key and not isinstance(node[key], list):
        yield Found(node, here, key)
        return
    here = here._replace(told={**here.told, **told_by(node, reading)})
    names = {theirs: ours for ours, theirs in ((ours, reading.columns.get(ours, ours)) for ours in KEYS)}
    for name, value in node.items():
        below = here._replace(path=(*here.path, name), part=name)
        ours = names.get(name, "")
        if isinstance(value, list) and (name == key or ours in ("", "reply")) and name.casefold() not in NO_TEXTS:
            yield from _list(value, below, reading, sure=name == key or name.casefold() in USUAL)
        elif isinstance(value, dict) and (ours in CHOICES or ours == "rating"):
            # `intent: {complaint: […], praise: […]}`
            for inner, texts in value.items():
                yield from _walk(texts, Here((*below.path, inner), {**here.told, name: inner}, inner), reading)
        elif isinstance(value, dict) and ours != "history":
            yield from _walk(value, below, reading)


def told_by(node: Mapping[str, Any], reading: Reading) -> dict[str, Any]:
    """What an object tells of the situation of the texts inside it."""
    theirs = [reading.columns.get(key, key) for key in TOLD]
    return {name: node[name] for name in theirs if isinstance(node.get(name), str | int | float)}


def reply_key(node: Mapping[str, Any], reading: Reading) -> str:
    """The key of an object that holds its text: the one that is told, else a usual one; "" if none."""
    told = wanted(reading)
    if told in node or "reply" in reading.columns:
        return told if told in node else ""
    folded = {str(name).casefold(): name for name, value in node.items() if _is_text(value)}
    return next((folded[usual] for usual in USUAL if usual in folded), "")


def _is_text(value: Any) -> bool:
    """A text, or a list of texts."""
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value) and value != [])


def _list(node: list[Any], here: Here, reading: Reading, *, sure: bool) -> Iterator[Found]:
    texts = any(isinstance(item, str) for item in node)
    sure = sure or not texts or any(isinstance(item, str) and _CYRILLIC.search(item) for item in node)
    records_here = any(isinstance(item, dict) and reply_key(item, reading) for item in node)
    for number, item in enumerate(node):
        below = here._replace(path=(*here.path, number))
        inner = list(_walk(item, below, reading))
        if inner:
            yield from inner
        elif texts or records_here or not here.path:
            yield Found(item, below, sure=sure and (texts or records_here or not here.path))
