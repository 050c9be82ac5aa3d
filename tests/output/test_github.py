"""Annotations: read back as the runner reads them."""

import re

import pytest
from handmade import finding, price, report, scored
from hostile import REPORTS

from replylint.model import Origin, Problem, Span
from replylint.output import Look, render

COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>.*?))?::(?P<text>.*)")


def unescaped(text, signs):
    for sign in signs:
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text.replace("%25", "%")


def read(made, **look):
    """The annotations, and the other lines, as the runner parts them."""
    found, others = [], []
    for line in render(made, "github", Look(**look)).split("\n")[:-1]:
        command = COMMAND.fullmatch(line.lstrip())
        if not command:
            assert "##[" not in line
            others.append(line)
            continue
        properties = dict(part.split("=", 1) for part in (command["properties"] or "").split(",") if part)
        told = {name: unescaped(value, "\r\n:,") for name, value in properties.items()}
        found.append((command["name"], told, unescaped(command["text"], "\r\n")))
    return found, others


def several(count, severity="major"):
    reply = "да " * count
    return scored(reply, [finding(f"rule-{n}", severity, f"м{n}", Span(n * 3, n * 3 + 2)) for n in range(count)], [1] * count)


def test_a_finding():
    (first, *_), others = read(report(price()._replace(record=price().record._replace(origin=Origin("./a.txt", "", 4)))))
    assert first == (
        "error",
        {"file": "a.txt", "line": "4", "endLine": "4", "col": "1", "endColumn": "1", "title": "replylint: greeting-missing"},
        "Нет приветствия: начните с «Здравствуйте» и имени.",
    )
    assert others == ["1 ответ: 4 замечания, оценка 30"]
    assert read(report(price()), verbosity=-1)[1] == []


@pytest.mark.parametrize("kind", REPORTS)
def test_only_known_commands_and_as_many_as_there_are(kind):
    made = REPORTS[kind]
    found, _ = read(made)
    assert {name for name, _, _ in found} <= {"error", "warning", "notice", "group", "endgroup"}
    open_ones = sum(f.suppressed is None for c in made.checked for f in c.findings) + sum(f.suppressed is None for f in made.library)
    if "group" not in {name for name, _, _ in found}:
        assert len(found) == open_ones + len(made.problems)


def test_hostile_texts_come_back_as_they_were_but_for_escapes():
    found, _ = read(REPORTS["nasty"])
    told = "\n".join(text for _, _, text in found)
    for piece in ("::error file=x::да", "%0A::warning::x", "##[error]x", "\\x1b[31m"):
        assert piece in told
    assert any("a,b:c\\d" in properties.get("file", "") for _, properties, _ in found)


def test_worst_first():
    made = report(several(2, "info"), several(1, "critical"), several(2, "minor"))
    assert [name for name, _, _ in read(made)[0]] == ["error", "warning", "warning", "notice", "notice"]


def test_ten_of_a_level_and_what_was_cut_is_said():
    found, others = read(report(several(13), several(10, "minor")))
    errors = [entry for entry in found if entry[0] == "error"]
    assert len(errors) == 10
    assert errors[-1][2] == "Ещё 4: список — в журнале этого шага"
    assert len([entry for entry in found if entry[0] == "warning"]) == 10
    assert [line for line in others if "[rule-" in line] == [f"  <text>:1:{n * 3 + 1}: major [rule-{n}] м{n}" for n in range(9, 13)]


def test_problems_come_before_findings():
    found, _ = read(report(several(13), problems=[Problem("a.csv", "кавычка не закрыта", "row 3")]))
    assert found[0][1] == {"file": "a.csv", "line": "3", "title": "replylint: не проверено"}


def test_columns_only_on_one_line():
    reply = "раз\nдва"
    (first, *_), _ = read(report(scored(reply, [finding("x", "minor", "м", Span(1, 6))], [10], origin=Origin("a.txt"))))
    assert (first[1]["line"], first[1]["endLine"]) == ("1", "2")
    assert "col" not in first[1]
