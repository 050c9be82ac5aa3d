"""Tables of answers → rows: csv, xlsx and jsonl. What a cell says is text and stays text."""

from __future__ import annotations

import csv
import io
import json
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from replylint.errors import InputFault
from replylint.model import Problem
from replylint.sources.decode import decoded
from replylint.sources.files import Content
from replylint.sources.reading import Reading

SUFFIXES = {".csv": "csv", ".tsv": "csv", ".xlsx": "xlsx", ".jsonl": "jsonl", ".ndjson": "jsonl"}
DELIMITERS = ",;\t|"
LARGEST = 1 << 28
"""Bytes of an unpacked workbook at most."""


class Row(NamedTuple):
    """The cells of a row by the names of their columns, and where it stands; `problem`: why it cannot be read."""

    cells: Mapping[str, str]
    place: str
    problem: str = ""


def rows(content: Content, reading: Reading) -> list[Row]:
    """The rows of a table. Raises InputFault for a file that is no such table."""
    kind = SUFFIXES[content.suffix]
    if kind == "xlsx":
        return list(_named(_workbook(content, reading), "row"))
    text = decoded(content.content, content.name, reading)
    if isinstance(text, Problem):
        raise InputFault(text.message, path=content.name)
    return list(_lines(text, reading)) if kind == "jsonl" else list(_named(_csv(text), "row"))


def _named(table: Iterator[tuple[int, Sequence[str]]], word: str) -> Iterator[Row]:
    """Rows below a header. Columns of one name: the first that is filled counts."""
    _, header = next(table, (0, ()))
    names = [" ".join(cell.split()) for cell in header]
    for number, cells in table:
        if not any(cell.strip() for cell in cells):
            continue
        found: dict[str, str] = {}
        for name, cell in zip(names, cells, strict=False):
            if name and not found.get(name, "").strip():
                found[name] = cell
        yield Row(found, f"{word} {number}")


def _csv(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    head = "".join(text.split("\n", 1)[0].split('"')[::2])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count))
    above = 0
    for row in reader:
        if any(cell.strip() for cell in row):
            yield above + 1, row
        above = reader.line_num


def _lines(text: str, reading: Reading) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            tree = json.loads(line)
        except (ValueError, RecursionError):
            tree = None
        if isinstance(tree, dict):
            yield Row({str(name): _told(value) for name, value in tree.items()}, place)
        else:
            yield Row({}, place, "no JSON object" if reading.lang == "en" else "это не объект JSON")


def _told(value: Any) -> str:
    """A value as text: a list or mapping as JSON, so that `overrule` may be written as one."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return json.dumps(value, ensure_ascii=False)


def _workbook(content: Content, reading: Reading) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows of the first sheet that holds any. Formulas count as what they last gave, and are never worked out."""
    try:
        tables = _sheets(content.content)
    except Exception as error:  # a broken workbook fails in dozens of ways
        why = "cannot be read as xlsx" if reading.lang == "en" else "не читается как xlsx"
        raise InputFault(f"{why}: {type(error).__name__}", path=content.name) from error
    table = next((one for one in tables if any(any(row) for row in one)), [])
    for number, row in enumerate(table, 1):
        if any(cell is not None for cell in row):
            yield number, [_cell(cell) for cell in row]


def _sheets(content: bytes) -> list[list[Sequence[Any]]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST:
            raise MemoryError
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on styles that it does not know
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
