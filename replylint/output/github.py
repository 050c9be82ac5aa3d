"""Annotations of GitHub Actions: workflow commands, worst first.

GitHub shows ten annotations of a level for a step and drops the rest in silence: from the eleventh on the tenth says
how many there are, and the log of the step lists them.
"""

from __future__ import annotations

from typing import NamedTuple

from replylint.model import Report, Severity
from replylint.output import Look
from replylint.output.items import Item, closing_line, host_path, open_items, problem_line, problem_told, worst_first
from replylint.output.safe import one_line, safe
from replylint.output.said import said

LEVELS: dict[Severity, str] = {"critical": "error", "major": "error", "minor": "warning", "info": "notice"}
SHOWN = 10


class Note(NamedTuple):
    """An annotation: its level, its properties, its text, and how the log says it."""

    level: str
    properties: tuple[tuple[str, str], ...]
    text: str
    logged: str


def render(report: Report, _format: str, look: Look) -> str:
    """At most ten annotations of a level, problems before findings; then what was cut, and a line that sums up."""
    texts = said(report.language)
    notes = [*_problems(report), *(_note(item, texts["better"]) for item in worst_first(open_items(report)))]
    lines: list[str] = []
    cut: list[Note] = []
    for level in ("error", "warning", "notice"):
        mine = [note for note in notes if note.level == level]
        rest = mine[SHOWN - 1 :] if len(mine) > SHOWN else []
        lines += [_command(note.level, note.properties, note.text) for note in mine[: len(mine) - len(rest)]]
        if rest:
            lines.append(_command(level, (("title", "replylint"),), texts["cut"].format(n=len(rest))))
            cut += rest
    if cut:
        lines += [
            _command("group", (), texts["cut_list"].format(n=len(cut))),
            *(f"  {_plain(note.logged)}" for note in cut),
            "::endgroup::",
        ]
    if look.verbosity >= 0:
        lines.append(_plain(closing_line(report)))
    return "".join(f"{line}\n" for line in lines)


def _problems(report: Report) -> list[Note]:
    title = f"replylint: {said(report.language)['problem']}"
    notes = []
    for problem in report.problems:
        path, line, told = host_path(problem.path), problem_line(problem), problem_told(problem)
        place = (*_file(path), *((("line", str(line)),) if line else ()), ("title", title))
        notes.append(Note("error", place, told, f"{one_line(path)}: {told}"))
    return notes


def _note(item: Item, better: str) -> Note:
    text = item.told()
    if item.suggestion:
        text += "\n" + better.format(text=safe(item.suggestion))
    spot = ":".join(str(part) for part in (one_line(item.path), item.line, item.region.columns[0] if item.region else None) if part)
    logged = f"{spot}: {item.severity} [{one_line(item.rule)}] {item.told()}"
    return Note(LEVELS[item.severity], (*_file(item.path), *_lines(item), ("title", f"replylint: {item.rule}")), text, logged)


def _file(path: str) -> tuple[tuple[str, str], ...]:
    """Nothing for a text that is no file (`<stdin>`)."""
    return () if path.startswith("<") else (("file", path),)


def _lines(item: Item) -> tuple[tuple[str, str], ...]:
    """Lines, and columns where the range is on one line: GitHub takes no others."""
    if not item.region:
        return (("line", str(item.line)),) if item.line else ()
    lines = ("line", str(item.region.line)), ("endLine", str(item.region.end_line))
    if item.region.line != item.region.end_line:
        return lines
    start, end = item.region.columns[0], item.region.end_columns[0]
    return (*lines, ("col", str(start)), ("endColumn", str(max(start, end))))


def _command(level: str, properties: tuple[tuple[str, str], ...], text: str) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in properties)
    return f"::{level}{' ' if told else ''}{told}::{_data(text)}"


def _data(text: str) -> str:
    return safe(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(line: str) -> str:
    """A line of the log that is no command, whatever a path or a draft says."""
    told = line.lstrip().replace("##[", "## [")
    return f"· {told}" if told.startswith("::") else told
