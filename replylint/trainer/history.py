"""What was graded before: a file of JSON lines that only grows. A kill in the middle of writing loses nothing.

The first line says the version and holds the salt of pseudonyms. New lines go to the end in one write, under a lock,
and are forced to the disk. What a kill left of a line is no JSON object: it is left out when read, and cut off before
the next line is written. The same answer of the same person to the same exercise is entered once.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from replylint.errors import InputFault
from replylint.model import Language

VERSION = 1
MARK = "replylint_history"
_BEGINS = f'{{"{MARK}"'.encode()


class Entry(NamedTuple):
    """One graded answer. `categories`: the points that were lost; `day`: when it was handed in, else first graded."""

    person: str
    exercise: str
    answer: str
    """A hash of the answer's text."""
    day: str
    score: int
    passed: bool
    categories: Mapping[str, int] = {}

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it one answer."""
        return self.person, self.exercise, self.answer


class History(NamedTuple):
    """All entries, oldest first; the salt; the numbers of lines that cannot be read."""

    entries: tuple[Entry, ...] = ()
    salt: str = ""
    damaged: tuple[int, ...] = ()


def digest(answer: str) -> str:
    """The hash of an answer."""
    return hashlib.sha256(answer.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def read(path: str, lang: Language = "ru") -> History:
    """The history in a file; an empty one where there is none. Raises InputFault for a file that is no history."""
    try:
        content = Path(path).read_bytes()
    except FileNotFoundError:
        return History()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error, lang) from error
    return _parsed(content, path, lang)


def append(path: str, entries: Sequence[Entry], lang: Language = "ru") -> History:
    """The history with the entries that are new to it written behind the others. Raises InputFault."""
    try:
        with _opened(path) as file:
            content = file.read()
            before = _parsed(content, path, lang)
            whole = _whole(content)
            known = {entry.key for entry in before.entries}
            fresh = [entry for key, entry in {entry.key: entry for entry in reversed(entries)}.items() if key not in known][::-1]
            salt = before.salt or secrets.token_hex(16)
            lines = [] if before.salt else [{MARK: VERSION, "salt": salt}]
            lines += [entry._asdict() for entry in fresh]
            _write(file, whole, content, lines)
    except OSError as error:
        raise _unreadable(path, error, lang) from error
    return History((*before.entries, *fresh), salt, before.damaged)


def _unreadable(path: str, error: OSError | ValueError, lang: Language) -> InputFault:
    why = getattr(error, "strerror", None) or str(error)
    return InputFault(f"the history cannot be used: {why}" if lang == "en" else f"история недоступна: {why}", path=path)


@contextmanager
def _opened(path: str) -> Iterator[Any]:
    """The file for reading and writing, made if it is not there, held by this process alone."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o644), "r+b", buffering=0) as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def _whole(content: bytes) -> int:
    """How much of the content is whole lines; a last line that lost only its end counts."""
    end = content.rfind(b"\n") + 1
    return len(content) if _tree(content[end:]) else end


def _write(file: Any, whole: int, content: bytes, lines: Sequence[Mapping[str, Any]]) -> None:
    if not lines:
        return
    text = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines).encode("utf-8", "backslashreplace")
    if whole and not content[:whole].endswith(b"\n"):
        text = b"\n" + text
    if whole < len(content):
        file.truncate(whole)
    file.seek(whole)
    while text:  # a disk may take a part at a time
        text = text[file.write(text) :]
    os.fsync(file.fileno())


def _parsed(content: bytes, path: str, lang: Language) -> History:
    lines = content[: _whole(content)].split(b"\n")
    head = _tree(lines[0]) or {}
    if not any(lines) and (content.strip()[: len(_BEGINS)] == _BEGINS[: len(content.strip())]):
        return History()  # empty, or the first line was cut short
    if MARK not in head:
        raise InputFault("this is no history of replylint" if lang == "en" else "это не история replylint", path=path)
    if head[MARK] != VERSION or not isinstance(head.get("salt"), str):
        version = str(head[MARK])[:20]
        told = (f"история версии {version}: обновите replylint", f"a history of version {version}: update replylint")
        raise InputFault(told[lang == "en"], path=path)
    found = [(number, _entry(line)) for number, line in enumerate(lines[1:], 2) if line.strip()]
    entries = {entry.key: entry for _, entry in reversed(found) if entry}
    damaged = tuple(number for number, entry in found if entry is None)
    return History(tuple(reversed(entries.values())), head["salt"], damaged)


def _tree(line: bytes) -> dict[str, Any] | None:
    try:
        tree = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return tree if isinstance(tree, dict) else None


def _entry(line: bytes) -> Entry | None:
    """The entry of a line; None where it is none."""
    tree = _tree(line) or {}
    person, exercise, answer, day = (tree.get(key) for key in ("person", "exercise", "answer", "day"))
    score, lost = tree.get("score"), tree.get("categories")
    if not (isinstance(person, str) and isinstance(exercise, str) and isinstance(answer, str) and isinstance(day, str)):
        return None
    if not isinstance(lost, dict) or not isinstance(score, int):
        return None
    points = {str(key): value for key, value in lost.items() if isinstance(value, int)}
    return Entry(person, exercise, answer, day, score, tree.get("passed") is True, points)
