"""The remarks of a run: read from the files that the templates came from, and from the sidecar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from replylint.config import Config, nearest_file
from replylint.errors import ConfigFault
from replylint.model import Problem, Record

if TYPE_CHECKING:
    from replylint.engine import Options
    from replylint.library.remarks import Remark
    from replylint.library.suppressing import Suppressions
    from replylint.rulebook import Rulebook
    from replylint.sources import Reading

SIDECAR = "replylint.ignore.yaml"
TEXTS = (".md", ".markdown", ".txt")
LINED = (*TEXTS, ".yaml", ".yml", ".py", ".js", ".jsx", ".ts", ".tsx")
"""Files that have comments."""
MARK = b"replylint:"


def suppressions(
    items: Iterable[Record | Problem], config: Config, reading: Reading, book: Rulebook, options: Options
) -> Suppressions | None:
    """What the remarks of a run excuse; None where there is no remark. Raises ConfigFault for a broken sidecar."""
    records = [item for item in items if isinstance(item, Record)]
    file = _sidecar(records, config)
    lined = [path for path in dict.fromkeys(record.origin.path for record in records) if _marked(path)]
    replies = [record for record in records if MARK.decode() in record.reply]
    if not (file or lined or replies):
        return None
    from replylint.engine import active
    from replylint.library import remarks
    from replylint.library.suppressing import Known, Suppressions, beside

    placed = beside(records, [remark for path in lined for remark in remarks.in_lines(_text(path, reading), path)], TEXTS)
    for record in replies:
        placed[record.origin].extend(remarks.in_reply(record.reply, record.origin.path, record.origin.line))
    names = tuple(dict.fromkeys(name for rule in book.rules for name in (rule.id, rule.category)))
    running = {name for rule in active(book, options) for name in (rule.id, rule.category)}
    return Suppressions(placed, _listed(file), file.as_posix() if file else "", Known(names, running, options.lang))


def _sidecar(records: Sequence[Record], config: Config) -> Path | None:
    """The sidecar beside the configuration, else the nearest to the first file."""
    if config.path:
        beside = Path(config.path).parent / SIDECAR
        return beside if beside.is_file() else None
    path = records[0].origin.path if records else ""
    return nearest_file(Path(path) if path and not path.startswith("<") else Path(), SIDECAR)


def _listed(file: Path | None) -> list[Remark]:
    from replylint.library.remarks import sidecar

    if file is None:
        return []
    try:
        return sidecar(file.read_text(encoding="utf-8-sig"), file.as_posix())
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigFault(f"не читается: {error}", path=file.as_posix()) from error


def _marked(path: str) -> bool:
    """Whether a file that has comments holds a remark."""
    if not path.lower().endswith(LINED) or path.startswith("<"):
        return False
    try:
        return MARK in Path(path).read_bytes()
    except (OSError, ValueError):
        return False


def _text(path: str, reading: Reading) -> str:
    from replylint.sources.decode import decoded

    text = decoded(Path(path).read_bytes(), path, reading)
    return "" if isinstance(text, Problem) else text
