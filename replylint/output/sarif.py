"""SARIF 2.1.0, for code scanning: rules with their reasons, ranges in UTF-16, fingerprints, fixes, suppressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from replylint import __version__
from replylint.model import Origin, Problem, Report, Severity
from replylint.output import Look
from replylint.output.items import Item, Region, edit_region, file_line, host_path, items, problem_line, problem_told
from replylint.output.jsonreport import dump
from replylint.output.safe import one_line, safe

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MARK = "replylint/v1"
LEVELS: dict[Severity, str] = {"critical": "error", "major": "error", "minor": "warning", "info": "note"}
_DRIVE = re.compile(r"[A-Za-z]:/")
_LINK = re.compile(r"\](?=\()")


def render(report: Report, _format: str, _look: Look) -> str:
    """One run."""
    found = items(report)
    ids = sorted({item.rule for item in found})
    run = {
        "tool": {"driver": _driver(report, found, ids)},
        "invocations": [
            {"executionSuccessful": not report.problems, "toolExecutionNotifications": [_notification(p) for p in report.problems]}
        ],
        "language": report.language,
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(item, ids.index(item.rule)) for item in found],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _driver(report: Report, found: Sequence[Item], ids: Sequence[str]) -> dict[str, Any]:
    first: dict[str, Item] = {}
    for item in found:
        first.setdefault(item.rule, item)
    return {
        "name": "replylint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(first[name], report.rulebook.titles.get(name, name)) for name in ids],
        "properties": {"rulebook": {"name": report.rulebook.name, "hash": report.rulebook.hash}},
    }


def _rule(item: Item, title: str) -> dict[str, Any]:
    why = one_line(item.why) or title
    return {
        "id": item.rule,
        "shortDescription": _text(title),
        "fullDescription": _text(why),
        "help": _text(why),
        "properties": {"tags": [item.category]},
    }


def _result(item: Item, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": item.rule,
        "ruleIndex": index,
        "level": LEVELS[item.severity],
        "message": _text(item.told()),
        "locations": [_location(item.path, item.place, item.line, item.region)],
        "partialFingerprints": {MARK: item.mark},
        "properties": {"severity": item.severity, "cost": item.cost},
    }
    if item.suggestion:
        result["properties"]["suggestion"] = safe(item.suggestion)
    if item.related:
        result["relatedLocations"] = [_related(number, *entry) for number, entry in enumerate(item.related)]
    fixes = _fixes(item)
    if fixes:
        result["fixes"] = fixes
    if item.suppressed is not None:
        result["suppressions"] = [{"kind": "external", **({"justification": safe(item.suppressed)} if item.suppressed else {})}]
    return result


def _text(text: str) -> dict[str, str]:
    """A message; brackets before parentheses would be a link, whatever the draft says."""
    return {"text": _LINK.sub("] ", safe(text)) or "—"}


def _location(path: str, place: str, line: int | None, region: Region | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if region:
        physical["region"] = _region(region)
    elif line:
        physical["region"] = {"startLine": line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place:
        location["logicalLocations"] = [{"name": one_line(place), "fullyQualifiedName": f"{one_line(path)}#{one_line(place)}"}]
    return location


def _related(number: int, origin: Origin, region: Region | None) -> dict[str, Any]:
    line = region.line if region else file_line(origin)
    return {"id": number + 1, **_location(host_path(origin.path), origin.place, line, region)}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line, "startColumn": region.columns[1], "endLine": region.end_line, "endColumn": region.end_columns[1],
    }  # fmt: skip


def _fixes(item: Item) -> list[dict[str, Any]]:
    """The fix as replacements in the file; none where the file holds the reply in other signs."""
    if not item.fix or not item.region:
        return []
    replacements = [
        {"deletedRegion": _region(place), "insertedContent": {"text": edit.text}}
        for edit in item.fix.edits
        if (place := edit_region(item, edit))
    ]
    change = {"artifactLocation": {"uri": uri(item.path)}, "replacements": replacements}
    return [{"description": _text(item.message), "artifactChanges": [change]}]


def _notification(problem: Problem) -> dict[str, Any]:
    place = _location(host_path(problem.path), problem.place, problem_line(problem), None)
    return {"level": "error", "message": _text(problem_told(problem)), "locations": [place]}


def uri(path: str) -> str:
    """A path as a URI reference: relative as given, absolute with `file:`."""
    quoted = quote(path, safe="/:" if _DRIVE.match(path) else "/", errors="surrogatepass")
    if _DRIVE.match(path):
        return f"file:///{quoted}"
    return f"file://{quoted}" if path.startswith("/") else quoted
