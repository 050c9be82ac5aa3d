"""The house keeps its own law: sizes, docstrings, who may touch files, replylint on its own words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import replylint
from replylint import Options, Record, load_rulebook
from replylint.engine import check_one

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "replylint").rglob("*.py"))
LONGEST_FUNCTION, LONGEST_MODULE = 30, 200
DECLARATIONS = {"cli/check.py": "check", "cli/grade.py": "grade", "cli/library.py": "library", "cli/options.py": ""}
"""A command is as long as it has options; the module of options is a list."""


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_and_modules_are_small(path: Path) -> None:
    name = path.relative_to(ROOT / "replylint").as_posix()
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno + 1 > LONGEST_FUNCTION and DECLARATIONS.get(name) != f.name]
    assert long == []
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE or name in DECLARATIONS or name == "model.py"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_public_names_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    named = [n for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and not n.name.startswith("_")]
    assert [n.name for n in named if not ast.get_docstring(n)] == []


def test_only_the_rim_touches_files_and_screen() -> None:
    rim = re.compile(r"\b(?:print|open|input)\(|\.(?:read_text|read_bytes|write_text|write_bytes)\(|sys\.(?:stdout|stderr|exit)")
    allowed = (
        "cli/",
        "sources/",
        "config.py",
        "dictionary.py",
        "rulebook.py",
        "rulecache.py",
        "__main__.py",
        "trainer/history.py",
        "trainer/notebook.py",
    )
    found = [
        f"{path.name}:{number}"
        for path in SOURCES
        if not path.relative_to(ROOT / "replylint").as_posix().startswith(allowed)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if rim.search(line.split("#")[0])
    ]
    assert found == []


def test_the_version_is_one() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", replylint.__version__)


BOOK = load_rulebook()
STYLE = Options(
    select=(
        "officialese-phrase",
        "verbal-noun-chain",
        "canned-phrase",
        "canned-appreciation",
        "long-sentence",
        "clause-number-reference",
        "passive-no-agent",
        "insult-or-profanity",
    )
)


def style_faults(text: str) -> list[str]:
    bare = re.sub(r"«[^»]*»|`[^`]*`|\{\w+\}", "«…»", text)
    return [f"{f.rule}: {bare[f.span.start : f.span.end]}" for f in check_one(Record(bare), BOOK, STYLE).findings]


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_replylint_passes_its_own_rules(rule: object) -> None:
    for text in (rule.title["ru"], rule.message["ru"], rule.why["ru"], rule.suggestion.get("ru", "")):  # type: ignore[attr-defined]  # a rule
        assert style_faults(text) == [], text


def test_the_russian_readme_passes_too() -> None:
    text = re.sub(r"```.*?```", "", (ROOT / "README.ru.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert style_faults(text) == []
