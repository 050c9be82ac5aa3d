"""Texts into the cells of a workbook: only the XML of those cells changes, every other part stays as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from replylint.sources.reading import Wrong
from replylint.sources.workbookparts import BROKEN, archive, sheets

_SHARED = "xl/sharedStrings.xml"
_TYPE = re.compile(r"""\st=("[^"]*"|'[^']*')""")
_STRING = re.compile(r"<si\b(?:[^>]*/>|.*?</si>)", re.DOTALL)
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def with_texts(content: bytes, texts: Mapping[str, str]) -> bytes:
    """A workbook with other texts in some cells («Лист1!B7» → text). Raises Wrong where a cell cannot be restored."""
    found = archive(content)
    parts = sheets(found)
    if any(name.startswith("_xmlsignatures/") for name in found.namelist()):
        raise Wrong("книга подписана: подпись станет недействительной", "the workbook is signed: the signature would be lost")
    try:
        edited: dict[str, str] = {}
        for place, text in texts.items():
            sheet, _, cell = place.rpartition("!")
            part = parts[sheet]
            edited[part] = _with_text(edited.get(part) or _xml(found, part), cell, text, found)
        return _archived(found, {part: xml.encode() for part, xml in edited.items()})
    except Wrong:
        raise
    except BROKEN as error:
        raise Wrong("книга Excel повреждена", "the Excel workbook is damaged") from error


def _xml(found: zipfile.ZipFile, part: str) -> str:
    return found.read(part).decode("utf-8")


def _with_text(xml: str, cell: str, text: str, found: zipfile.ZipFile) -> str:
    """The XML of a sheet with another text in a cell that holds a text without formats of its own."""
    matches = list(re.finditer(rf'<c(?=\s)([^>]*?\sr="{cell}"[^>]*?)>(.*?)</c>', xml, re.DOTALL))
    if len(matches) != 1 or matches[0][1].endswith("/"):
        raise Wrong("ячейку не найти в книге", "the cell cannot be found in the workbook")
    attributes, inner = matches[0].groups()
    if "<f" in inner:
        raise Wrong("в ячейке формула: исправьте её сами", "the cell holds a formula: mend it yourself")
    old = _held(attributes, inner, found)
    if re.search(r"<(?:r|rPh)\b", old):
        raise Wrong(
            "в ячейке часть слов оформлена иначе: исправьте сами", "some words of the cell have a format of their own: mend it yourself"
        )
    if _NO_XML.search(text):
        raise Wrong("таких знаков в книге Excel не бывает", "an Excel workbook cannot hold such signs")
    written = escape(text.replace("\n", "_x000D_\n") if "_x000D_" in old else text)
    made = f'<c{_TYPE.sub("", attributes)} t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'
    return xml[: matches[0].start()] + made + xml[matches[0].end() :]


def _held(attributes: str, inner: str, found: zipfile.ZipFile) -> str:
    """The XML of the text that a cell holds: its own, or one that cells share."""
    kind = _TYPE.search(attributes)
    if not kind or kind[1].strip("\"'") != "s":
        return inner
    number = re.search(r"<v>\s*(\d+)\s*</v>", inner)
    strings = _STRING.findall(_xml(found, _SHARED))
    return str(strings[int(number[1])]) if number else ""


def _archived(found: zipfile.ZipFile, parts: Mapping[str, bytes]) -> bytes:
    """The archive with some parts replaced, in the same order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for member in found.infolist():
            made.writestr(member, parts.get(member.filename) or found.read(member), compress_type=member.compress_type)
    return out.getvalue()
