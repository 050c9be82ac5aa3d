"""The content of a file with other replies: exact everywhere else, read again to be sure, or refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.errors import InputFault
from replylint.model import Origin, Problem, Record
from replylint.sources.decode import coding
from replylint.sources.reading import Reading, Wrong

if TYPE_CHECKING:
    from replylint.sources.workbookwriting import Book

Outcome = Record | InputFault
Held = Record | Problem


class Change(NamedTuple):
    """A record and its new reply."""

    record: Record
    text: str


class File:
    """A file that is written to: what it is, how it is read, what it holds."""

    def __init__(self, path: Path, module: str, reading: Reading, content: bytes) -> None:
        self.path, self.module, self.reading, self.content = path, module, reading, content
        self.held = self.items(content)

    def fault(self, ru: str, en: str) -> InputFault:
        """Why it is not written."""
        return fault(self.path, self.reading, ru, en)

    def items(self, content: bytes) -> list[Held]:
        """What is read from such a content."""
        from replylint.sources import read_bytes

        return list(read_bytes(content, self.path.as_posix(), self.path.suffix.lower(), self.reading))

    @cached_property
    def book(self) -> Book:
        """The workbook, if it is one. Raises Wrong."""
        from replylint.sources.workbookwriting import Book

        return Book(self.content)

    @cached_property
    def numbers(self) -> Mapping[Any, int]:
        """Record → its number among what the file holds."""
        return {_key(one): number for number, one in enumerate(self.held) if isinstance(one, Record)}

    @cached_property
    def decoded(self) -> tuple[str, bytes, str]:
        """The text, its BOM and codec. What was read must come back byte for byte. Raises InputFault."""
        wanted = self.reading.encoding or "utf-8"
        try:
            bom, codec = coding(self.content, self.reading.encoding)
            text = self.content[len(bom) :].decode(codec)
            exact = bom + text.encode(codec) == self.content and not text.startswith("\ufeff")
        except (LookupError, ValueError) as error:
            raise self.fault(f"не записывается: это не {wanted}", f"cannot be written: not {wanted}") from error
        if not exact:
            raise self.fault(f"не восстанавливается в {wanted} байт в байт", f"{wanted} does not restore it byte for byte")
        return text, bom, codec


def fault(path: Path, reading: Reading, ru: str, en: str) -> InputFault:
    """A fault in the language of the run."""
    return InputFault(en if reading.lang == "en" else ru, path=path.as_posix())


def unplaced(record: Record, module: str, reading: Reading) -> InputFault | None:
    """The refusal of a record whose literal stands nowhere in particular (stripped HTML, an f-string)."""
    if record.origin.span != (0, 0) or module == "workbook":
        return None
    path = Path(record.origin.path)
    ru = f"{path.suffix or 'такой источник'}: это место нельзя записать обратно без потерь: исправьте сами"
    return fault(path, reading, ru, f"{path.suffix or 'this source'}: this place cannot be written back without loss: mend it yourself")


def mended(file: File, changes: Sequence[Change]) -> tuple[bytes, list[Outcome]]:
    """The new content, and what became of each change: the record as it now stands, or why it was refused. Raises InputFault."""
    outcomes: dict[int, Outcome] = {}
    for number, change in enumerate(changes):
        refused = _refused(file, change)
        if refused:
            outcomes[number] = refused
    left = [number for number in range(len(changes)) if number not in outcomes]
    good = _that_read_back(file, changes, left)
    ru, en = "в этом месте текст нельзя восстановить в точности: исправьте сами", "cannot be restored exactly here: mend it yourself"
    outcomes |= {number: file.fault(ru, en) for number in left if number not in set(good)}
    content = _content(file, [changes[number] for number in good])
    again = file.items(content) if good else []
    now: dict[int, Any] = {number: again[file.numbers[_key(changes[number].record)]] for number in good}
    outcomes |= now
    return content, [outcomes[number] for number in range(len(changes))]


def _key(record: Record) -> Any:
    return record.origin.place, record.origin.span, record.reply


def _refused(file: File, change: Change) -> InputFault | None:
    """Why a change cannot be made at all."""
    if _key(change.record) not in file.numbers:
        return file.fault("файл изменился, пока шла проверка", "the file changed during the check")
    try:
        if file.module == "workbook":
            file.book.cell(change.record.origin.place, change.text)
            return None
        codec = file.decoded[2]
        _literal(file, change).encode(codec)
    except Wrong as wrong:
        return file.fault(wrong.ru, wrong.en)
    except UnicodeEncodeError as error:
        sign = error.object[error.start]
        return file.fault(f"знака «{sign}» нет в {codec}", f"{codec} has no “{sign}”")
    return None


def _that_read_back(file: File, changes: Sequence[Change], numbers: list[int]) -> list[int]:
    """Those that can be made together: all, else those of each half that can."""
    if not numbers or _reads_back(file, [changes[number] for number in numbers]):
        return numbers
    if len(numbers) == 1:
        return []
    middle = len(numbers) // 2
    good = [*_that_read_back(file, changes, numbers[:middle]), *_that_read_back(file, changes, numbers[middle:])]
    return good if len(good) == len(numbers) or _reads_back(file, [changes[number] for number in good]) else []


def _reads_back(file: File, changes: list[Change]) -> bool:
    """Whether the content with these changes holds what it held, with the new replies."""
    texts = {file.numbers[_key(change.record)]: change.text for change in changes}
    wanted = [one._replace(reply=texts[n]) if n in texts and isinstance(one, Record) else one for n, one in enumerate(file.held)]
    try:
        again = file.items(_content(file, changes))
    except Wrong:
        return False
    return list(map(_bare, again)) == list(map(_bare, wanted))


def _bare(item: Held) -> Any:
    """What must stay the same: all but the places, and line ends within a reply."""
    if isinstance(item, Problem):
        return item.message
    return item._replace(origin=Origin(), reply=item.reply.replace("\r\n", "\n"))


def _content(file: File, changes: list[Change]) -> bytes:
    """The content with the changes. Raises Wrong where its form cannot hold one."""
    if file.module == "workbook":
        return file.book.with_texts({change.record.origin.place: change.text for change in changes})
    text, bom, codec = file.decoded
    pieces, end = [], 0
    for change in sorted(changes, key=lambda one: one.record.origin.span):
        start = change.record.origin.span[0]
        pieces += [text[end:start], _literal(file, change)]
        end = change.record.origin.span[1]
    return bom + "".join([*pieces, text[end:]]).encode(codec)


def _literal(file: File, change: Change) -> str:
    """The new reply as it stands in the file. Raises Wrong, InputFault."""
    module: Any = import_module(f"replylint.sources.{file.module}")
    return str(module.literal(file.decoded[0][slice(*change.record.origin.span)], change.text, change.record))
