"""A phrase as its author writes it → a tree."""

from __future__ import annotations

import re
from dataclasses import replace

from replylint.morph import GRAMMEMES, fold
from replylint.pattern.tree import Class, Gap, Group, Node, OneOf, Optional, Row, Word

GAP, GAP_LIMIT = 3, 10
CLASSES = frozenset(
    "число имя подстановка ссылка почта слово латиница заглавное сущ прил глагол инф прич кр.прич кр.прил деепр нареч "
    "мест предл сравн отглаг".split()
)
"""Words of the language for what a token may be; grammatical ones are asked of the dictionary."""

_MARK = re.compile(
    r"""\s*(?: (?P<open>[\[(]) | (?P<close>[\])]) (?P<tail><[^<>\s]+>)? | (?P<bar>\|) | (?P<gap>\.\.\.(?P<most>\d+)?(?=[\s\])|]|$))
      | <(?P<cls>[^<>\s]+)> | @(?P<group>[\w-]+)
      | (?P<exact>=)?(?P<word>[^\s\[\]()|<>@=*]+)(?P<prefix>\*)?(?P<forms><[^<>\s]+>)? )""",
    re.VERBOSE,
)


class PatternError(ValueError):
    """A phrase that does not follow the language; `column` (from 1) is where."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


def parse(phrase: str) -> Node:
    """The tree of a phrase. Raises PatternError with a column and advice."""
    reader = _Reader(phrase)
    node = reader.alternatives("")
    if reader.place < len(phrase.rstrip()):
        raise PatternError(f"лишняя скобка «{phrase[reader.place :].strip()[:1]}»", reader.place + 1)
    _check_edges(node, phrase)
    return node


class _Reader:
    def __init__(self, phrase: str) -> None:
        self.phrase = phrase
        self.place = 0

    def alternatives(self, closer: str) -> Node:
        """Rows parted by `|`, up to the closing bracket, which stays unread."""
        rows = [self.row()]
        while self._peek("bar"):
            self._take()
            rows.append(self.row())
        if closer and not self._peek("close"):
            raise PatternError(f"не хватает закрывающей скобки «{closer}»", len(self.phrase))
        return rows[0] if len(rows) == 1 else OneOf(tuple(rows))

    def row(self) -> Node:
        parts: list[Node] = []
        while (mark := self._mark()) and not mark["bar"] and not mark["close"]:
            parts.append(self._part(self._take()))
        if not parts:
            raise PatternError("пустая фраза: здесь нужно слово", self.place + 1)
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def _part(self, mark: re.Match[str]) -> Node:
        if mark["open"]:
            return self._bracket(mark["open"])
        if mark["gap"]:
            most = int(mark["most"] or GAP)
            if not 1 <= most <= GAP_LIMIT:
                raise PatternError(f"пропуск бывает от 1 до {GAP_LIMIT} слов", mark.start("gap") + 1)
            return Gap(most)
        if mark["cls"]:
            return self._class(mark["cls"], mark.start("cls"))
        if mark["group"]:
            return Group(mark["group"])
        forms = _grammemes(mark["forms"], mark.start("forms"))
        return Word(fold(mark["word"]), bool(mark["exact"]), bool(mark["prefix"]), forms)

    def _bracket(self, opener: str) -> Node:
        inner = self.alternatives("]" if opener == "[" else ")")
        mark = self._take()
        if mark["close"] != ("]" if opener == "[" else ")"):
            raise PatternError("скобки разного вида", mark.start("close") + 1)
        if mark["tail"]:
            inner = _restricted(inner, _grammemes(mark["tail"], mark.start("tail")), mark.start("tail") + 1)
        return Optional(inner) if opener == "[" else inner

    def _class(self, text: str, column: int) -> Class:
        name, _, forms = text.partition(":")
        if name not in CLASSES:
            raise PatternError(f"нет такого класса слов: <{name}>; есть {', '.join(sorted(CLASSES))}", column + 1)
        return Class(name, _grammemes(f"<{forms}>" if forms else None, column))

    def _mark(self) -> re.Match[str] | None:
        if not self.phrase[self.place :].strip():
            return None
        mark = _MARK.match(self.phrase, self.place)
        if mark is None:
            raise PatternError(f"непонятный знак «{self.phrase[self.place :].strip()[:1]}»", self.place + 1)
        return mark

    def _peek(self, group: str) -> bool:
        mark = self._mark()
        return bool(mark and mark[group])

    def _take(self) -> re.Match[str]:
        mark = self._mark()
        if mark is None:
            raise PatternError("фраза оборвана", len(self.phrase))
        self.place = mark.end()
        return mark


def _grammemes(text: str | None, column: int) -> frozenset[str]:
    if not text:
        return frozenset()
    names = text.strip("<>").split(",")
    for name in names:
        if name not in GRAMMEMES:
            raise PatternError(f"нет такой формы: <{name}>; есть {', '.join(GRAMMEMES)}", column + 1)
    return frozenset(GRAMMEMES[name] for name in names)


def _restricted(node: Node, forms: frozenset[str], column: int) -> Node:
    match node:
        case Word() | Class():
            return replace(node, forms=node.forms | forms)
        case OneOf(parts):
            return OneOf(tuple(_restricted(part, forms, column) for part in parts))
        case Row(parts):
            return Row((_restricted(parts[0], forms, column), *parts[1:]))
        case _:
            raise PatternError("форму за скобкой получают слова и классы; у группы впишите её в самой группе", column)


def _check_edges(node: Node, phrase: str) -> None:
    parts = node.parts if isinstance(node, Row) else (node,)
    if isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
        raise PatternError("фраза не начинается и не кончается пропуском «...»", 1 if isinstance(parts[0], Gap) else len(phrase))
    if all(isinstance(part, Optional) for part in parts):
        raise PatternError("в фразе должно быть хотя бы одно слово, которое есть всегда", 1)
