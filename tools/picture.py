"""The picture of the README: a real run in a terminal of 80 columns, as SVG."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from rich.text import Text

ROOT = Path(__file__).parent.parent
COLUMNS = 80
COMMAND = ["check", "examples/drafts/holding-reply.md", "--isolated", "--format", "full", "--color", "always"]
FORMAT = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", "Fira Code", Menlo, Consolas, monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g>
</g>
</svg>
"""


def picture() -> str:
    """The SVG. The same rules and example give the same bytes."""
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "replylint", *COMMAND], cwd=ROOT, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w", encoding="utf-8"), force_terminal=True, legacy_windows=False)  # noqa: PTH123, SIM115
    console.print(Text.from_ansi(done.stdout.rstrip()))
    title = "replylint check holding-reply.md"
    svg = console.export_svg(title=title, theme=DEFAULT_TERMINAL_THEME, code_format=FORMAT, unique_id="replylint")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
