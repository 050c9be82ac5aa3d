"""YAML: a mapping is one record, a list holds records. Every value is text."""

from __future__ import annotations

from collections.abc import Iterator

from replylint import yamltext
from replylint.errors import InputFault
from replylint.model import Problem, Record
from replylint.sources.jsontree import records
from replylint.sources.making import Reading


def read(text: str, name: str, reading: Reading) -> Iterator[Record | Problem]:
    """The records of a YAML file."""
    try:
        node = yamltext.read(text.removeprefix("\ufeff"), name, InputFault)
    except InputFault as fault:
        where_ru = f"строка {fault.line}: " if fault.line else ""
        hint = f" ({fault.hint})" if fault.hint else ""
        yield reading.problem(name, f"{where_ru}{fault.message}{hint}", f"line {fault.line}: broken YAML{hint}")
        return
    yield from records(yamltext.plain(node), name, reading)
