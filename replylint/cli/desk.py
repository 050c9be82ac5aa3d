"""Where a trainee writes: several lines, with a sign on a line of its own for what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from replylint.cli.words import say

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

Act = Literal["check", "hint", "model", "next", "leave", "break"]
SIGNS: dict[str, Act] = {".": "check", "?": "hint", "!": "model", "+": "next"}
"""On a line of its own, then Enter: keys that every keyboard layout has and every connection carries."""
KEYS: dict[Act, tuple[str, ...]] = {
    "check": ("escape", "enter"),
    "hint": ("f2",),
    "model": ("f3",),
    "next": ("f4",),
    "leave": ("c-d",),
    "break": ("c-c",),
}
TOOLBAR = (
    " Отдельной строкой:  . проверить   ? подсказка   ! образец   + дальше ",
    " On a line of its own:  . check   ? hint   ! model answer   + next ",
)
WAYS_OUT = (" Ctrl-D — выйти, черновик сохраним", " Ctrl-D leaves and keeps the draft")


class Written(NamedTuple):
    """What the trainee wrote, and what to do with it."""

    act: Act
    text: str


class Desk:
    """A prompt of several lines. prompt_toolkit is imported here and nowhere else."""

    def __init__(self) -> None:
        from prompt_toolkit import PromptSession

        self._session: PromptSession[Written] = PromptSession(
            "> ",
            multiline=True,
            prompt_continuation=lambda width, _number, _soft: " " * width,
            key_bindings=_bindings(),
            bottom_toolbar=lambda: f"{say(*TOOLBAR)}\n{say(*WAYS_OUT)}",
            enable_history_search=False,
        )

    def write(self, draft: str) -> Written:
        """What was written, beginning from a draft with a fresh line below it. A terminal that goes away leaves."""
        try:
            return self._session.prompt(default=f"{draft}\n" if draft.strip() else "")
        except EOFError:
            return Written("leave", draft)
        except KeyboardInterrupt:
            return Written("break", draft)


def _bindings() -> KeyBindings:
    from prompt_toolkit.key_binding import KeyBindings

    keys = KeyBindings()

    def ending(act: Act) -> Any:
        def end(event: KeyPressEvent) -> None:
            event.app.exit(result=Written(act, event.current_buffer.text.rstrip()))

        return end

    for act, names in KEYS.items():
        keys.add(*names)(ending(act))
    keys.add("enter")(_enter)
    return keys


def _enter(event: KeyPressEvent) -> None:
    """A new line — unless the line is a sign: then it goes, and its act follows."""
    buffer = event.current_buffer
    row = buffer.document.cursor_position_row
    lines = buffer.document.lines
    act = SIGNS.get(lines[row].strip())
    if act is None:
        buffer.insert_text("\n")
        return
    rest = "\n".join(lines[:row] + lines[row + 1 :]).rstrip()
    buffer.text = rest
    event.app.exit(result=Written(act, rest))
