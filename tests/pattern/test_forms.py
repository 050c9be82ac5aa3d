"""The table of forms: every form has its number, nothing else has one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.pattern.forms import Forms, table

WORDS = st.text(alphabet="абвеюя-1a", min_size=1, max_size=6)


@given(st.sets(WORDS, max_size=40), WORDS)
def test_forms_are_found_and_no_others(words: set[str], other: str) -> None:
    numbers = {word: number for number, word in enumerate(sorted(words))}
    forms = Forms(table(numbers))
    assert {word: forms.get(word) for word in words} == numbers
    assert (other in forms) == (other in words)


def test_an_empty_table_has_nothing() -> None:
    assert Forms(table({})).get("дом") is None
    assert Forms(b"").get("дом") is None


def test_some_forms_are_only_rules_own() -> None:
    forms = Forms(table({"дом": 0, "промокод": 1}), bytes([1, 0]))
    assert forms.spelt("дом")
    assert not forms.spelt("промокод")
    assert not forms.spelt("окно")
