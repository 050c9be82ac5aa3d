"""Plain text: the file is one draft; front matter may tell its situation."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from replylint.errors import InputFault
from replylint.model import Origin, Problem, Record
from replylint.sources.decode import encoding_of
from replylint.sources.making import Reading, record

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The draft of a file."""
    yield one(text, name, reading)


def one(text: str, name: str, reading: Reading) -> Record | Problem:
    """One draft: `line` of its origin is the first line of the reply in the file."""
    if len(text) > reading.max_chars + 65_536:
        return reading.too_long(name, "", len(text))
    values: dict[str, Any] = {}
    start, body = _split(text)
    if start:
        front = _front_matter(text[:start], name, reading)
        if isinstance(front, Problem):
            return front
        values = front
    reply, line = _trimmed(body, text[:start].count("\n") + 1)
    return record({**values, "reply": reply}, Origin(name, "", line), reading, strict=True)


def _split(text: str) -> tuple[int, str]:
    match = _FRONT.match(text)
    return (match.end(), text[match.end() :]) if match else (0, text)


def _trimmed(body: str, line: int) -> tuple[str, int]:
    """The reply without blank lines around it and the last line end, and the line it starts at."""
    lead = re.match(r"(?:[ \t]*\r?\n)*", body)
    skipped = lead.end() if lead else 0
    return body[skipped:].rstrip("\r\n \t"), line + body[:skipped].count("\n")


def _front_matter(text: str, name: str, reading: Reading) -> dict[str, Any] | Problem:
    from replylint import yamltext

    inner = text.strip("\ufeff").strip().removeprefix("---").removesuffix("---")
    if not inner.strip():
        return {}
    try:
        node = yamltext.read(inner, name, InputFault)
    except InputFault as fault:
        return reading.problem(
            name, f"{fault.place.removeprefix(name + ':')}: {fault.message}; {fault.hint}", f"front matter, line {fault.line}: {fault.hint}"
        )
    values = yamltext.plain(node)
    if not isinstance(values, dict):
        return reading.problem(name, "вступление «---» должно состоять из строк «ключ: значение»", "front matter wants “key: value” lines")
    return values


def write_back(record: Record, text: str) -> None:
    """Replace the reply in its file: atomic, keeping front matter, encoding, line ends. Raises InputFault."""
    path = Path(record.origin.path)
    if record.origin.place or path.suffix.lower() not in (".txt", ".md", ".markdown", ""):
        raise InputFault(f"{path.suffix} нельзя записать обратно без потерь: исправьте в источнике", path=str(path))
    content = path.read_bytes()
    encoding = encoding_of(content, Reading())
    old = content.decode(encoding)
    if old.count(record.reply) != 1 and _split(old)[1].strip() != record.reply.strip():
        raise InputFault("файл изменился, пока шла проверка", path=str(path))
    start, body = _split(old)
    new = old[:start] + body.replace(record.reply, text, 1)
    _replace(path.resolve() if path.is_symlink() else path, new.encode(encoding))


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then swap: nobody ever sees half of it."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(draft).chmod(path.stat().st_mode & 0o7777)
        Path(draft).replace(path)
    except OSError as error:
        Path(draft).unlink(missing_ok=True)
        raise InputFault(f"не записывается: {error.strerror}", path=str(path)) from error
