"""Fingerprints: the same for the same sentence of a file, whatever stands around it."""

from __future__ import annotations

from replylint import fingerprint
from replylint.model import Checked, Context, Finding, Origin, Record, Span


def mark(reply: str, words: str, rule: str = "empty-promise", path: str = "a.txt") -> str:
    start = reply.index(words)
    finding = Finding(rule, "ownership", "minor", "", "", Span(start, start + len(words)))
    return fingerprint.of(Checked(Record(reply, origin=Origin(path)), Context()), finding)


def test_a_line_above_changes_nothing() -> None:
    assert mark("Обязательно разберёмся.", "разберёмся") == mark("Добрый день!\n\nОбязательно  разберемся.", "разберемся")


def test_another_sentence_rule_or_file_is_another_finding() -> None:
    one = mark("Обязательно разберёмся.", "разберёмся")
    assert one != mark("Мы разберёмся.", "разберёмся")
    assert one != mark("Обязательно разберёмся.", "разберёмся", rule="canned-phrase")
    assert one != mark("Обязательно разберёмся.", "разберёмся", path="b.txt")


def test_equal_marks_are_counted() -> None:
    assert list(fingerprint.numbered(["a", "b", "a"])) == ["a", "b", "a-2"]


def test_names_that_are_no_utf_8_have_marks_too() -> None:
    assert mark("Да.", "Да", path="\udcff.txt") != mark("Да.", "Да", path="\udcfe.txt")
