"""docs/ci.md: its commands are run in the sample, one after another, and print what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from tests.plugs.sample import ROOT, bash, committed, copied

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
MARK = "----- next command"


def told() -> list[tuple[str, str]]:
    """Commands and what the page says they print."""
    blocks = "".join(re.findall(r"^```console\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE))
    return [(command, output) for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", blocks, re.MULTILINE)]


def test_commands_print_what_the_page_says(tmp_path: Path) -> None:
    home = committed(copied(tmp_path / "library"))
    script = "".join(f"echo '{MARK}'\n{command}\n" for command, _ in told())
    done = bash(f"set +e; exec 2>&1\n{script}", home)
    printed = done.stdout.split(f"{MARK}\n")[1:]
    assert list(zip([command for command, _ in told()], printed, strict=True)) == told()


def test_every_format_and_input_that_it_names_is_there() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    table = re.findall(r"^\| `([\w-]+)` \| (?:`(.*?)`)? ?\|", PAGE.partition("| input |")[2].partition("## GitLab")[0], re.MULTILINE)
    assert dict(table) == {name: one["default"] for name, one in action["inputs"].items()}
