"""CSV: a record a row, keys in the first row; commas, semicolons or tabs are found out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from replylint.model import Origin, Problem, Record
from replylint.sources.cells import delimiter, literal, placed_cell
from replylint.sources.grid import HEADER_WITHIN, Header, header, rows, wanted
from replylint.sources.reading import Reading, Wrong

__all__ = ["literal", "read"]

RESTARTS = 200_000
"""Lines that may be read again below broken rows, before a file is given up."""
_EXCEL_FIRST = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)


class Row(NamedTuple):
    """A row: the number of its first line, its cells (or what is wrong), where it begins and how it is written."""

    number: int
    cells: list[str] | Wrong
    start: int = 0
    raw: str = ""

    def blank(self) -> bool:
        """Whether nothing is written."""
        return not isinstance(self.cells, Wrong) and not any(cell.strip() for cell in self.cells)


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of the rows; a broken row is told, the others are checked."""
    # A cell may be as long as the file: its length is judged with the reply, not here.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    excel = _EXCEL_FIRST.match(text)
    lines = io.StringIO(text, newline="").readlines()
    sign = excel.group(1) if excel else delimiter(lines, wanted(reading))
    table = _rows(lines, 1 if excel else 0, sign)
    try:
        head = _header(table, reading)
    except Wrong as wrong:
        yield wrong.at(Origin(name), reading)
        return
    empty = True
    for row in table:
        if not row.blank():
            empty = False
            yield from _records(row, head, sign, Origin(name, f"row {row.number}", row.number), reading)
    if empty:
        yield reading.problem(name, "в таблице нет строк с ответами", "no rows with replies in the table")


def _header(table: Iterator[Row], reading: Reading) -> Header:
    """The header: the first row that has a wanted column (a title may stand above it). Raises Wrong with its line."""
    first = Row(1, [])
    for row in table:
        first = row if first.blank() else first
        if isinstance(row.cells, Wrong) or row.number > HEADER_WITHIN:
            break
        if set(wanted(reading)) & {cell.strip() for cell in row.cells}:
            first = row
            break
    try:
        if isinstance(first.cells, Wrong):
            raise first.cells
        return header(first.cells, reading)
    except Wrong as wrong:
        wrong.place = f"row {first.number}"
        raise


def _rows(lines: Sequence[str], start: int, sign: str) -> Iterator[Row]:
    """Rows; below a broken one reading starts anew."""
    left = RESTARTS
    starts = [0, *accumulate(map(len, lines))]
    while start < len(lines) and left > 0:
        reader = csv.reader((lines[n] for n in range(start, len(lines))), delimiter=sign, strict=True)
        above = 0
        try:
            for row in reader:
                yield Row(start + above + 1, row, starts[start + above], "".join(lines[start + above : start + reader.line_num]))
                above = reader.line_num
        except csv.Error as error:
            yield Row(start + above + 1, _broken(str(error), sign))
            left -= reader.line_num - above
            start += above + 1
        else:
            return
    if start < len(lines):
        yield Row(start + 1, Wrong("слишком много незакрытых кавычек: дальше не читается", "too many open quotes: reading ends here"))


def _broken(error: str, delimiter: str) -> Wrong:
    if "unexpected end" in error:
        return Wrong("кавычка не закрыта", "the quote is not closed")
    if "expected after" in error:
        return Wrong(
            f"после закрывающей кавычки нужен «{delimiter}»: кавычки внутри текста удваивают", f"{error}: double quotes inside a text"
        )
    return Wrong(f"строка CSV не читается: {error}", f"the CSV row cannot be read: {error}")


def _records(row: Row, head: Header, sign: str, origin: Origin, reading: Reading) -> Iterator[Record | Problem]:
    cells = row.cells
    if isinstance(cells, Wrong):
        yield cells.at(origin, reading)
    elif any(cell.strip() for cell in cells[len(head.names) :]):
        wrong = Wrong(
            f"ячеек больше, чем столбцов: {len(cells)} вместо {len(head.names)}; текст с разделителем берут в кавычки",
            f"{len(cells)} cells for {len(head.names)} columns; a text with the delimiter wants quotes",
        )
        yield wrong.at(origin, reading)
    else:
        known: list[str] = list(cells)
        for column in head.replies:
            if column.number < len(cells):
                known[column.number] = placed_cell(cells[column.number], row.raw, sign, column.number, row.number, row.start)
        yield from rows(known, head, lambda _: origin, reading)
