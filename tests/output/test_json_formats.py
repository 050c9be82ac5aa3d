"""GitLab's Code Quality and reviewdog's rdjson, read back."""

import json

import pytest
from handmade import at, bad, finding, report, scored
from hostile import REPORTS
from jsonschema import Draft7Validator

from replylint.model import Edit, Fix, Origin, Span
from replylint.output import Look, render

POSITION = {"type": "object", "required": ["line"], "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}, "additionalProperties": False}  # fmt: skip
RANGE = {"type": "object", "required": ["start"], "properties": {"start": POSITION, "end": POSITION}, "additionalProperties": False}
SEVERITY = {"enum": ["ERROR", "WARNING", "INFO"]}
DIAGNOSTIC = {
    "type": "object", "required": ["message", "location", "severity", "code"], "additionalProperties": False,
    "properties": {
        "message": {"type": "string", "minLength": 1}, "severity": SEVERITY, "code": {"type": "object", "required": ["value"]},
        "location": {"type": "object", "required": ["path"], "properties": {"path": {"type": "string"}, "range": RANGE}, "additionalProperties": False},
        "suggestions": {"type": "array", "items": {"type": "object", "required": ["range", "text"], "properties": {"range": RANGE}}},
    },
}  # fmt: skip
RDJSON = Draft7Validator({
    "type": "object", "required": ["source", "diagnostics"], "additionalProperties": False,
    "properties": {"source": {"type": "object"}, "severity": SEVERITY, "diagnostics": {"type": "array", "items": DIAGNOSTIC}},
})  # fmt: skip
"""The messages of reviewdog.proto."""
GITLAB = Draft7Validator({
    "type": "array",
    "items": {
        "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"required": ["path", "lines"], "properties": {"lines": {"required": ["begin"], "properties": {"begin": {"minimum": 1}}}}},
        },
    },
})  # fmt: skip
"""What GitLab's documentation asks for."""


def gitlab(made):
    tree = json.loads(render(made, "gitlab", Look()))
    GITLAB.validate(tree)
    return tree


def rdjson(made):
    tree = json.loads(render(made, "rdjson", Look()))
    RDJSON.validate(tree)
    return tree


@pytest.mark.parametrize("kind", REPORTS)
def test_gitlab(kind):
    tree = gitlab(REPORTS[kind])
    assert len({entry["fingerprint"] for entry in tree}) == len(tree)
    assert not any(entry["location"]["path"].startswith("./") for entry in tree)


def test_gitlab_severities_and_lines():
    tree = gitlab(report(bad()))
    assert {entry["severity"] for entry in tree} == {"info", "minor", "major", "critical"}
    assert tree[0]["location"] == {"path": "черновики/возврат.txt", "lines": {"begin": 4, "end": 4}}
    assert [entry["severity"] for entry in gitlab(REPORTS["only problems"])] == ["blocker", "blocker"]
    assert gitlab(report()) == []


@pytest.mark.parametrize("kind", REPORTS)
def test_rdjson(kind):
    assert ("severity" in rdjson(REPORTS[kind])) == (kind not in ("empty", "clean"))


def applied(reply, suggestion):
    """A suggestion applied as reviewdog does: lines, and columns in bytes."""
    lines = reply.encode().splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    start, end = (starts[p["line"] - 1] + p["column"] - 1 for p in (suggestion["range"]["start"], suggestion["range"]["end"]))
    return (reply.encode()[:start] + suggestion["text"].encode() + reply.encode()[end:]).decode()


def test_suggestions_mend_by_bytes():
    reply = "🙏🏽 да\r\nМы, ёж, осуществим возврат денежных средств."
    fix = Fix((Edit(at(reply, "денежных средств"), "деньги"), Edit(at(reply, "осуществим возврат"), "вернём")), safe=True)
    made = scored(reply, [finding("x", "minor", "м", at(reply, "осуществим"), fix=fix)], [10], origin=Origin("a.txt"))
    (diagnostic,) = rdjson(report(made))["diagnostics"]
    assert applied(reply, diagnostic["suggestions"][0]) == "🙏🏽 да\r\nМы, ёж, вернём деньги."
    assert diagnostic["location"]["range"]["start"] == {"line": 2, "column": 13}


def test_an_insertion_is_an_empty_range():
    fix = Fix((Edit(Span(0, 0), "Здравствуйте! "),), safe=True)
    made = scored("Да.", [finding("x", "minor", "м", Span(0, 0), fix=fix)], [10], origin=Origin("a.txt"))
    assert applied("Да.", rdjson(report(made))["diagnostics"][0]["suggestions"][0]) == "Здравствуйте! Да."
