"""Files that changed since a revision, as git tells them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from replylint.cli.words import say
from replylint.errors import UsageFault


def changed_files(revision: str) -> frozenset[str]:
    """Whole paths of the files that differ from a revision, new ones too, deleted ones not. Raises UsageFault."""
    top = Path(_git("rev-parse", "--show-toplevel").strip())
    if revision.startswith("-"):
        raise _fault(revision)
    if not _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", fault=_fault(revision)).strip():
        raise _fault(revision)
    differ = _git("-C", str(top), "diff", "--name-only", "-z", "--diff-filter=d", revision, "--")
    new = _git("-C", str(top), "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(whole_path(str(top / name)) for name in (differ + new).split("\0") if name)


def whole_path(path: str) -> str:
    """A path from the root, links followed."""
    return Path(path).resolve().as_posix()


def _fault(revision: str) -> UsageFault:
    return UsageFault(say(f"--changed-since: git не знает ревизии «{revision}»", f"--changed-since: git knows no revision “{revision}”"))


def _git(*arguments: str, fault: UsageFault | None = None) -> str:
    try:
        done = subprocess.run(["git", *arguments], check=False, capture_output=True, encoding="utf-8", errors="surrogateescape")  # noqa: S603, S607  # git as the user has it, no shell
    except OSError as error:
        raise UsageFault(say("--changed-since: нужна программа git", "--changed-since wants git")) from error
    if done.returncode:
        told = (done.stderr.strip().splitlines() or [""])[0]
        raise fault or UsageFault(say(f"--changed-since: git не смог: {told}", f"--changed-since: git failed: {told}"))
    return done.stdout
