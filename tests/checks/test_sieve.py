"""Words are tested once."""

from __future__ import annotations

from replylint.checks.sieve import Sieve


def test_each_word_is_tested_once_unless_it_is_caught() -> None:
    asked: list[str] = []

    def long(word: str) -> bool:
        asked.append(word)
        return len(word) > 5

    sieve = Sieve(long)
    assert sieve(frozenset({"да", "возврат"})) == {"возврат"}
    assert sieve(frozenset({"да", "нет"})) == frozenset()
    assert sieve(frozenset({"возврат"})) == {"возврат"}
    assert sorted(asked) == ["возврат", "возврат", "да", "нет"]
