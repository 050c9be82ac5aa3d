"""JSON, version 1: the shape of interface.md §4, and places."""

import json

from handmade import at, bad, finding, good, long_line, many, price, report, scored, unscored

from replylint.model import Finding, LibraryFinding, Origin, Place, Problem, Record, Span
from replylint.output import Look, render

TOP = ["version", "replylint", "rulebook", "drafts", "library", "problems", "summary"]
DRAFT = ["id", "path", "place", "score", "raw_score", "band", "coverage", "context", "categories", "findings", "not_applicable"]
FINDING = (
    "rule category severity cost message why quote start end line column end_line end_column utf16_column fix suggestion suppressed"
).split()


def read(made):
    return json.loads(render(made, "json", Look()))


def test_keys_and_their_order():
    tree = read(report(price()))
    assert list(tree) == TOP
    assert list(tree["rulebook"]) == ["name", "hash", "rules"]
    assert list(tree["drafts"][0]) == DRAFT
    assert list(tree["drafts"][0]["findings"][0]) == FINDING
    assert list(tree["summary"]) == ["drafts", "findings", "mean_score", "bands", "problems"]


def test_values_of_a_price_reply():
    draft = read(report(price()))["drafts"][0]
    assert (draft["score"], draft["raw_score"], draft["band"], draft["id"]) == (30, 30, "block", "<text>")
    assert draft["context"]["intent"] == {"value": "price", "guessed": "sure"}
    assert draft["context"]["mood"] == {"value": None, "guessed": None}
    assert draft["categories"] == [{"id": "dialogue", "lost": 40}, {"id": "contact", "lost": 30}]
    greeting = draft["findings"][0]
    assert greeting["fix"] == {"safe": True, "edits": [{"start": 0, "end": 0, "text": "Здравствуйте, Михаил! "}]}
    assert (greeting["quote"], greeting["line"], greeting["column"], greeting["suppressed"]) == ("", 1, 1, None)


def test_costs_add_up():
    for checked in (price(), bad(), long_line()):
        draft = read(report(checked))["drafts"][0]
        lost = sum(item["cost"] for item in draft["findings"])
        assert lost == 100 - draft["score"] == sum(entry["lost"] for entry in draft["categories"])


def test_quote_is_the_span_of_the_reply():
    made = bad()
    for item in read(report(made))["drafts"][0]["findings"]:
        assert made.record.reply[item["start"] : item["end"]] == item["quote"]


def test_lines_are_of_the_file_for_plain_text_and_of_the_reply_for_a_row():
    reply = "а\r\n🎉и\u0306 ошибка"
    found = [finding("x", "minor", "m", at(reply, "ошибка"))]
    for origin, line in ((Origin("a.txt", "", 5), 6), (Origin("a.csv", "row 7", 5), 2)):
        item = read(report(scored(reply, found, [10], origin=origin)))["drafts"][0]["findings"][0]
        assert (item["line"], item["column"], item["utf16_column"], item["end_line"], item["end_column"]) == (line, 5, 6, line, 11)


def test_id_falls_back_to_place_then_path():
    def named(record):
        return read(report(scored("а", [], [], record=record)))["drafts"][0]["id"]

    assert named(Record("а", id="7", origin=Origin("a.csv", "row 7"))) == "7"
    assert named(Record("а", origin=Origin("a.csv", "row 7"))) == "row 7"
    assert named(Record("а", origin=Origin("a.txt"))) == "a.txt"


def test_an_unscored_reply_is_null_and_a_problem():
    tree = read(report(unscored(), problems=[Problem("a.csv", "не на русском", "row 9")]))
    draft = tree["drafts"][0]
    assert (draft["score"], draft["raw_score"], draft["band"], draft["coverage"], draft["categories"]) == (None, None, None, None, [])
    assert tree["problems"] == [{"path": "a.csv", "message": "не на русском", "place": "row 9"}]
    assert tree["summary"] == {"drafts": 1, "findings": {}, "mean_score": None, "bands": {}, "problems": 1}


def test_mean_has_one_decimal_at_most():
    means = [read(made)["summary"]["mean_score"] for made in (report(good()), report(good(), price(), price()))]
    assert means == [100, 53.3]
    assert isinstance(means[0], int)


def test_suppressed_findings_keep_their_reason_and_are_not_counted():
    hidden = Finding("x", "tone", "major", "m", "", Span(0, 1), suppressed="так надо")
    tree = read(report(scored("а", [hidden], [0])))
    assert tree["drafts"][0]["findings"][0]["suppressed"] == "так надо"
    assert tree["summary"]["findings"] == {}


def test_json_lines_is_a_draft_a_line_and_the_summary():
    lines = [json.loads(line) for line in render(many(), "json-lines", Look()).splitlines()]
    assert len(lines) == 6
    assert [list(line) for line in lines[:-1]] == [DRAFT] * 5
    assert {"summary", "problems", "rulebook", "version"} <= set(lines[-1])


def test_surrogates_can_be_written_and_letters_stay_letters():
    text = render(report(scored("да\ud800", [finding("x", "minor", "м", Span(0, 3))], [10])), "json", Look())
    assert "да" in text
    assert json.loads(text.encode("utf-8"))["drafts"][0]["findings"][0]["quote"] == "да\ud800"


def test_equal_reports_give_equal_bytes():
    assert render(many(), "json", Look()) == render(many(), "json", Look(color=True, width=40))


def test_a_finding_about_the_library_stands_in_no_reply():
    place = Place(Origin("шаблоны.yaml", "[2]", 5), Span(0, 4), "Рады")
    made = report(good())._replace(library=(LibraryFinding("near-duplicate", "library", "minor", "м", "", (place,)),))
    shown = read(made)["library"]["findings"][0]
    assert shown["rule"] == "near-duplicate"
    assert shown["places"] == [{"path": "шаблоны.yaml", "place": "[2]", "line": 5, "quote": "Рады"}]
