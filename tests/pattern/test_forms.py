"""The table of forms: every form has its number, nothing else has one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from replylint.pattern.forms import Forms, table

WORDS = st.text(alphabet="абвеюя-1a", min_size=1, max_size=6)


@given(st.sets(WORDS, max_size=40), WORDS)
def test_forms_are_found_and_no_others(words: set[str], other: str) -> None:
    numbers = {word: number for number, word in enumerate(sorted(words))}
    forms = Forms(table(numbers), bytes([1] * len(words)))
    assert {word: forms.get(word) for word in words} == numbers
    assert (other in forms) == (other in words)


def test_an_empty_table_has_nothing() -> None:
    assert Forms(table({})).get("дом") is None
    assert Forms(b"").get("дом") is None


def test_some_forms_are_only_rules_own() -> None:
    forms = Forms(table({"дом": 0, "промокод": 1, "ольга": 2}), bytes([1, 1, 0]), bytes([1, 0, 0]))
    assert [word in forms for word in ("дом", "промокод", "ольга", "окно")] == [True, True, False, False]
    assert [forms.spelt(word) for word in ("дом", "промокод", "ольга", "окно")] == [True, False, False, False]
    assert forms.get("ольга") == 2
