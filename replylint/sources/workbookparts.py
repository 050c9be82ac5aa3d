"""The parts of a workbook's archive: what is safe to open, where its sheets are, which formulas have no result."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from replylint.sources.reading import Wrong

PARTS = 10_000
UNPACKED = 1 << 28
"""Bytes that all parts together may unpack to: a bomb is larger."""
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)|<\0!\0(?:E\0N\0T|D\0O\0C)|\0<\0!\0(?:E\0N\0T|D\0O\0C)")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NO_RESULT = re.compile(
    r'<c\b[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f\b[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>\s*|<v>\s*</v>\s*)?</c>',
)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError, OSError, ET.ParseError)
"""What a damaged archive raises."""


def archive(content: bytes) -> zipfile.ZipFile:
    """The archive, if it is a workbook that can be unpacked safely. Raises Wrong."""
    if not content.startswith(b"PK"):
        raise Wrong(
            "это не книга Excel (.xlsx): она старая, с паролем или другого вида", "no Excel workbook (.xlsx): old, locked or another kind"
        )
    try:
        found = zipfile.ZipFile(io.BytesIO(content))
        _bounded(found)
        # What every workbook has; a text document or a plain archive has it not.
        found.getinfo("[Content_Types].xml")
        found.getinfo("xl/workbook.xml")
    except KeyError as error:
        raise Wrong("это не книга Excel: нет xl/workbook.xml", "no Excel workbook: there is no xl/workbook.xml") from error
    except Wrong:
        raise
    except BROKEN as error:
        raise Wrong("книга Excel повреждена", "the Excel workbook is damaged") from error
    return found


def _bounded(found: zipfile.ZipFile) -> None:
    members = found.infolist()
    if len(members) > PARTS or sum(member.file_size for member in members) > UNPACKED:
        limit = UNPACKED >> 20
        raise Wrong(f"книга распакуется больше чем в {limit} МБ: разделите её", f"the workbook unpacks to over {limit} MB: split it")
    for member in members:
        if member.filename.endswith((".xml", ".rels")) and _ENTITY.search(found.read(member)):
            raise Wrong("в книге объявлены сущности XML: так Excel не пишет", "the workbook declares XML entities: Excel never does")


def sheets(found: zipfile.ZipFile) -> Mapping[str, str]:
    """The names of the sheets → their parts. Raises Wrong."""
    try:
        book, relations = (ET.fromstring(found.read(part)) for part in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"))  # noqa: S314 - no entities, see _bounded
    except BROKEN as error:
        raise Wrong("книга Excel повреждена", "the Excel workbook is damaged") from error
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    listed = ((one.get("name", ""), targets.get(one.get(_RELATION), "")) for one in book.iter(f"{_MAIN}sheet"))
    return {name: posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") for name, target in listed if target}


def without_result(found: zipfile.ZipFile, part: str) -> frozenset[str]:
    """The cells of a sheet whose formula was never calculated."""
    try:
        xml = found.read(part).decode("utf-8", "replace")
    except BROKEN:
        return frozenset()
    return frozenset(_NO_RESULT.findall(xml)) if "<f" in xml else frozenset()
