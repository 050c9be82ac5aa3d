"""Ways out of `grade`: grades → text or bytes, one module a format. Nothing here opens a file."""

from __future__ import annotations

from importlib import import_module

from replylint.output import Look
from replylint.trainer.model import Grades

FORMATS = {"full": "terminal", "csv": "table", "xlsx": "workbook", "json": "tree", "person": "person"}
"""Format → its module, imported when it is asked for. `person`: one trainee's part for a terminal."""


def render(grades: Grades, format: str, look: Look) -> bytes:  # noqa: A002  # the field's word
    """The grades in a format, as bytes of UTF-8 (xlsx: of a workbook). Raises KeyError for an unknown one."""
    made = import_module(f"replylint.trainer.outputs.{FORMATS[format]}").render(grades, look)
    assert isinstance(made, str | bytes)
    return made if isinstance(made, bytes) else made.encode("utf-8", "backslashreplace")
