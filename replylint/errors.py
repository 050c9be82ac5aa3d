"""What the user can mend: a small tree of exceptions, each with a place and a hint.

ReplylintError
├── UsageFault    wrong use of the command line
├── InputFault    a file or record that cannot be read
├── ConfigFault   a broken replylint.yaml
└── RuleFault     a broken rule file
"""

from __future__ import annotations


class ReplylintError(Exception):
    """A fault of the input, told in one line: place, what is wrong, what helps."""

    def __init__(self, message: str, *, path: str = "", line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    @property
    def place(self) -> str:
        """`path:line:column`, as much of it as is known."""
        parts = [self.path] if self.path else []
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text} ({self.hint})" if self.hint else text


class UsageFault(ReplylintError):
    """Wrong use of a command: an unknown option value, rule or format."""


class InputFault(ReplylintError):
    """An input that is missing, unreadable or not what it says it is."""


class ConfigFault(ReplylintError):
    """A configuration file with an unknown key or a wrong value."""


class RuleFault(ReplylintError):
    """A rule file that does not say what a rule must say."""
