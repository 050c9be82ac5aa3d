"""The compiled rulebook and its cache."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from replylint import rulebook, rulecache
from replylint.compiling import compiled
from replylint.errors import RuleFault
from replylint.rule import RuleText
from replylint.rulefile import read

UNSHAPED = {
    "__init__.py",
    "errors.py",
    "expressions.py",
    "house.py",
    "model.py",
    "pattern/found.py",
    "sentences.py",
    "checks/__init__.py",
    "pattern/__init__.py",
    "pattern/classes.py",
}
"""Loaded with the compiler, but the compiled form does not depend on them."""


def test_the_cache_knows_every_module_that_shapes_it() -> None:
    code = "import sys, replylint.compiling; print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('replylint')), sep='\\n')"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.splitlines()
    home = Path(rulebook.__file__).parent
    names = {Path(name).relative_to(home).as_posix() for name in loaded}
    assert names - UNSHAPED <= set(rulecache.COMPILERS)


def test_the_built_in_rules_name_few_words_that_the_dictionary_lacks() -> None:
    assert len(rulebook.load().plain["unknown"]) < 120


GOOD = """title: {ru: Проба, en: Trial}
severity: minor
check: phrase
find: |
  проба
message: {ru: проба, en: trial}
why: {ru: так, en: so}
source: "001"
bad: |
  <<Проба>>.
good: |
  Да.
"""


def loaded(text: str, name: str = "trial") -> None:
    compiled(read([RuleText(f"{name}.yaml", ("tone", f"{name}.yaml"), text.encode()), *others()]))


def others() -> list[RuleText]:
    return [t for t in rulebook.texts([rulebook.built_in()]) if t.parts[0] in ("lexicon", "scoring.yaml")]


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ("severity: minor", "severty: minor", 0, "severity"),
        ("source:", "sourse:", 0, "source"),
        ("check: phrase", "check: phrases", 3, "phrase"),
        ("check: phrase", "check: idle", 3, "find_idle"),
        ("  проба\n", "  (проба\n", 5, "скобки"),
        ("  проба\n", "  @tim\n", 5, "@tim"),
        ("bad: |\n  <<Проба>>.\n", "", 0, "примеры"),
        ("<<Проба>>", "Проба", 10, "отметьте"),
        ("  Да.", "  <<Да>>.", 12, "отметок"),
        ("find: |\n  проба", "find:\n  - [проба] да", 5, "кавычки"),
        ("why:", "why: {ru: так, en: so}\nwhy:", 8, "повторяется"),
        ('source: "001"', "source: заказ #123", 8, "#123"),
        ('source: "001"', "source: &a x", 8, "якоря"),
    ],
)
def test_a_broken_rule_is_told_with_its_line(old: str, new: str, line: int, word: str) -> None:
    assert old in GOOD
    with pytest.raises(RuleFault) as caught:
        loaded(GOOD.replace(old, new, 1))
    assert word in str(caught.value)
    assert not line or caught.value.line == line


def test_yaml_values_stay_text() -> None:
    loaded(GOOD.replace("  Да.", "  12:30\n  нет\n  010"))


SIGNS = """early:
  - {weight: 1, find: "проба"}
late:
  - {weight: 1, if: {early: yes}}
"""


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("if: {early: yes}", "if: {erly: yes}", "early"),
        ("early:\n  - {weight: 1, find", "early:\n  - {weight: 1, if: {late: yes}, find", "позже"),
        ("if: {early: yes}", "if: {late: yes}", "позже"),
    ],
)
def test_a_cue_asks_only_for_what_is_settled_before_it(old: str, new: str, word: str) -> None:
    def signs(text: str) -> RuleText:
        return RuleText("context/signs.yaml", ("context", "signs.yaml"), text.encode())

    compiled(read([signs(SIGNS), *others()]))
    with pytest.raises(RuleFault) as caught:
        compiled(read([signs(SIGNS.replace(old, new, 1)), *others()]))
    assert word in str(caught.value)
