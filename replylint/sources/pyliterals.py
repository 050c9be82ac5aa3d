"""String literals of Python, through its own parser: assigned to certain names, or below `# replylint: template`."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import accumulate
from typing import Any

from replylint.sources.placed import spliced
from replylint.sources.pytree import PIECE, File, escape_of, length, tree
from replylint.sources.reading import Wrong

_MARK = re.compile(r"#[ \t]*replylint:[ \t]*template\b")
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def values(text: str, names: Sequence[str]) -> Iterator[Any]:
    """The marked values of a file as trees. Raises Wrong for what is no Python."""
    lines = _LINES.findall(text)
    file = File(text, lines, [0, *accumulate(map(len, lines))])
    module = _parsed(text)
    marked = _marked_lines(lines)
    taken: set[int] = set()
    found: list[ast.expr] = []
    for node in ast.walk(module):
        for value in _value(node, names, marked):
            if id(value) not in taken:
                taken.update(map(id, ast.walk(value)))
                found.append(value)
    yield from (tree(value, file) for value in sorted(found, key=lambda one: (one.lineno, one.col_offset)))


def _parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():
        # Of escapes that Python will refuse one day.
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except SyntaxError as error:
            raise Wrong(f"это не Python: {error.msg}", f"not Python: {error.msg}", line=error.lineno or 0) from error
        except (ValueError, RecursionError, MemoryError) as error:
            raise Wrong("код Python не читается", "the Python code cannot be read") from error


def _marked_lines(lines: list[str]) -> set[int]:
    """The lines of code below the marks, or beside them."""
    found, marked = set(), False
    for number, line in enumerate(lines, 1):
        mark = _MARK.search(line)
        if mark and line[: mark.start()].strip():
            # Behind the code that it marks.
            found.add(number)
        elif mark:
            marked = True
        elif marked and line.strip() and not line.lstrip().startswith("#"):
            found.add(number)
            marked = False
    return found


def _value(node: ast.AST, names: Sequence[str], marked: set[int]) -> list[ast.expr]:
    """The marked values that a node holds itself."""
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        called = [one.id if isinstance(one, ast.Name) else one.attr for one in targets if isinstance(one, ast.Name | ast.Attribute)]
        hit = node.lineno in marked or any(fnmatchcase(name, pattern) for name in called for pattern in names)
        return [node.value] if hit and node.value else []
    if isinstance(node, ast.Expr | ast.Return) and node.lineno in marked:
        return [node.value] if node.value else []
    inner: list[ast.expr] = []
    if isinstance(node, ast.Dict):
        keys = [key.lineno if key else value.lineno for key, value in zip(node.keys, node.values, strict=True)]
        inner = [value for value, line in zip(node.values, keys, strict=True) if line in marked]
    elif isinstance(node, ast.List | ast.Tuple | ast.Set):
        inner = [one for one in node.elts if one.lineno in marked]
    elif isinstance(node, ast.Call):
        inner = [one for one in (*node.args, *(word.value for word in node.keywords)) if one.lineno in marked]
    return inner


def literal(old: str, text: str) -> str:
    """A text in the quotes of the old literal; what did not change keeps its escapes. Raises Wrong where they cannot hold it."""
    piece = PIECE.fullmatch(old)
    if not piece or "f" in piece["prefix"].lower() or "b" in piece["prefix"].lower():
        raise Wrong("такой литерал нельзя восстановить в точности", "such a literal cannot be restored exactly")
    group = str(piece.lastgroup)
    quote, body = old[len(piece["prefix"]) : piece.start(group)], piece[group]
    raw = "r" in piece["prefix"].lower()
    made = spliced(body, ast.literal_eval(old), text, escape_of(piece["prefix"]), length, lambda new: _escaped(new, quote, raw=raw))
    return f"{piece['prefix']}{quote}{made}{quote}"


def _escaped(text: str, quote: str, *, raw: bool) -> str:
    """New signs between certain quotes. Raises Wrong where a raw literal cannot hold them."""
    if raw:
        if "\\" in text or quote[0] in text or ("\n" in text and len(quote) == 1):
            raise Wrong("в литерале r'' нет места этим знакам", "a raw literal has no room for these signs")
        return text
    text = text.replace("\\", "\\\\").replace(quote[0], f"\\{quote[0]}")
    return text if len(quote) == 3 else text.replace("\r", "\\r").replace("\n", "\\n")
