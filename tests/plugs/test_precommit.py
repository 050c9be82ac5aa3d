"""pre-commit really run: a repository of templates that points to this one."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from replylint import __version__
from tests.plugs.sample import BAD, NEW, ROOT, Done, clean, copied, run, wants_registry

SHIPPED = ("replylint", "rules", "examples", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
ADDRESS = "https://github.com/OWNER/replylint"
GOOD = """Здравствуйте! Меня зовут Анна. Понимаю, как обидно ждать курьера зря.
Простите, это наша ошибка: заказ привезём сегодня до 18:00.

Анна, Зерно
"""
DRAFTS = "      - id: replylint\n        files: ^drafts/\n        args: [--rating, '1']\n"


class Repository:
    """A repository with git as nobody has set it up."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        who = {f"GIT_{role}_{what}": "x@x.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        self.env = {**clean(), **who, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PRE_COMMIT_HOME": str(home)}

    def git(self, *arguments: str) -> None:
        done = run("git", *arguments, cwd=self.folder, env=self.env)
        assert done.returncode == 0, done.stderr

    def commit(self, *more: str) -> None:
        """All that there is, in one commit."""
        self.git("init", "-q")
        self.git("add", "--force", ".")
        self.git("commit", "-qm", "all", *more)

    def hooks(self, *arguments: str) -> Done:
        """`pre-commit run`; the first time it makes the environment."""
        self.git("add", ".")
        return run(sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments, cwd=self.folder, env=self.env, timeout=400)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The sample, its hooks taken from this tree at a tag."""
    if find_spec("pre_commit") is None or shutil.which("git") is None:
        pytest.skip("no pre-commit or no git here")
    folder = tmp_path_factory.mktemp("hooks")
    wants_registry(folder)
    ours = Repository(folder / "replylint", folder / "home")
    for name in SHIPPED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        ours.folder.mkdir(exist_ok=True)
        copy(ROOT / name, ours.folder / name)
    ours.commit()
    ours.git("tag", f"v{__version__}")
    theirs = Repository(copied(folder / "library"), folder / "home")
    config = theirs.folder / ".pre-commit-config.yaml"
    text = config.read_text(encoding="utf-8")
    assert ADDRESS in text
    config.write_text(text.replace(ADDRESS, ours.folder.as_posix()) + DRAFTS, encoding="utf-8")
    theirs.commit()
    return theirs


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
