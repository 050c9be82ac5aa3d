"""A mended reply back into its file: only plain text can be restored exactly."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from replylint.errors import InputFault
from replylint.model import Record
from replylint.sources.decode import coding
from replylint.sources.plain import split
from replylint.sources.reading import Reading


def write_back(record: Record, text: str, reading: Reading, suffixes: Mapping[str, str]) -> None:
    """Replace the reply in its file: atomic, keeping front matter, encoding, line ends, mode. Raises InputFault."""
    path = Path(record.origin.path)
    if record.origin.place or suffixes.get(path.suffix.lower(), "plain") != "plain":
        ru = f"{path.suffix or 'такой источник'} нельзя записать обратно без потерь: исправьте сами"
        raise _fault(path, reading, ru, f"{path.suffix or 'this source'} cannot be written back without loss: mend it yourself")
    try:
        target = _target(path, reading)
        content = _mended(target.read_bytes(), record, text, reading)
        _replace(target, content)
    except InputFault:
        raise
    except OSError as error:
        raise _fault(path, reading, f"не записывается: {error.strerror}", f"cannot be written: {error.strerror}") from error


def _fault(path: Path, reading: Reading, ru: str, en: str) -> InputFault:
    return InputFault(en if reading.lang == "en" else ru, path=path.as_posix())


def _target(path: Path, reading: Reading) -> Path:
    """The file itself: a link is followed inside its folder only."""
    target = path.resolve(strict=True)
    if path.is_symlink() and target.parent != path.parent.resolve():
        raise _fault(path, reading, "это ссылка на файл в другой папке: исправьте сам файл", "a link to a file elsewhere: mend that file")
    if not os.access(target, os.W_OK):
        raise _fault(path, reading, "файл только для чтения", "the file is read-only")
    return target


def _mended(content: bytes, record: Record, text: str, reading: Reading) -> bytes:
    """The new content. What was read must still be there, and come back byte for byte."""
    path = Path(record.origin.path)
    changed = _fault(path, reading, "файл изменился, пока шла проверка", "the file changed during the check")
    try:
        bom, codec = coding(content, reading.encoding)
        old = content[len(bom) :].decode(codec)
        parts = split(old)
        if old[parts.start : parts.end] != record.reply or bom + old.encode(codec) != content:
            raise changed
        return bom + (old[: parts.start] + _line_ends(text, record.reply) + old[parts.end :]).encode(codec)
    except UnicodeEncodeError as error:
        sign = error.object[error.start]
        raise _fault(path, reading, f"знака «{sign}» нет в {codec}", f"{codec} has no “{sign}”") from error
    except (LookupError, ValueError) as error:
        wanted = reading.encoding or "utf-8"
        raise _fault(path, reading, f"не записывается: это не {wanted}", f"cannot be written: not {wanted}") from error


def _line_ends(text: str, like: str) -> str:
    """New line ends as the reply had them."""
    return re.sub(r"\r?\n", "\r\n", text) if "\r\n" in like and not re.search(r"(?<!\r)\n", like) else text


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then swap: nobody ever sees half of it. Raises OSError."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(draft).chmod(path.stat().st_mode & 0o7777)
        Path(draft).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        raise
