"""The trainer's guide: its files are as it shows them, its commands run, and say what it says they say."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

GUIDE = (Path(__file__).parents[2] / "docs" / "trainers.md").read_text(encoding="utf-8")
FILES = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", GUIDE, re.DOTALL)
COMMANDS = re.findall(r"^```console\n\$ replylint (.*?)\n(.*?)```$", GUIDE, re.DOTALL | re.MULTILINE)


def test_every_command_of_the_guide_runs(tmp_path: Path) -> None:
    assert len(FILES) >= 4 and len(COMMANDS) >= 6
    for name, content in FILES:
        (tmp_path / name).write_text(content, encoding="utf-8")
    for command, shown in COMMANDS:
        done = subprocess.run(
            [sys.executable, "-m", "replylint", *shlex.split(command)], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, (command, done.stderr)
        first = shown.partition("\n")[0]
        assert first in ("", "…", done.stdout.partition("\n")[0].rstrip()), command
    assert {"report.html", "lvov.html", "grades.xlsx", "march.jsonl"} <= {path.name for path in tmp_path.iterdir()}


def test_every_option_of_practice_in_the_guide_is_one() -> None:
    from replylint.cli import practice

    known = set(re.findall(r"--[a-z]+", Path(practice.__file__).read_text(encoding="utf-8")))
    assert set(re.findall(r"^replylint practice .*?(--[a-z]+)", GUIDE, re.MULTILINE)) <= known
