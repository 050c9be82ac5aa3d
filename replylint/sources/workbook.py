"""Excel workbooks (.xlsx): a record a row, sheet and column by name, formulas by their result."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from replylint.model import Origin, Problem, Record
from replylint.sources.grid import HEADER_WITHIN, Header, blank, header, rows, wanted
from replylint.sources.reading import Reading, Wrong
from replylint.sources.workbookparts import archive, sheets, without_result

ROWS = 1_048_576
CELLS = 5_000_000
"""Cells of a sheet, blank ones too: a hostile file puts one sign far to the right in every row."""
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!")

Row = tuple[int, Sequence[Any]]


def read(content: bytes, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a workbook."""
    try:
        found = archive(content)
        parts = sheets(found)
        chosen = _chosen(list(parts), reading)
        tables = _tables(content, chosen)
        yield from _records(tables, found, parts, name, reading)
    except Wrong as wrong:
        yield wrong.at(Origin(name), reading)


def _chosen(names: list[str], reading: Reading) -> list[str]:
    """The sheets that are read. Raises Wrong for one that is not there."""
    absent = next((name for name in reading.sheets if name not in names), "")
    if absent:
        listed = ", ".join(one[:40] for one in names[:8])
        raise Wrong(f"нет листа «{absent}» (есть {listed})", f"no sheet “{absent}” (there are {listed})")
    return [name for name in names if name in reading.sheets] if reading.sheets else names


def _tables(content: bytes, names: list[str]) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each sheet with its rows. Raises Wrong where the file is damaged."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # It warns of styles and checks that it cannot keep; nothing is kept here.
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            sheets_by_name = {sheet.title: sheet for sheet in book.worksheets}
        except Exception as error:  # a damaged workbook raises whatever it meets
            raise _damaged() from error
        for name in names:
            # A sheet of charts has no cells.
            if name in sheets_by_name:
                yield name, _rows(sheets_by_name[name])


def _rows(sheet: Any) -> Iterator[Row]:
    """The rows, blank ones too. Raises Wrong."""
    cells = 0
    sheet.reset_dimensions()
    table = enumerate(sheet.iter_rows(values_only=True), 1)
    while True:
        try:
            number, row = next(table, (0, ()))
        except Exception as error:  # as above
            raise _damaged() from error
        cells += len(row)
        if number > ROWS or cells > CELLS:
            raise Wrong(f"лист «{sheet.title}» слишком велик", f"the sheet “{sheet.title}” is too large")
        if not number:
            return
        yield number, row


def _damaged() -> Wrong:
    return Wrong("книга Excel повреждена", "the Excel workbook is damaged")


def _records(
    tables: Iterator[tuple[str, Iterator[Row]]], found: zipfile.ZipFile, parts: Any, name: str, reading: Reading
) -> Iterator[Record | Problem]:
    """The records of all sheets that have the column; a problem where none has."""
    faults: list[Wrong] = []
    read_any = False
    for sheet, table in tables:
        try:
            head, at = _header(table, reading)
        except Wrong as wrong:
            if reading.sheets:
                yield wrong.at(Origin(name, sheet), reading)
            faults.append(wrong)
            continue
        read_any = True
        empty = True
        for item in _sheet(table, head, without_result(found, parts[sheet]), Origin(name, sheet, at), reading):
            empty = False
            yield item
        if empty:
            yield reading.problem(name, "на листе нет строк с ответами", "no rows with replies in the sheet", sheet)
    if not read_any and not reading.sheets:
        raise faults[0] if faults else Wrong("в книге нет листов", "no sheets in the workbook")


def _header(table: Iterator[Row], reading: Reading) -> tuple[Header, int]:
    """The header and its row. Raises Wrong: the fault of the first row that is not blank."""
    first: Sequence[Any] = ()
    for number, row in table:
        first = first if any(first) else row
        names = {str(cell).strip() for cell in row if cell is not None}
        if names.intersection(wanted(reading)):
            return header(row, reading), number
        if number > HEADER_WITHIN:
            break
    return header(first, reading), 1


def _sheet(table: Iterator[Row], head: Header, uncounted: frozenset[str], origin: Origin, reading: Reading) -> Iterator[Record | Problem]:
    for number, row in table:

        def cell(column: int, row_number: int = number) -> Origin:
            return origin._replace(place=f"{origin.place}!{_letters(column)}{row_number}", line=1)

        lost = next((one for one in head.replies if f"{_letters(one.number)}{number}" in uncounted), None)
        if lost:
            wrong = Wrong("у формулы нет результата: откройте книгу в Excel и сохраните", "the formula has no result: save it in Excel")
            yield wrong.at(cell(lost.number), reading)
            continue
        for item in () if all(map(blank, row)) else rows([_text(value) for value in row], head, cell, reading):
            if isinstance(item, Record) and item.reply in _ERRORS:
                yield Wrong(f"в ячейке ошибка {item.reply}", f"the cell holds the error {item.reply}").at(item.origin, reading)
            else:
                yield item


def _letters(column: int) -> str:
    """A column's letters: 0 is A, 27 is AB."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _text(value: Any) -> Any:
    """A cell as text: dates as ISO 8601, whole numbers without a fraction."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # Excel writes the CR of a line end so.
    return value.replace("_x000D_", "") if isinstance(value, str) else value
