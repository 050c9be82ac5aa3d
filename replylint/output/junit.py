"""JUnit's XML: a suite a file, a test case a draft. Findings at or above the gate fail it; what was not checked is an error."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from replylint.model import Checked, Problem, Report
from replylint.output import Look
from replylint.output.items import RANK, Item, host_path, items, problem_told
from replylint.output.safe import one_line, safe
from replylint.output.said import said
from replylint.output.xmltext import child, document
from replylint.words import words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def render(report: Report, _format: str, look: Look) -> str:
    """Suites in the order of the files; the findings about a library are a suite of their own."""
    root = child(None, "testsuites", name="replylint")
    suites: dict[str, Element] = {}
    found = items(report)
    mine: dict[int, list[Item]] = {}
    for item in found:
        mine.setdefault(id(item.checked), []).append(item)
    problems = {(problem.path, problem.place) for problem in report.problems}
    for checked in report.checked:
        origin = checked.record.origin
        if checked.score or (origin.path, origin.place) not in problems:
            _draft(_suite(root, suites, host_path(origin.path)), checked, mine.get(id(checked), []), report, look)
    for problem in report.problems:
        _problem(_suite(root, suites, host_path(problem.path)), problem)
    for item in found:
        if not item.checked:
            case = child(_suite(root, suites, said(report.language)["library"]), "testcase", name=item.told(), classname=item.rule)
            _told(case, [item], one_line(item.message), report, look)
    _count(root, list(suites.values()))
    return document(root)


def _suite(root: Element, suites: dict[str, Element], name: str) -> Element:
    if name not in suites:
        suites[name] = child(root, "testsuite", name=one_line(name))
    return suites[name]


def _draft(suite: Element, checked: Checked, found: list[Item], report: Report, look: Look) -> None:
    own, record = words(report.language), checked.record
    name = one_line(record.id or record.origin.place or host_path(record.origin.path))
    case = child(suite, "testcase", name=name, classname=one_line(host_path(record.origin.path)))
    count = sum(item.suppressed is None for item in found)
    score = f", {own.text['score']} {checked.score.value}" if checked.score else ""
    _told(case, found, own.amount(count, "finding") + score, report, look)


def _told(case: Element, found: list[Item], message: str, report: Report, look: Look) -> None:
    """One failure: programs that read JUnit show the first only. What does not fail the case is its output."""
    failing = [item for item in found if item.suppressed is None and _fails(item, look.fail_on)]
    if failing:
        worst = max((item.severity for item in failing), key=RANK.__getitem__)
        child(case, "failure", _listed(failing, report), message=message, type=worst)
    others = [item for item in found if item not in failing]
    if others:
        child(case, "system-out", _listed(others, report))


def _fails(item: Item, gate: str) -> bool:
    return gate in RANK and RANK[item.severity] >= RANK[gate]


def _listed(found: list[Item], report: Report) -> str:
    texts = said(report.language)
    lines = []
    for item in found:
        column = f"{item.region.columns[0]}: " if item.region else ""
        spot = f"{item.line}:{column or ' '}" if item.line else ""
        lines.append(f"{spot}{item.severity} [{one_line(item.rule)}] {item.told()}")
        if item.suggestion:
            lines.append(f"  {texts['better'].format(text=safe(item.suggestion))}")
        if item.suppressed is not None:
            lines.append(f"  {texts['suppressed']}{f': {one_line(item.suppressed)}' if item.suppressed else ''}")
    return "\n".join(lines)


def _problem(suite: Element, problem: Problem) -> None:
    path = one_line(host_path(problem.path))
    case = child(suite, "testcase", name=one_line(problem.place) or path, classname=path)
    child(case, "error", problem_told(problem), message=problem_told(problem), type="problem")


def _count(root: Element, suites: list[Element]) -> None:
    total: Counter[str] = Counter()
    for suite in suites:
        numbers = {"tests": len(suite), "failures": len(suite.findall("*/failure")), "errors": len(suite.findall("*/error"))}
        for name, number in numbers.items():
            suite.set(name, str(number))
        total.update(numbers)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(total[name]))
