"""Ways out: report → text, one module a format. A format prints nothing and opens nothing."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from replylint.model import Report

FORMATS = {
    "full": "full",
    "concise": "concise",
    "grouped": "grouped",
    "json": "jsonreport",
    "json-lines": "jsonreport",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "markdown": "markdown",
    "html": "html",
}
"""Format → its module, imported when it is asked for: only `full` needs rich, only `html` Jinja2."""
STREAMS = ("full", "concise", "grouped", "github")
"""Lines for people and logs: several of them may follow one another on stdout."""


class Look(NamedTuple):
    """How a report looks. `width` in columns; `unicode_ok`: whether the console shows bars and «quotes»."""

    width: int = 80
    color: bool = False
    verbosity: int = 0
    statistics: bool = False
    unicode_ok: bool = True
    fail_on: str = "minor"
    """The severity from which a draft fails, where a format has passes and failures; "never" for none."""


def render(report: Report, format: str, look: Look) -> str:  # noqa: A002  # the field's word
    """The report in a format. Raises KeyError for an unknown one."""
    text = import_module(f"replylint.output.{FORMATS[format]}").render(report, format, look)
    assert isinstance(text, str)
    return text
