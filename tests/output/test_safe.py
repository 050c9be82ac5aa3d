"""Nothing from outside reaches a terminal as a command."""

import pytest
from handmade import BOOK, bad, finding, report, scored
from hypothesis import given
from hypothesis import strategies as st

from replylint.model import Known, NotApplicable, Origin, Problem, Record, Span
from replylint.output import Look, render
from replylint.output.safe import one_line, plain, safe

NASTY = "\x1b[31m\x07\x9b\u202e\u2066\u200f\u061c\u200b\u00ad\ufeff\x7f\u2028\U000e0041\ud800\r"
UNSAFE = set(NASTY) - set("[31m")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("а\u202eб", "а\\u202eб"),
        ("\u200b\u00ad\ufeff", "\\u200b\\xad\\ufeff"),
        ("\x9b31m", "\\x9b31m"),
        ("\ud800", "\\ud800"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
        ("\U000e0041", "\\U000e0041"),
        ("а\rб", "а\\rб"),
        ("а\tб\n", "а\tб\n"),
        ("Ёлка — «да» № 5 ₽", "Ёлка — «да» № 5 ₽"),
        ("👨\u200d👩\u200d👧 ❤️", "👨\u200d👩\u200d👧 ❤️"),
        ("а\u200d👧", "а\\u200d👧"),
    ],
)
def test_safe(text, shown):
    assert safe(text) == shown


def test_one_line_has_one_line():
    assert one_line("а\r\n б\x1b\u2028в") == "а б\\x1b в"


@given(st.text())
def test_safe_text_holds_no_unsafe_sign_and_is_safe_already(text):
    shown = safe(text)
    assert not set(shown) & UNSAFE
    assert safe(shown) == shown


@given(st.text())
def test_plain_text_can_be_shown_by_every_russian_console(text):
    for encoding in ("cp866", "cp1251", "koi8-r"):
        plain(safe(text)).encode(encoding)


def nasty_report():
    found = [finding(NASTY, "major", NASTY, Span(2, 9), "tone", why=NASTY, suggestion=NASTY), finding("b", "info", NASTY, Span(3, 5))]
    found.append(finding("c", "minor", NASTY, Span(0, 1), suppressed=NASTY))
    record = Record(NASTY * 2 + "текст", id=NASTY, origin=Origin(NASTY, NASTY), ignored=(NASTY,))
    checked = scored(
        record.reply, found, [20, 0, 0], record=record, praise=(NASTY,), known={"intent": Known(NASTY, "sure")},
        not_applicable=(NotApplicable(NASTY, NASTY, NASTY),),
    )  # fmt: skip
    book = BOOK._replace(titles={NASTY: NASTY}, categories={"tone": NASTY})
    return report(checked, bad(), problems=[Problem(NASTY, NASTY, NASTY)], book=book)


@pytest.mark.parametrize("format_", ["full", "concise", "grouped"])
@pytest.mark.parametrize("verbosity", [-1, 0, 2])
@pytest.mark.parametrize("unicode_ok", [True, False])
def test_no_format_lets_an_escape_through(format_, verbosity, unicode_ok):
    text = render(nasty_report(), format_, Look(verbosity=verbosity, unicode_ok=unicode_ok, statistics=True))
    assert not set(text) & UNSAFE
    if not unicode_ok:
        text.encode("cp866")
        text.encode("cp1251")
