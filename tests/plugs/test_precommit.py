"""pre-commit really run: a repository of templates that points to this one."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from replylint import __version__
from tests.plugs.sample import BAD, GIT, NEW, ROOT, Done, clean, committed, copied, git, run, wants_registry

SHIPPED = ("replylint", "rules", "examples", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
ADDRESS = "https://github.com/OWNER/replylint"
GOOD = """Здравствуйте! Меня зовут Анна. Понимаю, как обидно ждать курьера зря.
Простите, это наша ошибка: заказ привезём сегодня до 18:00.

Анна, Зерно
"""
DRAFTS = "      - id: replylint\n        files: ^drafts/\n        args: [--rating, '1']\n"


class Repository:
    """The sample as a repository whose hooks come from this tree."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.env = {**clean(), **GIT, "PRE_COMMIT_HOME": str(home)}

    def hooks(self, *arguments: str) -> Done:
        """`pre-commit run` on all that there is, as if it were to be committed; the first time it makes the environment."""
        git(self.folder, "add", ".")
        return run(sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments, cwd=self.folder, env=self.env, timeout=400)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The sample, its hooks taken from this tree at a tag."""
    if find_spec("pre_commit") is None:
        pytest.skip("no pre-commit here")
    folder = tmp_path_factory.mktemp("hooks")
    wants_registry(folder)
    ours, theirs = folder / "replylint", copied(folder / "library")
    ours.mkdir()
    for name in SHIPPED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, ours / name)
    git(committed(ours), "tag", f"v{__version__}")
    config = theirs / ".pre-commit-config.yaml"
    text = config.read_text(encoding="utf-8")
    assert ADDRESS in text
    config.write_text(text.replace(ADDRESS, ours.as_posix()) + DRAFTS, encoding="utf-8")
    return Repository(committed(theirs), folder / "home")


def test_hooks_are_what_pre_commit_understands() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert hooks.keys() == {"replylint", "replylint-library"}
    assert not hooks["replylint-library"]["pass_filenames"], "look-alikes show only in the whole"


@pytest.mark.registry
def test_a_commit_passes_fails_and_passes_again(repository: Repository) -> None:
    done = repository.hooks("--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    passed = next(line for line in done.stdout.splitlines() if line.startswith("replylint (templates)"))
    assert passed in (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    template, draft = repository.folder / NEW, repository.folder / "drafts" / "a.txt"
    template.write_text(BAD, encoding="utf-8")
    draft.parent.mkdir()
    draft.write_text(BAD, encoding="utf-8")
    done = repository.hooks("--all-files")
    assert done.returncode == 1
    for told in (f"{NEW}:1:1: major [greeting-missing]", "drafts/a.txt:1:40: major [empty-promise]", "exit code: 1"):
        assert told in done.stdout
    assert repository.hooks("replylint-library").returncode == 1, "on staged files too"
    template.unlink()
    draft.write_text(GOOD, encoding="utf-8")
    done = repository.hooks("--all-files")
    assert done.returncode == 0, done.stdout
    git(repository.folder, "add", ".")
    git(repository.folder, "commit", "-qm", "drafts")
    (repository.folder / "templates" / "praise" / "barista.md").unlink()
    assert "(no files to check)Skipped" in repository.hooks("replylint-library").stdout, "docs/ci.md says so"
    assert repository.hooks("replylint-library", "--all-files").returncode == 1
