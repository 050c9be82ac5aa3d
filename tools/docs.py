"""`python -m tools.docs [--check]`: make docs/rules/, docs/rules.md and docs/commands.md out of the rules and the commands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from replylint.output.rules import marked
from replylint.rule import Rule
from replylint.rulebook import Rulebook, load
from replylint.rulefile import RuleSource
from replylint.words import words

DOCS = Path(__file__).parent.parent / "docs"
COMMANDS = ("", "check", "rules", "rule", "test", "trace")
RU = words("ru")


def pages(book: Rulebook) -> dict[str, str]:
    """Every generated file, by its path under docs/."""
    made = {f"rules/{rule.id}.md": page(rule, book.source(rule.id), book) for rule in book.rules}
    made["rules.md"] = index(book)
    made["commands.md"] = commands()
    return made


def index(book: Rulebook) -> str:
    """The table of all rules."""
    lines = ["# Правила", "", "Сделано из файлов `rules/` командой `python -m tools.docs`.", ""]
    category = ""
    for rule in book.rules:
        if rule.category != category:
            category = rule.category
            lines += ["", f"## {RU.categories[category]}", "", "| правило | уровень | о чём |", "|---|---|---|"]
        lines.append(f"| [{rule.id}](rules/{rule.id}.md) | {RU.severity[rule.severity]} | {rule.title['ru']} |")
    return "\n".join(lines) + "\n"


def page(rule: Rule, source: RuleSource, book: Rulebook) -> str:
    """One rule: reason, when, examples, measured precision."""
    when = "; ".join(f"`{key}`: {', '.join(values)}" for key, values in rule.when.items()) or "всегда"
    lines = [
        f"# {rule.title['ru']}",
        "",
        f"`{rule.id}` · {RU.categories[rule.category]} · {RU.severity[rule.severity]} · статьи {rule.source}",
        "",
    ]
    lines += [" ".join(rule.why["ru"].split()), "", f"**Когда проверяем:** {when}.", ""]
    lines += [f"**Точность:** {measured(rule.id, book)}", "", "## Так не надо", ""]
    lines += [f"- {marked(example)}" for example in source.bad]
    lines += ["", "## Так хорошо", "", *[f"- {marked(example)}" for example in source.good]]
    return "\n".join(lines) + "\n"


def measured(rule: str, book: Rulebook) -> str:
    """What the rule measured on judged replies, in words."""
    counts = book.plain["measured"].get(rule)
    if not counts:
        return "не измерена."
    hits, right, missed = (int(counts[key]) for key in ("hits", "right", "missed"))
    if not hits:
        return f"не измерена (0 срабатываний, пропущено {missed})."
    note = "" if hits >= 10 else ", этого мало для вывода"
    recall = f"; полнота {right / (right + missed):.2f}" if right + missed else ""
    return f"{right / hits:.2f} — верно {right} из {hits}{note}{recall}."


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
