"""Fixes: pure, whole or not at all, overlaps skipped and told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.fixing import diff, mend
from replylint.model import Edit, Finding, Fix, Span


def fix(*edits: tuple[int, int, str], safe: bool = True) -> Finding:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    return Finding("r", "tone", "minor", "", "", made[0].span, Fix(made, safe))


def test_safe_fixes_only_unless_asked() -> None:
    findings = [fix((0, 1, "А")), fix((2, 3, "Б"), safe=False)]
    assert mend("а б", findings).text == "А б"
    assert mend("а б", findings, unsafe=True).text == "А Б"


def test_overlapping_fixes_are_skipped_and_told() -> None:
    findings = [fix((0, 3, "x")), fix((2, 5, "y")), fix((5, 6, "z"))]
    outcome = mend("abcdef", findings)
    assert outcome.text == "xdez"
    assert [reason for _, reason in outcome.skipped] == ["overlap"]


def test_two_insertions_at_one_place_exclude_each_other() -> None:
    assert mend("да", [fix((0, 0, "Олег, ")), fix((0, 0, "Здравствуйте! "))]).text == "Олег, да"


def test_all_edits_of_a_fix_or_none() -> None:
    assert mend("abcd", [fix((0, 1, "x")), fix((0, 1, "y"), (3, 4, "z"))]).text in ("xbcd", "ybcz")


def test_suppressed_findings_are_left_alone() -> None:
    assert mend("а", [fix((0, 1, "А"))._replace(suppressed="так надо")]).text == "а"


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="абв ё😀", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text("xyz", max_size=3)), max_size=6),
)
def test_text_outside_the_applied_edits_stays(text: str, wanted: list[tuple[int, int, str]]) -> None:
    findings = [fix((min(a, len(text)), min(a + size, len(text)), new)) for a, size, new in wanted]
    outcome = mend(text, findings)
    naive = text
    for edit in sorted((e for f in outcome.applied if f.fix for e in f.fix.edits), key=lambda e: e.span, reverse=True):
        naive = naive[: edit.span.start] + edit.text + naive[edit.span.end :]
    assert outcome.text == naive
    assert len(outcome.applied) + len(outcome.skipped) == len(findings)


def test_diff_tells_a_missing_last_line_end() -> None:
    assert diff("а", "б", "x.txt").splitlines()[-1] == "\\ No newline at end of file"
    assert diff("а\n", "а\n", "x.txt") == ""
