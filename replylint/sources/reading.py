"""How to read, and how a problem is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from replylint.model import Language, Origin, Problem


class Reading(NamedTuple):
    """How to read: encoding ("" for UTF-8 or a BOM's), columns (our key → theirs), limits, context to fill in."""

    encoding: str = ""
    columns: Mapping[str, str] = {}
    max_chars: int = 100_000
    defaults: Mapping[str, Any] = {}
    lang: Language = "ru"
    templates: bool = False
    """Whether the files hold templates: plain text may then hold several, parted by `---`."""
    replies: tuple[str, ...] = ()
    """Several columns with replies; empty for the one that `columns` names."""
    sheets: tuple[str, ...] = ()
    """The sheets of workbooks; empty for all that have the column."""
    paths: tuple[str, ...] = ()
    """Where the texts of JSON and YAML stand (`keypath`); empty to find them."""
    literals: tuple[str, ...] = ()
    """Names of variables in code whose literals are templates (`REPLY_*`)."""
    format: str = ""
    """`key-value`: a line of a .txt is `key|text`."""
    inactive: bool = False
    """Whether inactive macros are read too."""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    """Globs of what is taken from folders, and left out."""
    situations: Mapping[str, Mapping[str, Any]] = {}
    """Glob of files → what it tells of their situation."""

    def problem(self, path: str, ru: str, en: str, place: str = "", *, skipped: bool = False) -> Problem:
        """A problem in the language of the run."""
        return Problem(path, en if self.lang == "en" else ru, place, skipped)

    def too_long(self, path: str, place: str, size: int) -> Problem:
        """The problem of a reply over the limit; `size` in characters, about."""
        return self.problem(
            path,
            f"ответ слишком длинный: около {size} знаков, предел — {self.max_chars} (--max-chars)",
            f"the reply is too long: about {size} characters, the limit is {self.max_chars} (--max-chars)",
            place,
        )


class Wrong(ValueError):
    """What does not fit, in both languages; `key` where it is a key's value, `line` (from 1) or `place` where it has one."""

    def __init__(self, ru: str, en: str, key: str = "", line: int = 0) -> None:
        super().__init__(ru)
        self.ru, self.en, self.key, self.line, self.place = ru, en, key, line, ""

    def at(self, origin: Origin, reading: Reading) -> Problem:
        """The problem at a place."""
        place = self.place or (f"line {self.line}" if self.line else origin.place)
        return reading.problem(origin.path, self.ru, self.en, place)
