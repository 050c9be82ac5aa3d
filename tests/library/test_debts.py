"""Remarks with a reason, the sidecar, and the baseline."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import ConfigFault, InputFault
from replylint.library.baseline import Entry, dumped, parsed
from replylint.library.remarks import Remark, in_lines, in_reply, sidecar
from replylint.library.suppressing import beside
from replylint.model import Origin, Record
from tests.library.test_command import BAD, GOOD, git, library, report, run

DEBT = "Здравствуйте! Осуществим возврат сегодня до шести, деньги придут на ту же карту."


def rules(found: dict[str, object], name: str) -> dict[str, object]:
    (draft,) = [one for one in found["drafts"] if one["path"] == name]  # type: ignore[attr-defined]  # JSON
    return {finding["rule"]: finding["suppressed"] for finding in draft["findings"]}


def test_a_remark_in_markup_excuses_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{DEBT}\n<!-- replylint: ignore[officialese-phrase] так велит юрист -->\n", encoding="utf-8")
    found = report("a.md", cwd=tmp_path)
    assert {rule: reason for rule, reason in rules(found, "a.md").items() if reason} == {"officialese-phrase": "так велит юрист"}
    assert "replylint" not in str([f["quote"] for f in found["drafts"][0]["findings"]])  # type: ignore[index]  # JSON
    assert found["problems"] == []
    checked = json.loads(run("check", "a.md", "--format", "json", cwd=tmp_path).stdout)
    assert rules(checked, "a.md")["officialese-phrase"] == "так велит юрист"
    assert (
        checked["drafts"][0]["score"]
        > json.loads(run("check", "--text", DEBT, "--format", "json", cwd=tmp_path).stdout)["drafts"][0]["score"]
    )


def test_remarks_in_front_matter_count_and_headings_of_the_reply_do_not(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\n# replylint: ignore[plain] так велит юрист\nrating: 5\n---\n{DEBT}\n", encoding="utf-8")
    assert rules(report("a.md", cwd=tmp_path), "a.md")["officialese-phrase"] == "так велит юрист"
    (tmp_path / "a.md").write_text(f"{DEBT}\n# replylint: ignore[plain] так велит юрист\n", encoding="utf-8")
    assert rules(report("a.md", cwd=tmp_path), "a.md")["officialese-phrase"] is None


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        ("ignore[tone] просто так", "ничего не скрывает"),
        ("ignore[officialese-phrase]", "без причины"),
        ("ignore[oficialese-phrase] причина", "может быть, officialese-phrase"),
        ("ignore officialese-phrase", "непонятная пометка"),
        ("disable[tone] причина", "непонятная пометка"),
    ],
)
def test_remarks_that_do_nothing_are_told(remark: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{GOOD}\n<!-- replylint: {remark} -->\n", encoding="utf-8")
    (tmp_path / "replylint.yaml").write_text("slots: {client_name: Ольга}\n", encoding="utf-8")
    done = library("a.md", cwd=tmp_path)
    assert (done.returncode, words in done.stdout) == (0, True), done.stdout
    assert library("a.md", "--strict-suppressions", cwd=tmp_path).returncode == 1
    assert run("check", "a.md", "--fail-on", "never", cwd=tmp_path).returncode == 0
    if words == "ничего не скрывает":
        assert words not in library("a.md", "--select", "contact", cwd=tmp_path).stdout


def test_remarks_in_files_that_did_not_change_are_no_news(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / f"{name}.md").write_text(f"{GOOD}\n<!-- replylint: ignore[officialese-phrase] так велит юрист -->\n", encoding="utf-8")
    (tmp_path / "replylint.ignore.yaml").write_text("- {path: old.md, rule: plain, reason: так велит юрист}\n", encoding="utf-8")
    git("init", "-q", cwd=tmp_path)
    git("add", ".", cwd=tmp_path)
    git("commit", "-qm", "one", cwd=tmp_path)
    assert library(".", cwd=tmp_path).stdout.count("ничего не скрывает") == 3
    with (tmp_path / "new.md").open("a", encoding="utf-8") as file:
        file.write("Номер заказа — {order_id}.\n")
    done = library(".", "--changed-since", "HEAD", cwd=tmp_path)
    assert [line.partition(" ")[0] for line in done.stdout.splitlines() if "ничего не скрывает" in line] == ["new.md"]


def test_remarks_in_lines_belong_to_the_same_line_or_the_next_template() -> None:
    text = "a: 1\n# replylint: ignore[x] один\n- reply: Да\n- reply: Нет#replylint: ignore[y] не пометка\n- reply: Нет  # replylint: ignore[z, w] два\n"
    found = list(in_lines(text, "a.yaml"))
    assert [(one.rules, one.reason, one.line) for one in found] == [(("x",), "один", 2), (("z", "w"), "два", 5)]
    records = [Record("Да", origin=Origin("a.yaml", "[0]", 3)), Record("Нет", origin=Origin("a.yaml", "[2]", 5))]
    placed = beside(records, [Remark(("x",), "один", "a.yaml", 2), Remark(("z",), "два", "a.yaml", 5), Remark(("q",), "три", "a.yaml", 6)])
    assert {origin.place: [one.reason for one in remarks] for origin, remarks in placed.items()} == {"[0]": ["один"], "[2]": ["два"]}
    assert [one.rules for one in in_lines("const A = 'x'; // replylint: ignore[tone] код\nurl = 'http://a' \n", "a.js")] == [("tone",)]


def test_remarks_in_a_reply_know_their_line() -> None:
    (one,) = in_reply("Да\n<!-- replylint: ignore[a] потому -->", "a.md", 7)
    assert (one.line, one.rules, one.reason) == (8, ("a",), "потому")


def test_the_sidecar_excuses_where_there_are_no_comments(tmp_path: Path) -> None:
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "a.jsonl").write_text("".join(json.dumps({"reply": DEBT}) + "\n" for _ in range(2)), encoding="utf-8")
    row = "- {path: t/*.jsonl, place: line 1, rule: plain, reason: так велит юрист}\n"
    (tmp_path / "replylint.ignore.yaml").write_text(row + "- {path: '*.csv', rule: '*', reason: нет таких}\n", encoding="utf-8")
    found = report("t", cwd=tmp_path)
    first, second = found["drafts"]  # type: ignore[misc]  # JSON
    assert {f["rule"]: f["suppressed"] for f in first["findings"]}["officialese-phrase"] == "так велит юрист"
    assert {f["rule"]: f["suppressed"] for f in second["findings"]}["officialese-phrase"] is None
    assert ["ничего не скрывает" in problem["message"] for problem in found["problems"]] == [True]  # type: ignore[attr-defined]  # JSON
    (tmp_path / "replylint.ignore.yaml").write_text("- {path: '*', rule: duplicate-reply, reason: нарочно}\n", encoding="utf-8")
    assert [f["suppressed"] for f in report("t", cwd=tmp_path)["library"]["findings"]] == ["нарочно"]  # type: ignore[index]  # JSON


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("path: x", "список"),
        ("- x", "ключи"),
        ("- {path: a, rule: b}", "reason"),
        ("- {path: a, rule: b, reason: ''}", "reason"),
        ("- {path: a, rule: b, reason: c, plase: d}", "place"),
    ],
)
def test_a_broken_sidecar_is_told(text: str, words: str) -> None:
    with pytest.raises(ConfigFault, match=words):
        sidecar(text, "replylint.ignore.yaml")


def test_the_baseline_keeps_old_debts_quiet_and_new_ones_loud(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(f"{DEBT}\n{BAD}\n", encoding="utf-8")
    assert library(".", cwd=tmp_path).returncode == 1
    written = library(".", "--write-baseline", cwd=tmp_path)
    assert (written.returncode, "старых долгов" in written.stderr) == (0, True)
    file = tmp_path / "replylint-baseline.json"
    before = file.read_bytes()
    done = library(".", cwd=tmp_path)
    assert (done.returncode, "старых долгов" in done.stdout) == (0, True)
    library(".", "--write-baseline", cwd=tmp_path)
    assert file.read_bytes() == before
    (tmp_path / "old.md").write_text(f"\n\n{DEBT}\n{BAD}\n{BAD}\n", encoding="utf-8")
    again = library(".", cwd=tmp_path)
    assert again.returncode == 1, "the same sentence a second time is a new debt"
    (tmp_path / "sub").mkdir()
    (tmp_path / "old.md").write_text(f"{DEBT}\n{BAD}\n", encoding="utf-8")
    elsewhere = library("../old.md", "--baseline", "../replylint-baseline.json", cwd=tmp_path / "sub")
    assert elsewhere.returncode == 0, elsewhere.stdout


def test_paid_debts_are_told_and_pruned(tmp_path: Path) -> None:
    (tmp_path / "replylint.yaml").write_text("slots: {client_name: Ольга}\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "b.md").write_text(DEBT, encoding="utf-8")
    library(".", "--write-baseline", cwd=tmp_path)
    file = tmp_path / "replylint-baseline.json"
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    assert "уже нет" in library(".", cwd=tmp_path).stdout
    assert "уже нет" not in library("b.md", cwd=tmp_path).stdout, "files that were not judged owe what they owed"
    library(".", "--prune-baseline", cwd=tmp_path)
    assert {entry["path"] for entry in json.loads(file.read_text(encoding="utf-8"))["findings"]} == {"b.md"}
    (tmp_path / "b.md").unlink()
    library(".", "--prune-baseline", cwd=tmp_path)
    assert json.loads(file.read_text(encoding="utf-8"))["findings"] == []


def test_a_baseline_that_is_missing_or_broken_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    assert library(".", "--baseline", "none.json", cwd=tmp_path).returncode == 2
    (tmp_path / "replylint-baseline.json").write_text("[]", encoding="utf-8")
    assert library(".", cwd=tmp_path).returncode == 2
    with pytest.raises(InputFault, match="версия"):
        parsed('{"version": 2, "findings": []}', "x")


def test_no_baseline_of_a_library_that_was_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    assert library(".", "--write-baseline", cwd=tmp_path).returncode == 2
    assert not (tmp_path / "replylint-baseline.json").exists()


ENTRIES = st.dictionaries(st.builds(Entry, st.text(max_size=5), st.text(max_size=5), st.text("0123", max_size=5)), st.integers(1, 9))


@given(ENTRIES)
def test_a_baseline_comes_back(owed: dict[Entry, int]) -> None:
    assert parsed(dumped(Counter(owed)), "x") == Counter(owed)
    assert dumped(Counter(dict(reversed(owed.items())))) == dumped(Counter(owed))
