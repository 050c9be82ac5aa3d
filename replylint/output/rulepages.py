"""Rules as Markdown: an index, and a page for each with its reason, examples and measurements."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.output.rules import examples_of
from replylint.rule import Conditions, Rule
from replylint.rulebook import Rulebook
from replylint.rulefile import RuleSource
from replylint.words import words

RU = words("ru")
ENOUGH = 10


def pages(book: Rulebook) -> dict[str, str]:
    """Every file, by its path: `rules.md` and `rules/<rule>.md`."""
    return {"rules.md": index(book)} | {f"rules/{rule.id}.md": page(rule, book.source(rule.id), book) for rule in book.rules}


def index(book: Rulebook) -> str:
    """The table of all rules."""
    lines = ["# Правила", "", "Сделано из файлов `rules/` командой `replylint rules --output-format markdown`.", ""]
    category = ""
    for rule in book.rules:
        if rule.category != category:
            category = rule.category
            lines += ["", f"## {RU.categories[category]}", "", "| правило | уровень | о чём |", "|---|---|---|"]
        lines.append(f"| [{rule.id}](rules/{rule.id}.md) | {RU.severity[rule.worth]} | {rule.title['ru']} |")
    return "\n".join(lines) + "\n"


def page(rule: Rule, source: RuleSource, book: Rulebook) -> str:
    """One rule: reason, when it applies and when not, examples, measured precision and recall."""
    lines = [
        f"# {rule.title['ru']}",
        "",
        f"`{rule.id}` · {RU.categories[rule.category]} · {severity(rule)} · статьи {rule.source}",
        "",
        " ".join(rule.why["ru"].split()),
        "",
        f"**Когда проверяем:** {conditions(rule.when) or 'всегда'}.",
        "",
    ]
    if rule.unless:
        lines += [f"**Когда не проверяем:** {conditions(rule.unless)}.", ""]
    lines += [f"**Точность:** {measured(book.plain['measured'].get(rule.id, {}))}"]
    for key, head in (("bad", "Так не надо"), ("good", "Так хорошо")):
        found = examples_of(source, key)
        lines += ["", f"## {head}", "", *[f"- {example}" for example in found]] if found else []
    return "\n".join(lines) + "\n"


def severity(rule: Rule) -> str:
    """The rule's severity; where its measured precision does not allow as much, what it may cost."""
    told, worth = RU.severity[rule.severity], RU.severity[rule.worth]
    return told if told == worth else f"{worth} ({told} — когда точность это позволит)"


def conditions(table: Conditions) -> str:
    """«`intent`: complaint, question»."""
    return "; ".join(f"`{key}`: {', '.join(values)}" for key, values in table.items())


def measured(counts: Mapping[str, str]) -> str:
    """What the rule measured on judged replies, in words."""
    hits, right, missed, read, read_right = (int(counts.get(key, 0)) for key in ("hits", "right", "missed", "read", "read_right"))
    if not hits + read:
        return f"не измерена (срабатываний нет, пропущено {missed})." if counts else "не измерена."
    note = "" if hits + read >= ENOUGH else ", этого мало для вывода"
    told = f"{(right + read_right) / (hits + read):.2f} — верно {right + read_right} из {hits + read}{note}"
    parts = f" (размеченные ответы: {right} из {hits}, прочитанные: {read_right} из {read})" if read and hits else ""
    recall = f"; полнота {right / (right + missed):.2f} — найдено {right} из {right + missed}" if right + missed else ""
    return f"{told}{parts}{recall}."
