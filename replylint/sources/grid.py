"""Rows of a table, from CSV or a workbook → records: one column with replies, or several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from replylint.model import Origin, Problem, Record
from replylint.sources.making import KEYS, missing, record
from replylint.sources.reading import Reading, Wrong

HEADER_WITHIN = 20
"""The header is looked for in so many rows: a title may stand above it."""


class Column(NamedTuple):
    """A column that holds replies: its number from 0, its name, how its cells are read."""

    number: int
    name: str
    reading: Reading


class Header(NamedTuple):
    """The first row: names of columns, and those that hold replies."""

    names: list[str]
    replies: tuple[Column, ...]


def wanted(reading: Reading) -> tuple[str, ...]:
    """The names of the columns that hold replies."""
    return reading.replies or (reading.columns.get("reply", "reply"),)


def header(row: Sequence[Any], reading: Reading) -> Header:
    """The header in a row. Raises Wrong where no reply has a column, or one that is used stands twice."""
    names = ["" if cell is None else str(cell).strip() for cell in row]
    ours = wanted(reading)
    used = {reading.columns.get(key, key) for key in KEYS if key != "reply"} | set(ours)
    twice = next((name for name in names if name in used and names.count(name) > 1), "")
    if twice:
        raise Wrong(f"столбец «{twice}» повторяется", f"the column “{twice}” stands twice")
    found = [name for name in ours if name in names]
    if not found:
        raise missing(ours[0], names)
    columns = (Column(names.index(name), name, reading._replace(columns={**reading.columns, "reply": name})) for name in found)
    return Header(names, tuple(columns))


def rows(cells: Sequence[Any], head: Header, origin: Callable[[int], Origin], reading: Reading) -> Iterator[Record | Problem]:
    """The records of a row; `origin` tells where the cell of a column is. Of several columns, blank cells are no replies."""
    several = len(head.replies) > 1 or bool(reading.replies)
    others = {column.name for column in head.replies}
    told = {name: cell for name, cell in zip(head.names, cells, strict=False) if name not in others}
    for column in head.replies:
        cell = cells[column.number] if column.number < len(cells) else None
        if several and blank(cell):
            continue
        yield record({**told, column.name: cell}, origin(column.number), column.reading, part=column.name if several else "")


def blank(cell: Any) -> bool:
    """Whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())
