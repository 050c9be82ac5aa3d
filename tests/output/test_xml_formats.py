"""JUnit against the XSD of Jenkins; Checkstyle read back."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from handmade import bad, finding, price, report, scored
from hostile import REPORTS
from lxml import etree

from replylint.model import Origin, Problem, Span
from replylint.output import Look, render

XSD = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas" / "junit-10.xsd")))


def junit(made, **look):
    text = render(made, "junit", Look(**look)).encode("utf-8")
    XSD.assertValid(etree.fromstring(text))
    return ET.fromstring(text)


def checkstyle(made):
    return ET.fromstring(render(made, "checkstyle", Look()).encode("utf-8"))


@pytest.mark.parametrize("kind", REPORTS)
def test_valid_and_counted(kind):
    root = junit(REPORTS[kind])
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
    assert int(root.get("tests")) == len(root.findall("*/testcase"))
    assert int(root.get("failures")) == len(root.findall("*/*/failure"))
    assert int(root.get("errors")) == len(root.findall("*/*/error")) == len(REPORTS[kind].problems)


def test_a_case_a_draft_with_one_failure_that_lists_all():
    root = junit(report(price(), bad()))
    assert [suite.get("name") for suite in root] == ["<text>", "черновики/возврат.txt"]
    failure = root.find("testsuite/testcase/failure")
    assert failure.get("message") == "4 замечания, оценка 30"
    assert failure.get("type") == "major"
    assert failure.text.count("[") == 4
    assert "50 000 рублей с доставкой" in failure.text


def test_what_does_not_reach_the_gate_does_not_fail():
    made = report(
        scored("а", [finding("x", "info", "м", Span(0, 1)), finding("y", "minor", "м", Span(0, 1), suppressed="так надо")], [0, 0])
    )
    root = junit(made)
    assert root.find(".//failure") is None
    assert "так надо" in root.find(".//system-out").text
    assert junit(made, fail_on="info").find(".//failure") is not None
    assert junit(report(bad()), fail_on="never").find(".//failure") is None
    assert junit(report(price()), fail_on="critical").find(".//failure") is None


def test_a_reply_that_could_not_be_judged_is_told_once():
    root = junit(REPORTS["unscored"])
    assert [case.get("name") for case in root.iter("testcase")] == ["row 9"]
    assert root.find(".//error").get("message") == "не на русском (row 9)"


def test_nothing_is_lost_in_xml():
    for root in (junit(REPORTS["nasty"]), checkstyle(REPORTS["nasty"])):
        told = "".join(root.itertext()) + "".join(value for element in root.iter() for value in element.attrib.values())
        for piece in ("]]>", "<script>", "--><b>", "\\x00", "\\ufffe", "\\ud800", "\\u202e", "🙏🏽"):
            assert piece in told


def test_checkstyle_errors():
    root = checkstyle(report(price(), bad(), problems=[Problem("a.csv", "кавычка не закрыта", "row 3")]))
    files = {file.get("name"): [error.attrib for error in file] for file in root}
    assert list(files) == ["<text>", "черновики/возврат.txt", "a.csv"]
    assert files["a.csv"] == [{"line": "3", "severity": "error", "message": "кавычка не закрыта (row 3)", "source": "replylint.problem"}]
    first = files["черновики/возврат.txt"][0]
    assert (first["line"], first["column"], first["severity"], first["source"]) == ("4", "14", "error", "replylint.customer-name-wrong")
    assert {error["severity"] for errors in files.values() for error in errors} == {"error", "warning", "info"}


def test_replies_of_one_file_stand_together():
    rows = [scored("да", [finding("x", "minor", "м", Span(0, 2))], [10], origin=Origin("a.csv", f"row {n}")) for n in (2, 3)]
    (file,) = checkstyle(report(*rows))
    assert [error.get("line") for error in file] == ["2", "3"]
    (suite,) = junit(report(*rows))
    assert [case.get("name") for case in suite] == ["row 2", "row 3"]
