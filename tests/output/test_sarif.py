"""SARIF: valid, ranges that mark the words in UTF-16, fixes that mend, fingerprints that differ."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from handmade import at, bad, finding, many, price, report, scored
from hostile import REPORTS, everything
from jsonschema import Draft7Validator

from replylint.fixing import mend
from replylint.model import Edit, Fix, Origin, Span
from replylint.output import Look, render
from replylint.output.sarif import uri

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALID = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)


def run(made):
    tree = json.loads(render(made, "sarif", Look()))
    assert [error.message for error in VALID.iter_errors(tree)] == []
    (only,) = tree["runs"]
    return only


def cut(reply, region, above=0):
    """The words of a region, by lines and UTF-16 columns as SARIF has them."""
    lines = reply.splitlines(keepends=True) or [""]
    starts = [sum(len(line.encode("utf-16-le")) // 2 for line in lines[:n]) for n in range(len(lines) + 1)]
    start = starts[region["startLine"] - 1 - above] + region["startColumn"] - 1
    end = starts[region["endLine"] - 1 - above] + region["endColumn"] - 1
    return reply.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le")


@pytest.mark.parametrize("kind", REPORTS)
def test_valid(kind):
    run(REPORTS[kind])


def test_the_schema_would_complain():
    assert list(VALID.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))


def test_regions_mark_the_words_whatever_stands_before_them():
    for checked in (bad(), price()):
        above = checked.record.origin.line - 1
        for result, found in zip(run(report(checked))["results"], sorted(checked.findings, key=lambda f: f.span), strict=True):
            region = result["locations"][0]["physicalLocation"]["region"]
            assert cut(checked.record.reply, region, above) == checked.record.reply[slice(*found.span)]


def test_emoji_count_two():
    reply = "да\r\n🙏🏽 плохо"
    result = run(report(scored(reply, [finding("x", "minor", "м", at(reply, "плохо"))], [10])))["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 11}


def test_fixes_mend():
    checked = bad()
    reply, above = checked.record.reply, checked.record.origin.line - 1
    fixed = [f for f in sorted(checked.findings, key=lambda f: f.span) if f.fix]
    results = [result for result in run(report(checked))["results"] if "fixes" in result]
    for result, found in zip(results, fixed, strict=True):
        (change,) = result["fixes"][0]["artifactChanges"]
        for replacement, edit in zip(change["replacements"], found.fix.edits, strict=True):
            assert cut(reply, replacement["deletedRegion"], above) == reply[slice(*edit.span)]
            assert replacement["insertedContent"]["text"] == edit.text
    assert mend(reply, tuple(fixed), unsafe=True).text != reply


def test_rules_have_titles_and_reasons():
    only = run(report(price()))
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule["id"] for rule in rules)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in only["results"])
    greeting = next(rule for rule in rules if rule["id"] == "greeting-missing")
    assert greeting["help"]["text"].startswith("Люди пишут")
    assert greeting["shortDescription"]["text"] == "Нет приветствия"


def test_levels():
    levels = {result["properties"]["severity"]: result["level"] for result in run(many())["results"]}
    assert levels == {"critical": "error", "major": "error", "minor": "warning", "info": "note"}


def test_fingerprints_differ_and_do_not_hang_on_lines():
    marks = [result["partialFingerprints"]["replylint/v1"] for result in run(REPORTS["twice"])["results"]]
    assert len(set(marks)) == len(marks)
    moved = bad()._replace(record=bad().record._replace(origin=Origin("черновики/возврат.txt", "", 40)))
    assert [r["partialFingerprints"] for r in run(report(bad()))["results"]] == [
        r["partialFingerprints"] for r in run(report(moved))["results"]
    ]


def test_suppressions_have_their_reason():
    (hushed, *_) = [result for result in run(everything("так надо"))["results"] if result["ruleId"] == "hushed"]
    assert hushed["suppressions"] == [{"kind": "external", "justification": "так надо"}]


def test_a_cell_is_a_logical_location_and_gets_no_fix():
    result = next(r for r in run(everything("т"))["results"] if "Лист1!B7" in str(r) and r["ruleId"] == "bad-words")
    location = result["locations"][0]
    assert location["logicalLocations"][0]["name"] == "Лист1!B7 т"
    assert "region" not in location["physicalLocation"]
    assert "fixes" not in result
    assert "Лист1!B7" in result["message"]["text"]


def test_a_row_has_a_line_without_columns():
    reply = "плохо"
    fix = Fix((Edit(Span(0, 5), "лучше"),), safe=True)
    made = scored(reply, [finding("x", "minor", "м", Span(0, 5), fix=fix)], [10], origin=Origin("a.csv", "row 7"))
    result = run(report(made))["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert "fixes" not in result


def test_problems_are_notifications():
    (invocation,) = run(REPORTS["only problems"])["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [entry["level"] for entry in invocation["toolExecutionNotifications"]] == ["error", "error"]
    assert run(REPORTS["clean"])["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_message_is_no_link():
    for result in run(REPORTS["nasty"])["results"]:
        assert "](" not in result["message"]["text"]


@pytest.mark.parametrize("path", ["a b.txt", "шаблоны/ё#1?.txt", "50%.txt", "а:б.txt", "\x1b.txt"])
def test_uris_come_back(path):
    assert uri(path).isascii()
    assert unquote(uri(path)) == path


def test_absolute_paths():
    assert uri("/tmp/a.txt") == "file:///tmp/a.txt"
    assert uri("C:/тест/a.txt").startswith("file:///C:/%")


def test_library_findings_name_all_their_places():
    result = next(r for r in run(REPORTS["library"])["results"] if r["ruleId"] == "near-duplicate")
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%D0%B1.txt"
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 3
