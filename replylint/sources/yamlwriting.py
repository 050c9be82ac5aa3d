"""A new text in the style of a YAML scalar: what did not change stays as it was written."""

from __future__ import annotations

import json
import re

from replylint.sources.placed import spliced
from replylint.sources.reading import Wrong

_FOLD = r"[ \t]*(?:\r?\n[ \t]*)+"
_PLAIN = re.compile(_FOLD)
_SINGLE = re.compile(rf"''|{_FOLD}")
_DOUBLE = re.compile(rf"\\(?:\r?\n[ \t]*|x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|.)|{_FOLD}")
_BLOCK = re.compile(r"([|>][^\n]*\r?\n)((?:[ \t]*\r?\n)*)([ \t]+)(.*?)(\s*)", re.DOTALL)


def scalar(old: str, reply: str, text: str) -> str:
    """The new text as a scalar. Raises Wrong where its style cannot hold it."""
    if old.startswith(("|", ">")):
        return _block(old, reply, text)
    if old.startswith('"'):
        return f'"{spliced(old[1:-1], reply, text, _DOUBLE, _folded, lambda new: json.dumps(new, ensure_ascii=False)[1:-1])}"'
    if old.startswith("'"):
        return f"'{spliced(old[1:-1], reply, text, _SINGLE, _folded, lambda new: _on_a_line(new).replace(chr(39), chr(39) * 2))}'"
    return spliced(old, reply, text, _PLAIN, _folded, _on_a_line)


def _folded(sequence: str) -> int:
    """What a line break stands for: one blank, or a line end less than it has; an escape for one sign, or none at a line end."""
    if sequence.startswith("\\"):
        return 0 if sequence[1] in "\r\n" else 1
    return max(1, sequence.count("\n") - 1)


def _on_a_line(text: str) -> str:
    if "\n" in text or "\r" in text:
        raise Wrong("в тексте без блока «|» нет места новой строке", "a text that is no block “|” has no room for a line end")
    return text


def _block(old: str, reply: str, text: str) -> str:
    """A block: its header, its indentation and the line ends below it stay."""
    match = _BLOCK.fullmatch(old)
    if not match or match[2] or match[1][1:2].isdigit() or match[1][2:3].isdigit():
        raise Wrong("такой блок нельзя восстановить в точности", "such a block cannot be restored exactly")
    header, _, indent, body, below = match.groups()
    literal = header.startswith("|")
    escape = re.compile(rf"\r?\n {{0,{len(indent)}}}") if literal else _PLAIN
    held, new = reply.rstrip("\n"), text.rstrip("\n")
    if literal:
        made = spliced(body, held, new, escape, lambda _: 1, lambda piece: re.sub(r"\n(?!\n)", f"\n{indent}", piece))
    else:
        made = spliced(body, held, new, escape, _folded, _on_a_line)
    return f"{header}{indent}{made}{below}"
