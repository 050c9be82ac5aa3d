"""CSV: a record a row, keys in the first row; commas, semicolons or tabs are found out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from replylint.model import Origin, Problem, Record
from replylint.sources.making import Reading, record

DELIMITERS = ",;\t|"


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of the rows; a row with too many cells is told."""
    csv.field_size_limit(reading.max_chars * 4 + 65_536)
    text = text.removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = [cell.strip() for cell in next(rows, [])]
        fault = _header_fault(header, name, reading)
        if fault:
            yield fault
            return
        start = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _row(row, header, Origin(name, f"row {start}"), reading)
            start = rows.line_num + 1
    except csv.Error as error:
        place = f"row {rows.line_num}"
        yield reading.problem(name, f"строка CSV не читается: {error}", f"the CSV row cannot be read: {error}", place)


def _delimiter(text: str) -> str:
    """The sign that parts the cells of the header most often (outside quotes)."""
    head = text.split("\n", 1)[0]
    bare = "".join(head.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _header_fault(header: list[str], name: str, reading: Reading) -> Problem | None:
    wanted = reading.columns.get("reply", "reply")
    twice = next((cell for cell in header if cell and header.count(cell) > 1), "")
    if twice:
        return reading.problem(name, f"столбец «{twice}» повторяется", f"the column “{twice}” stands twice", "row 1")
    if wanted not in header:
        from replylint.yamltext import nearest

        near = nearest(wanted, header) or (header[0] if header else "")
        seen = ", ".join(header[:8])
        return reading.problem(
            name,
            f'нет столбца «{wanted}» (есть {seen}); назовите его: --column reply="{near}"',
            f'no column “{wanted}” (there are {seen}); name it: --column reply="{near}"',
            "row 1",
        )
    return None


def _row(row: list[str], header: list[str], origin: Origin, reading: Reading) -> Record | Problem:
    if len(row) > len(header):
        return reading.problem(
            origin.path,
            f"ячеек больше, чем столбцов: {len(row)} вместо {len(header)}",
            f"{len(row)} cells for {len(header)} columns",
            origin.place,
        )
    return record(dict(zip(header, row, strict=False)), origin, reading)
