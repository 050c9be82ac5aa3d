"""A literal of Python as a tree of str, list and dict: slots for what is put in, places for every sign."""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from replylint.keypath import DEPTH
from replylint.model import Mark
from replylint.sources.placed import Placed, at, marks_of
from replylint.sources.reading import Wrong

ESCAPE = re.compile(
    r"\\(?:\r?\n|N\{[^}]{0,100}\}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-7]{1,3}|.)|\r?\n", re.DOTALL
)  # fmt: skip
PIECE = re.compile(
    r"""(?P<prefix>[rRuUbBfF]{0,2})(?:
    \"\"\"(?P<three>(?:[^"\\]|\\.|"(?!\"\"))*+)\"\"\" | '''(?P<three_single>(?:[^'\\]|\\.|'(?!''))*+)'''
    | "(?P<one>(?:[^"\\\n]|\\.)*+)" | '(?P<one_single>(?:[^'\\\n]|\\.)*+)')""",
    re.DOTALL | re.VERBOSE,
)
"""A literal; the name of the last group is that of its body."""
_BETWEEN = re.compile(r"(?:\s|\\\r?\n|#[^\n]*)*")
_KNOWN = frozenset("\\'\"abfnrtv")


class File(NamedTuple):
    """A file of code and where its lines begin."""

    text: str
    lines: list[str]
    starts: list[int]

    def offset(self, line: int, column: int) -> int:
        """Where a place of the parser stands: its columns count bytes."""
        held = self.lines[line - 1]
        return self.starts[line - 1] + (column if held.isascii() else len(held.encode()[:column].decode(errors="replace")))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def tree(node: ast.expr, file: File, depth: int = 0) -> Any:
    """A value as str, list and dict; None for what is none of them. Raises Wrong where it is too deep."""
    if depth > DEPTH:
        raise Wrong("слишком глубокая вложенность", "nested too deeply", line=node.lineno)
    convert = _KINDS.get(type(node))
    return convert(node, file, depth + 1) if convert else None


def _list(node: Any, file: File, depth: int) -> list[Any]:
    held = (node.body, node.orelse) if isinstance(node, ast.IfExp) else node.elts
    return [tree(one, file, depth) for one in held]


def _dict(node: ast.Dict, file: File, depth: int) -> dict[str, Any]:
    pairs = [(key, value) for key, value in zip(node.keys, node.values, strict=True) if key]
    return {_name(key): tree(value, file, depth) for key, value in pairs}


def _inner(node: Any, file: File, depth: int) -> Any:
    return tree(node.body if isinstance(node, ast.Lambda) else node.value, file, depth)


def _format(node: ast.JoinedStr, file: File, _: int) -> Placed:
    return at("".join(map(_piece, node.values)), *_start(node, file))


def _name(key: ast.expr) -> str:
    return str(key.value) if isinstance(key, ast.Constant) else ast.unparse(key).rpartition(".")[2]


def _piece(node: ast.expr) -> str:
    """A part of an f-string: its text, or the slot `{name}`."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    return f"{{{ast.unparse(node.value)}}}" if isinstance(node, ast.FormattedValue) else ""


def _sum(node: ast.BinOp, file: File, depth: int) -> Any:
    """`"a" + name + "b"` is a text with a slot; `"%s" % name` is its left side."""
    left = tree(node.left, file, depth)
    if not isinstance(node.op, ast.Add):
        return left if isinstance(node.op, ast.Mod) else None
    right = tree(node.right, file, depth)
    if not (isinstance(left, str) or isinstance(right, str)):
        return [*left, *right] if isinstance(left, list) and isinstance(right, list) else left if isinstance(left, list) else right
    text = "".join(one if isinstance(one, str) else f"{{{ast.unparse(side)}}}" for one, side in ((left, node.left), (right, node.right)))
    line, _, marks = _start(node, file)
    return at(text, line, (0, 0), left.marks if isinstance(left, Placed) else marks)


def _call(node: ast.Call, file: File, depth: int) -> Any:
    """`"…".format()` is its text, `_("…")` its argument, `Reply(text="…", intent="…")` an object."""
    if isinstance(node.func, ast.Attribute):
        of = tree(node.func.value, file, depth)
        if isinstance(of, str):
            return of
    held = [tree(one, file, depth) for one in node.args]
    named = {word.arg: tree(word.value, file, depth) for word in node.keywords if word.arg}
    if named:
        return {**named, "args": held}
    return held[0] if len(held) == 1 else held


def _start(node: ast.expr, file: File) -> tuple[int, tuple[int, int], tuple[Mark, ...]]:
    """The place of a text of which only the beginning is known."""
    line, column = file.place(file.offset(node.lineno, node.col_offset))
    return line, (0, 0), (Mark(0, line, column),)


def _constant(node: ast.Constant, file: File, _: int) -> Any:
    """A literal, or several beside each other: where each of its signs stands."""
    text = node.value
    if not isinstance(text, str):
        return text
    start = file.offset(node.lineno, node.col_offset)
    end = file.offset(node.end_lineno or node.lineno, node.end_col_offset or 0)
    found, place, offset, marks = list[re.Match[str]](), start, 0, list[Mark]()
    while place < end and (piece := PIECE.match(file.text, place, end)):
        line, column = file.place(piece.start(str(piece.lastgroup)))
        marks += marks_of(piece[str(piece.lastgroup)], line, column, escape_of(piece["prefix"]), length, offset)
        offset += len(ast.literal_eval(piece[0]))
        found.append(piece)
        between = _BETWEEN.match(file.text, piece.end(), end)
        place = between.end() if between else end
    if offset != len(text):
        return at(text, *_start(node, file))
    return at(text, marks[0].line, (start, end) if len(found) == 1 else (0, 0), tuple(sorted(marks)))


def escape_of(prefix: str) -> re.Pattern[str]:
    """What stands for other signs in a literal: nothing but line ends in a raw one."""
    return re.compile(r"\r?\n") if "r" in prefix.lower() else ESCAPE


def length(sequence: str) -> int:
    """How many signs an escape stands for."""
    if sequence in ("\\\n", "\\\r\n"):
        return 0
    return 1 if sequence[0] != "\\" or len(sequence) > 2 or sequence[1] in _KNOWN or sequence[1].isdigit() else 2


_KINDS: Mapping[type, Callable[[Any, File, int], Any]] = {
    ast.Constant: _constant,
    ast.JoinedStr: _format,
    ast.List: _list,
    ast.Tuple: _list,
    ast.Set: _list,
    ast.IfExp: _list,
    ast.Dict: _dict,
    ast.BinOp: _sum,
    ast.Call: _call,
    ast.Lambda: _inner,
    ast.Starred: _inner,
    ast.NamedExpr: _inner,
    ast.Await: _inner,
}
