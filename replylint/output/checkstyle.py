"""Checkstyle's XML, which many programs read: files with their errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replylint.model import Report, Severity
from replylint.output import Look
from replylint.output.items import Item, host_path, open_items, problem_line, problem_told
from replylint.output.safe import one_line
from replylint.output.xmltext import child, document

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LEVELS: dict[Severity, str] = {"critical": "error", "major": "error", "minor": "warning", "info": "info"}


def render(report: Report, _format: str, _look: Look) -> str:
    """An element a file, in the order of the replies; problems are errors."""
    root = child(None, "checkstyle", version="4.3")
    files: dict[str, Element] = {}
    for item in open_items(report):
        _add(_file(root, files, item.path), item)
    for problem in report.problems:
        parent = _file(root, files, host_path(problem.path))
        line = problem_line(problem) or 1
        child(parent, "error", line=line, severity="error", message=problem_told(problem), source="replylint.problem")
    return document(root)


def _file(root: Element, files: dict[str, Element], path: str) -> Element:
    if path not in files:
        files[path] = child(root, "file", name=path)
    return files[path]


def _add(parent: Element, item: Item) -> None:
    """Line 1 where the file has none: the message tells the place."""
    element = child(parent, "error", line=item.line or 1)
    if item.region:
        element.set("column", str(item.region.columns[0]))
    for name, value in (("severity", LEVELS[item.severity]), ("message", item.told()), ("source", f"replylint.{one_line(item.rule)}")):
        element.set(name, value)
