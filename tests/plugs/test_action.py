"""action.yml: its own steps run by bash, with inputs given as GitHub gives them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.plugs.sample import BAD, NEW, ROOT, SAMPLE, Done, bash, clean, committed, copied, git, run, wants_registry

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


def step(name: str, cwd: Path, env: dict[str, str] | None = None, timeout: int = 120, **inputs: str) -> Done:
    """A step with inputs (`working_directory` for `working-directory`), the others at their defaults."""
    told = {key: value["default"] for key, value in ACTION["inputs"].items()} | {key.replace("_", "-"): v for key, v in inputs.items()}
    assert told.keys() == ACTION["inputs"].keys()
    own = {key: INPUT.sub(lambda match: told[match[1]], value) for key, value in STEPS[name].get("env", {}).items()}
    assert STEPS[name]["shell"] == "bash"
    return bash(STEPS[name]["run"], cwd, {**own, **(env or {})}, timeout)


def judge(cwd: Path, **inputs: str) -> Done:
    return step("Run replylint", cwd, **inputs)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return copied(tmp_path / "library")


def test_inputs_never_stand_inside_a_script() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert not [name for name, one in STEPS.items() if "${{" in one.get("run", "")]
    used = set(INPUT.findall(yaml.safe_dump(ACTION["runs"])))
    assert used == ACTION["inputs"].keys()


def test_a_clean_library_is_0(home: Path) -> None:
    done = judge(home)
    assert (done.returncode, done.stderr) == (0, "")
    assert "::" not in done.stdout


def test_findings_are_1_and_annotated(home: Path) -> None:
    (home / NEW).write_text(BAD, encoding="utf-8")
    done = judge(home, paths="templates")
    assert done.returncode == 1
    assert f"::error file={NEW},line=1,endLine=1,col=1,endColumn=1,title=replylint%3A greeting-missing::" in done.stdout
    assert f"::warning file={NEW},line=1,endLine=1,col=40,endColumn=62,title=replylint%3A empty-promise::" in done.stdout
    assert judge(home, paths="templates", args="--fail-on critical").returncode == 0
    assert judge(home, format="github,sarif:r.sarif").returncode == 1
    assert "greeting-missing" in (home / "r.sarif").read_text(encoding="utf-8")


def test_wrong_use_is_2(home: Path) -> None:
    done = judge(home, paths="nowhere")
    assert (done.returncode, "нет такого файла" in done.stderr) == (2, True)
    assert judge(home, command="nonsense").returncode == 2
    (home / "templates" / "broken.json").write_text("{", encoding="utf-8")
    done = judge(home)
    assert (done.returncode, "::error file=templates/broken.json," in done.stdout) == (2, True)


def test_annotations_are_placed_from_the_root_of_the_repository(home: Path) -> None:
    (home / NEW).write_text(BAD, encoding="utf-8")
    for folder in ("library", "./library/"):
        done = judge(home.parent, working_directory=folder, paths="templates\n")
        assert done.returncode == 1
        assert f"::error file=library/{NEW},line=1," in done.stdout


def test_drafts_and_paths_with_spaces(tmp_path: Path) -> None:
    (tmp_path / "my drafts").mkdir()
    for name in ("my drafts/a.txt", "b.txt"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    done = judge(tmp_path, command="check", paths="  my drafts/a.txt\n\nb.txt", format="concise", args="--isolated\n--rating 1")
    assert done.returncode == 1
    assert {line.split(":")[0] for line in done.stdout.splitlines() if "[" in line} == {"my drafts/a.txt", "b.txt"}


@pytest.mark.parametrize("value", ["$(touch pwned)", "`touch pwned`", "; touch pwned", "x' || touch pwned #", "-o pwned", "*"])
@pytest.mark.parametrize("name", ["command", "paths", "format", "working_directory"])
def test_inputs_are_no_commands(name: str, value: str, home: Path) -> None:
    assert judge(home, **{name: value}).returncode == 2
    assert not (home / "pwned").exists()


def test_the_workflow_of_the_sample_uses_it(home: Path) -> None:
    workflow = yaml.safe_load((SAMPLE / ".github" / "workflows" / "templates.yml").read_text(encoding="utf-8"))
    (used,) = [one for one in workflow["jobs"]["replylint"]["steps"] if "/replylint@" in one["uses"]]
    assert used["with"].keys() <= ACTION["inputs"].keys()
    assert judge(home, **used["with"]).returncode == 0


@pytest.mark.parametrize(("depth", "code"), [((), 1), (("--depth", "1"), 2)])
def test_changed_files_want_the_history(depth: tuple[str, ...], code: int, home: Path, tmp_path: Path) -> None:
    (home / "templates" / "old.md").write_text(BAD, encoding="utf-8")
    committed(home)
    git(home, "switch", "-qc", "new")
    (home / NEW).write_text(BAD.replace("очень", ""), encoding="utf-8")
    git(home, "add", ".")
    git(home, "commit", "-qm", "new")
    git(tmp_path, "clone", "-q", "--branch", "new", *depth, home.as_uri(), "clone")
    done = judge(tmp_path / "clone", args="--changed-since origin/main", paths="templates")
    assert done.returncode == code
    assert ("git не знает ревизии" in done.stderr, f"file={NEW}," in done.stdout) == (code == 2, code == 1)
    assert "file=templates/old.md,line=1,endLine=1,col=1,endColumn=1," not in done.stdout


@pytest.mark.registry
def test_it_installs_itself(home: Path, tmp_path: Path) -> None:
    wants_registry(tmp_path)
    run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    path = {"PATH": f"{tmp_path / 'env' / 'bin'}:/usr/bin:/bin", **clean()}
    done = step("Install replylint", tmp_path, {"GITHUB_ACTION_PATH": str(ROOT), **path}, timeout=300)
    assert done.returncode == 0, done.stderr
    done = step("Run replylint", home, path)
    assert (done.returncode, done.stderr) == (0, "")
