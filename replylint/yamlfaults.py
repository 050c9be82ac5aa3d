"""What can be wrong in YAML written by hand, told with a place and a hint, in both languages."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from replylint.errors import ReplylintError
from replylint.model import Language

Pair = tuple[str, str]
"""A sentence in Russian and in English."""

QUOTE: Pair = ("возьмите текст в кавычки или пишите блоком «|»", "put the text in quotes or write a block “|”")
_NONE: Pair = ("", "")
_ITEM = re.compile(r"\s*(?:-\s+)*(?:[^\s\"'#\[{*&!%@`>|][^:\"']*:\s+)?")
_SPECIAL = "[{*&!%@`>|"
_TAB = re.compile(r" *\t")
_DROPPED = re.compile(r"\s+#(?:[^\s#]|\s*\d)")
_PRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_OPENED = ("quoted scalar", "simple key", "flow sequence", "flow mapping", "flow node", "block scalar")
"""Where the parser gives up far below, and the fault lies where the thing began."""

_PROBLEMS: tuple[tuple[str, Pair], ...] = (
    ("found unexpected end of stream", ("кавычка не закрыта", "the quote is not closed")),
    ("mapping values", ("лишний отступ, или строка выше не дописана", "indented too deep, or the line above is unfinished")),
    ("could not find expected ':'", ("после ключа нужно «: »", "a key wants “: ” behind it")),
    ("nesting depth", ("слишком глубокая вложенность", "nested too deeply")),
    ("sequence entries are not allowed", ("список начинают с новой строки под ключом", "a list begins on a new line below its key")),
    ("unknown escape", ("в двойных кавычках «\\» — особый знак: возьмите одинарные", "“\\” is special in double quotes: use single ones")),
    ("line break", ("текст блока начинают с новой строки, с отступом", "the text of a block begins on a new line, indented")),
    ("chomping", ("текст блока начинают с новой строки, с отступом", "the text of a block begins on a new line, indented")),
    ("document start", ("отступ не подходит к строкам выше", "the indent does not fit the lines above")),
    ("block end", ("отступ не подходит к строкам выше", "the indent does not fit the lines above")),
    ("expected key", ("отступ не подходит к строкам выше", "the indent does not fit the lines above")),
    ("'-' indicator", ("отступ не подходит к строкам выше", "the indent does not fit the lines above")),
    ("',' or", ("скобка не закрыта", "the bracket is not closed")),
    ("node content", ("скобка не закрыта", "the bracket is not closed")),
)


class Telling(NamedTuple):
    """Whose file it is and how its faults are told."""

    path: str
    fault: type[ReplylintError]
    lang: Language = "ru"

    def at(self, line: int, column: int, message: Pair, hint: Pair = _NONE) -> ReplylintError:
        """The fault at a place (from 1; 0 for unknown)."""
        words = self.lang == "en"
        return self.fault(message[words], path=self.path, line=line, column=column, hint=hint[words])


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them."""
    return _BREAK.split(text)


def unprintable(text: str, telling: Telling) -> ReplylintError:
    """The fault of a text that holds a control character or half a surrogate pair."""
    found = _PRINTABLE.search(text)
    above = lines_of(text[: found.start() if found else 0])
    sign = f"U+{ord(found.group()):04X}" if found else "?"
    return telling.at(len(above), len(above[-1]) + 1, (f"недопустимый знак {sign}", f"the character {sign} is not allowed"))


def told(error: Any, text: str, telling: Telling) -> ReplylintError:
    """The fault of a text that is no YAML: `error` is the parser's."""
    opened = any(thing in str(getattr(error, "context", "")) for thing in _OPENED)
    mark = (error.context_mark if opened else None) or getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return unprintable(text, telling)
    lines = lines_of(text)
    line = lines[mark.line] if mark.line < len(lines) else ""
    return telling.at(mark.line + 1, mark.column + 1, ("ошибка в YAML", "broken YAML"), advice(line, str(error.problem)))


def advice(line: str, problem: str) -> Pair:
    """What helps, by the line of the fault and the parser's words."""
    if _TAB.match(line):
        return "отступы делают пробелами, а не табуляцией", "indent with spaces, not with tabs"
    item = line[_ITEM.match(line).end() :]  # type: ignore[union-attr]  # it matches the empty text
    if item[:1] and item[0] in _SPECIAL:
        return begins(item[0])
    if item[:1] in ('"', "'") and "end of stream" not in problem and "escape" not in problem:
        return "кавычки должны охватывать весь текст: пишите блоком «|»", "quotes must hold the whole text: write a block “|”"
    if _DROPPED.search(line):
        return f"« #» начинает примечание: {QUOTE[0]}", f"“ #” begins a comment: {QUOTE[1]}"
    if "mapping values" in problem and ": " in item:
        return f"внутри текста есть «: »: {QUOTE[0]}", f"the text holds “: ”: {QUOTE[1]}"
    return next((pair for words, pair in _PROBLEMS if words in problem), (problem, problem))


def begins(sign: str) -> Pair:
    """The hint for a text whose first sign means something else in YAML."""
    return f"текст начинается со знака «{sign}»: {QUOTE[0]}", f"the text begins with “{sign}”: {QUOTE[1]}"


def cut(rest: str) -> str:
    """What YAML drops behind unquoted text as a comment, though it was meant: `#123`, but not `# a note`."""
    return rest.strip() if _DROPPED.match(rest) else ""
