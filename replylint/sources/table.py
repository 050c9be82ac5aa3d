"""CSV: a record a row, keys in the first row; commas, semicolons or tabs are found out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from replylint.model import Origin, Problem, Record
from replylint.sources.grid import Header, header, rows
from replylint.sources.reading import Reading, Wrong

DELIMITERS = ",;\t|"
RESTARTS = 200_000
"""Lines that may be read again below broken rows, before a file is given up."""
_EXCEL_FIRST = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)

Row = list[str] | Wrong


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of the rows; a broken row is told, the others are checked."""
    # A cell may be as long as the file: its length is judged with the reply, not here.
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    excel = _EXCEL_FIRST.match(text)
    lines = io.StringIO(text, newline="").readlines()
    table = _rows(lines, 1 if excel else 0, excel.group(1) if excel else _delimiter(text))
    number, first = next(table, (1, []))
    try:
        if isinstance(first, Wrong):
            raise first
        head = header(first, reading)
    except Wrong as wrong:
        yield wrong.at(Origin(name, f"row {number}"), reading)
        return
    empty = True
    for number, row in table:
        if isinstance(row, Wrong) or any(cell.strip() for cell in row):
            empty = False
            yield from _record(row, head, Origin(name, f"row {number}", number), reading)
    if empty:
        yield reading.problem(name, "в таблице нет строк с ответами", "no rows with replies in the table")


def _delimiter(text: str) -> str:
    """The sign that parts the cells of the header most often (outside quotes)."""
    head = text.split("\n", 1)[0]
    bare = "".join(head.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _rows(lines: Sequence[str], start: int, delimiter: str) -> Iterator[tuple[int, Row]]:
    """Rows, each with the number of its first line; below a broken one reading starts anew."""
    left = RESTARTS
    while start < len(lines) and left > 0:
        reader = csv.reader((lines[n] for n in range(start, len(lines))), delimiter=delimiter, strict=True)
        above = 0
        try:
            for row in reader:
                yield start + above + 1, row
                above = reader.line_num
        except csv.Error as error:
            yield start + above + 1, _broken(str(error), delimiter)
            left -= reader.line_num - above
            start += above + 1
        else:
            return
    if start < len(lines):
        yield start + 1, Wrong("слишком много незакрытых кавычек: дальше не читается", "too many open quotes: reading ends here")


def _broken(error: str, delimiter: str) -> Wrong:
    if "unexpected end" in error:
        return Wrong("кавычка не закрыта", "the quote is not closed")
    if "expected after" in error:
        return Wrong(
            f"после закрывающей кавычки нужен «{delimiter}»: кавычки внутри текста удваивают", f"{error}: double quotes inside a text"
        )
    return Wrong(f"строка CSV не читается: {error}", f"the CSV row cannot be read: {error}")


def _record(row: Row, head: Header, origin: Origin, reading: Reading) -> Iterator[Record | Problem]:
    if isinstance(row, Wrong):
        yield row.at(origin, reading)
    elif any(cell.strip() for cell in row[len(head.names) :]):
        wrong = Wrong(
            f"ячеек больше, чем столбцов: {len(row)} вместо {len(head.names)}; текст с разделителем берут в кавычки",
            f"{len(row)} cells for {len(head.names)} columns; a text with the delimiter wants quotes",
        )
        yield wrong.at(origin, reading)
    else:
        yield from rows(row, head, lambda _: origin, reading)
