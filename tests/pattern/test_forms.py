"""The table of forms answers the same before and after it becomes a dictionary."""

from __future__ import annotations

from array import array
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from replylint.pattern.forms import ENOUGH, Forms

WORDS = st.sets(st.text("абвгд-", min_size=1, max_size=6), min_size=1)


def made(words: list[str]) -> Forms:
    starts = array("I", accumulate((len(word) + 1 for word in words), initial=0))
    return Forms("\n".join(words), starts.tobytes(), array("H", range(len(words))).tobytes())


@given(WORDS, st.text("абвгд-", min_size=1, max_size=6))
def test_search_and_dictionary_agree(known: set[str], other: str) -> None:
    words = sorted(known)
    table = made(words)
    wanted = {word: words.index(word) if word in known else None for word in [*words, other]}
    assert {word: table.get(word) for word in wanted} == wanted
    for _ in range(ENOUGH + 1):
        table.get("я")
    assert {word: table.get(word) for word in wanted} == wanted
