"""The sample library copied to a place of its own, and programs run there as a CI would run them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "examples" / "library"
BAD = "Ваше обращение очень важно для нас, мы обязательно разберёмся.\n"
NEW = "templates/complaints/new.md"
GIT = {
    **{f"GIT_{role}_{what}": "x@x.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
Done = subprocess.CompletedProcess[str]


def copied(folder: Path) -> Path:
    """The sample in a folder that is not there yet."""
    shutil.copytree(SAMPLE, folder)
    return folder


def committed(folder: Path) -> Path:
    """A folder as a repository with one commit on `main`."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "--force", ".")
    git(folder, "commit", "-qm", "all")
    return folder


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None, timeout: int = 120) -> Done:
    """A finished program, whatever its exit code, with its output."""
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, **(env or {})}, timeout=timeout,
        check=False, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL,
    )  # fmt: skip


def git(cwd: Path, *arguments: str | Path) -> None:
    """git as nobody has set it up; it has to do what it is told."""
    if shutil.which("git") is None:
        pytest.skip("no git here")
    done = run("git", *arguments, cwd=cwd, env=GIT)
    assert done.returncode == 0, done.stderr


def bash(script: str, cwd: Path, env: Mapping[str, str] | None = None, timeout: int = 120) -> Done:
    """A script as the runners of CI start it: the first failure ends it."""
    if shutil.which("bash") is None:
        pytest.skip("no bash here")
    return run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, cwd=cwd, env=env, timeout=timeout)


def clean() -> dict[str, str]:
    """An environment in which only what is installed is found: a source tree on PYTHONPATH would hide a broken package."""
    return {"PYTHONPATH": "", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def wants_registry(folder: Path) -> None:
    """Skip where pip cannot get what replylint is built from and runs on."""
    probe = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-cache-dir", "--retries", "1", "--timeout", "15")
    if run(*probe, "--dest", folder / "probe", "hatchling", "pymorphy3", cwd=folder, env=clean()).returncode:
        pytest.skip("no package registry here")
