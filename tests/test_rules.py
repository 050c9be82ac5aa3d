"""Every rule against the examples in its own file, and what a rule file must hold."""

from __future__ import annotations

import pytest

from replylint import selftest
from replylint.rulebook import load

BOOK = load()


@pytest.mark.parametrize("source", BOOK.sources, ids=lambda source: source.head["id"])
def test_examples(source: selftest.RuleSource) -> None:
    assert [f"{f.path}:{f.line}: {f.message}" for f in selftest.run(source, BOOK)] == []


@pytest.mark.parametrize("source", BOOK.sources, ids=lambda source: source.head["id"])
def test_has_enough_examples(source: selftest.RuleSource) -> None:
    least = 0 if source.head["check"] == "library" else 3  # no reply shows it alone: tests/library runs the examples it has
    assert len(source.bad) >= least
    assert len(source.good) >= least


def test_every_rule_has_both_languages() -> None:
    for rule in BOOK.rules:
        for texts in (rule.title, rule.message, rule.why):
            assert set(texts) == {"ru", "en"}, rule.id
            assert all(texts.values()), rule.id
