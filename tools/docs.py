"""`python -m tools.docs [--check]`: make docs/rules/, docs/rules.md, docs/commands.md and docs/terminal.svg out of the rules and the commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from replylint.output import rulepages
from replylint.rulebook import Rulebook, load
from tools.picture import picture

DOCS = Path(__file__).parent.parent / "docs"
COMMANDS = ("", "check", "rules", "rule", "test", "trace", "init", "config", "library", "grade", "calibrate", "practice", "schema")


def pages(book: Rulebook) -> dict[str, str]:
    """Every generated file, by its path under docs/."""
    return {**rulepages.pages(book), "commands.md": commands(), "terminal.svg": picture()}


def commands() -> str:
    """`--help` of every command, as a new user sees it at 100 columns."""
    lines = ["# Команды", "", "Сделано из `--help` командой `python -m tools.docs`.", ""]
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    for command in COMMANDS:
        arguments = [sys.executable, "-m", "replylint", *([command] if command else []), "--help"]
        text = subprocess.run(arguments, check=True, capture_output=True, encoding="utf-8", env=environment).stdout
        lines += [f"## replylint {command}".rstrip(), "", "```text", *(line.rstrip() for line in text.strip().splitlines()), "```", ""]
    return "\n".join(lines)


def main() -> None:
    """Write the files, or with --check tell which are stale."""
    made = pages(load())
    stale = [name for name, text in made.items() if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != text]
    extra = [path for path in (DOCS / "rules").glob("*.md") if f"rules/{path.name}" not in made]
    if "--check" in sys.argv:
        if stale or extra:
            sys.exit(f"docs are stale, run `python -m tools.docs`: {', '.join([*stale, *(p.name for p in extra)][:8])}")
        print(f"docs: {len(made)} generated files are up to date")
        return
    for name, text in made.items():
        (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / name).write_text(text, encoding="utf-8")
    for path in extra:
        path.unlink()
    print(f"docs: wrote {len(made)} files")


if __name__ == "__main__":
    main()
