"""examples/library passes as it stands, and a bad change to it fails at its place."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml

from tests.plugs.sample import BAD, NEW, ROOT, SAMPLE, Done, bash, copied, run


def library(cwd: Path, *arguments: str) -> Done:
    return run(sys.executable, "-m", "replylint", "library", *(arguments or (".",)), cwd=cwd)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return copied(tmp_path / "library")


def test_the_sample_passes_with_one_old_debt() -> None:
    done = library(ROOT, "examples/library")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"1[2-9] ответов: 0 замечаний, .*старых долгов 1\n$", done.stdout)


def test_a_bad_template_fails_at_its_place(home: Path) -> None:
    (home / NEW).write_text(BAD, encoding="utf-8")
    done = library(home)
    assert done.returncode == 1
    assert f"{NEW}:1:1: major [greeting-missing]" in done.stdout
    assert f"{NEW}:1:40: minor [empty-promise] «обязательно разберёмся»" in done.stdout
    assert {line.split(":")[0] for line in done.stdout.splitlines()[:-1]} == {NEW}


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("templates/praise/barista.md", "{client_name}", "{cleint_name}", "templates/praise/barista.md:1:15: critical [template-slot-undeclared]"),
        ("templates/questions.yaml", "# replylint: ignore", "# ", "templates/questions.yaml"),
        ("templates/complaints/old-refund.md", "Сумма", "Осуществим доставку. Сумма", "templates/complaints/old-refund.md:4:"),
        ("replylint-baseline.json", "officialese-phrase", "empty-promise", "templates/complaints/old-refund.md:4:84: minor [officialese-phrase]"),
        ("replylint.yaml", "situations-wanted: [", "situations-wanted: [troll, ", ""),
    ],
)  # fmt: skip
def test_every_part_of_the_sample_is_needed(home: Path, file: str, old: str, new: str, told: str) -> None:
    path = home / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    done = library(home, ".", "--fail-on", "info")
    assert done.returncode == 1
    assert told in done.stdout


def test_commands_of_its_page_do_what_it_says(tmp_path: Path) -> None:
    copied(tmp_path / "examples" / "library")
    first, second = re.findall(r"```sh\n(.*?)```", (SAMPLE / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert bash(first, tmp_path).returncode == 0
    done = bash(second, tmp_path)
    assert (done.returncode, f"examples/library/{NEW}:1:" in done.stdout) == (1, True)


@pytest.mark.parametrize("file", [".gitlab-ci.yml", ".pre-commit-config.yaml", ".github/workflows/templates.yml"])
def test_the_page_on_ci_shows_the_files_themselves(file: str) -> None:
    text = (SAMPLE / file).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert f"```yaml\n{text}```" in (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
