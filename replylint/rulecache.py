"""The compiled rulebook in a file, by the hash of everything that goes into it.

The cache is never trusted: it is one file whose first bytes are the hash of the rest; a stale or damaged one is
rebuilt silently. It holds plain data only.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from replylint import __version__
from replylint.rule import RuleText

FORMAT = b"replylint rulebook 1 "
_SEAL = 4
COMPILERS = (
    "checks/dependent.py",
    "checks/inflect.py",
    "checks/situation.py",
    "checks/template.py",
    "compiling.py",
    "dictionary.py",
    "cuefile.py",
    "examples.py",
    "fields.py",
    "houserules.py",
    "morph.py",
    "namebook.py",
    "pattern/automaton.py",
    "pattern/build.py",
    "pattern/classes.py",
    "pattern/forms.py",
    "pattern/leads.py",
    "pattern/match.py",
    "pattern/packed.py",
    "pattern/parse.py",
    "pattern/settle.py",
    "pattern/tree.py",
    "rule.py",
    "rulefile.py",
    "text.py",
    "trainer/phrases.py",
    "yamlfaults.py",
    "yamltext.py",
)
"""Our own modules that shape the compiled form: a change in one of them makes the cache stale."""


def key(files: Sequence[RuleText]) -> str:
    """A hash of all that the compiled form depends on: rules, our version, Python, the dictionary."""
    digest = hashlib.sha256(FORMAT + f"{__version__} {sys.version} {_dictionary()}".encode())
    for file in files:
        digest.update("/".join(file.parts).encode() + b"\0" + file.content + b"\0")
    for name in COMPILERS:
        source = Path(__file__).parent / name
        digest.update(source.read_bytes() if source.exists() else b"")
    return digest.hexdigest()


def _dictionary() -> str:
    """What tells one dictionary of pymorphy3 from another, without loading it."""
    spec = find_spec("pymorphy3_dicts_ru")
    if spec is None or spec.origin is None:
        return ""
    meta = Path(spec.origin).parent / "data" / "meta.json"
    return meta.read_text(encoding="utf-8") if meta.exists() else ""


def _sealed(content: bytes | memoryview) -> bytes:
    """What tells a damaged file: a checksum, three times as fast as a hash of the same bytes."""
    return zlib.crc32(content).to_bytes(_SEAL, "big")


def place(key: str) -> Path:
    """Where the compiled form of a rulebook is kept."""
    from platformdirs import user_cache_path

    return user_cache_path("replylint", appauthor=False) / f"{key[:32]}.rules"


def read(file: Path | None) -> dict[str, Any] | None:
    """The compiled form that a file keeps; None where there is none, or none that can be trusted."""
    if file is None:
        return None
    try:
        whole = memoryview(file.read_bytes())
        seal, content = whole[:_SEAL], whole[_SEAL:]
        if _sealed(content) != seal:
            return None
        plain = _loads(content)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return plain if isinstance(plain, dict) else None


def _loads(content: memoryview) -> Any:
    """The plain data. The collector waits: of a hundred thousand new objects none is garbage, and looking costs as much as loading."""
    running = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(content)  # noqa: S302  # our own file, sealed by its hash
    finally:
        if running:
            gc.enable()


def keep(file: Path, plain: dict[str, Any]) -> None:
    """Write the cache through a file beside it, so that nobody reads half of it; no cache is no fault."""
    content = marshal.dumps(plain)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{id(plain):x}")
        draft.write_bytes(_sealed(content) + content)
        draft.replace(file)
