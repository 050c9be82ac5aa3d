"""Texts into the cells of a workbook: only the XML of those cells changes, every other part stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from copy import copy
from functools import cached_property
from typing import NamedTuple
from xml.sax.saxutils import escape

from replylint.sources.reading import Wrong
from replylint.sources.workbookparts import BROKEN, archive, sheets

_SHARED = "xl/sharedStrings.xml"
_CELL = re.compile(r'<c(?=\s)([^>]*?\sr="([A-Z]{1,3}\d{1,7})"[^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_TYPE = re.compile(r"""\st=("[^"]*"|'[^']*')""")
_STRING = re.compile(r"<si\b(?:[^>]*/>|.*?</si>)", re.DOTALL)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Cell(NamedTuple):
    """A cell in the XML of its sheet."""

    span: tuple[int, int]
    attributes: str
    inner: str


class Book:
    """A workbook that is written to. Raises Wrong where it is signed or damaged."""

    def __init__(self, content: bytes) -> None:
        self.archive = archive(content)
        self.parts = sheets(self.archive)
        self._sheets: dict[str, tuple[str, dict[str, Cell]]] = {}
        if any(name.startswith("_xmlsignatures/") for name in self.archive.namelist()):
            raise Wrong("книга подписана: подпись станет недействительной", "the workbook is signed: the signature would be lost")

    @cached_property
    def strings(self) -> list[str]:
        """The XML of the texts that cells share."""
        return _STRING.findall(self._xml(_SHARED))

    def _xml(self, part: str) -> str:
        return self._content(part).decode("utf-8", "surrogateescape")

    def _content(self, part: str | zipfile.ZipInfo) -> bytes:
        try:
            return self.archive.read(part)
        except BROKEN as error:
            raise Wrong("книга Excel повреждена", "the Excel workbook is damaged") from error

    def _sheet(self, place: str) -> tuple[str, str, dict[str, Cell]]:
        """The part of the sheet of a place, its XML, its cells."""
        part = self.parts.get(place.rpartition("!")[0], "")
        if part not in self._sheets:
            xml = self._xml(part)
            self._sheets[part] = xml, {found[2]: Cell(found.span(), found[1], found[3] or "") for found in _CELL.finditer(xml)}
        return part, *self._sheets[part]

    def cell(self, place: str, text: str) -> str:
        """The XML of a cell with another text. Raises Wrong where it holds more than a text without formats of its own."""
        _, _, cells = self._sheet(place)
        cell = cells.get(place.rpartition("!")[2])
        if cell is None:
            raise Wrong("ячейку не найти в книге", "the cell cannot be found in the workbook")
        if "<f" in cell.inner:
            raise Wrong("в ячейке формула: исправьте её сами", "the cell holds a formula: mend it yourself")
        old = self._held(cell)
        if re.search(r"<(?:r|rPh)\b", old):
            raise Wrong(
                "в ячейке часть слов оформлена иначе: исправьте сами", "words of the cell have a format of their own: mend it yourself"
            )
        if _NO_XML.search(text):
            raise Wrong("таких знаков в книге Excel не бывает", "an Excel workbook cannot hold such signs")
        written = escape(text.replace("\n", "_x000D_\n") if "_x000D_" in old else text)
        attributes = _TYPE.sub("", cell.attributes)
        return f'<c{attributes} t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'

    def _held(self, cell: Cell) -> str:
        """The XML of the text that a cell holds: its own, or one that cells share."""
        kind = _TYPE.search(cell.attributes)
        number = re.search(r"<v>\s*(\d+)\s*</v>", cell.inner)
        if not kind or kind[1].strip("\"'") != "s" or not number:
            return cell.inner
        return self.strings[int(number[1])] if int(number[1]) < len(self.strings) else ""

    def with_texts(self, texts: Mapping[str, str]) -> bytes:
        """The workbook with other texts in some cells («Лист1!B7» → text). Raises Wrong."""
        edits: dict[str, list[tuple[tuple[int, int], str]]] = {}
        for place, text in texts.items():
            part, _, cells = self._sheet(place)
            made = self.cell(place, text)
            edits.setdefault(part, []).append((cells[place.rpartition("!")[2]].span, made))
        return self._archived(
            {part: _edited(self._sheets[part][0], found).encode("utf-8", "surrogateescape") for part, found in edits.items()}
        )

    def _archived(self, parts: Mapping[str, bytes]) -> bytes:
        """The archive with some parts replaced, in the same order."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            for member in self.archive.infolist():
                content = parts.get(member.filename) or self._content(member)
                # Writing changes what is told of a member.
                made.writestr(copy(member), content, compress_type=member.compress_type)
        return out.getvalue()


def _edited(xml: str, edits: list[tuple[tuple[int, int], str]]) -> str:
    pieces, seen = [], 0
    for (start, end), made in sorted(edits):
        pieces += [xml[seen:start], made]
        seen = end
    return "".join([*pieces, xml[seen:]])
