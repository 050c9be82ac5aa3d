"""`{% if … %}…{% else %}…{% endif %}` → a choice: each branch could be sent, and without an else none of them."""

from __future__ import annotations

from collections.abc import Sequence

from replylint.library.parts import Choice, Part, Void
from replylint.model import Span

_OPEN = frozenset(("if", "unless", "#if", "#unless"))
_NEXT = frozenset(("elif", "elsif", "else", "elseif"))
_CLOSE = frozenset(("endif", "endunless", "/if", "/unless"))


def folded(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with their branches as choices. A branch that is not closed stays as it stands."""
    stack: list[list[list[Part]]] = [[[]]]
    for part in parts:
        word = part.word if isinstance(part, Void) else ""
        if word in _OPEN:
            stack.append([[part]])
        elif word in _NEXT and len(stack) > 1:
            stack[-1].append([part])
        elif word in _CLOSE and len(stack) > 1:
            rows = stack.pop()
            rows[-1].append(part)
            stack[-1][-1].append(_choice(rows))
        else:
            stack[-1][-1].append(part)
    return tuple(part for level in stack for row in level for part in row)


def _choice(rows: list[list[Part]]) -> Choice:
    options = [tuple(row) for row in rows]
    last = rows[-1][0]
    if not (isinstance(last, Void) and last.word == "else"):
        options.append(())
    return Choice(Span(rows[0][0].span.start, rows[-1][-1].span.end), tuple(options))
