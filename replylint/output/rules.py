"""Rules for a person to read: the list, and the page of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import fill, indent

from replylint.examples import Example
from replylint.model import Language
from replylint.output.safe import safe
from replylint.rule import Rule
from replylint.rulefile import RuleSource
from replylint.words import words

WIDTH = 78
_HEADS = {
    "ru": {"why": "Почему", "bad": "Так не надо", "good": "Так хорошо", "when": "Когда проверяем", "source": "Статьи", "always": "всегда"},
    "en": {"why": "Why", "bad": "Not so", "good": "Better", "when": "Applies when", "source": "Articles", "always": "always"},
}


def listing(rules: Iterable[Rule], lang: Language) -> str:
    """All rules by category: severity, id, title."""
    lines: list[str] = []
    category = ""
    for rule in rules:
        if rule.category != category:
            category = rule.category
            lines += ["", words(lang).categories[category]] if lines else [words(lang).categories[category]]
        lines.append(f"  {rule.severity:8}  {rule.id:30}  {rule.title[lang]}")
    return safe("\n".join(lines)) + "\n"


def checklist_text(points: Mapping[str, Mapping[str, str]], lang: Language) -> str:
    """What no program can check, with boxes to tick."""
    head = {"ru": "Чек-лист: это программа не проверит", "en": "Checklist: no program can check this"}[lang]
    lines = [fill(f"[ ] {point[lang]}", WIDTH, subsequent_indent="    ") for point in points.values()]
    return safe("\n".join([head, "", *lines])) + "\n"


def page(rule: Rule, source: RuleSource, lang: Language) -> str:
    """One rule: what, why, when, examples with their marked places."""
    heads = _HEADS[lang]
    parts = [
        f"{rule.title[lang]} — {rule.id} ({words(lang).categories[rule.category]}, {rule.severity})",
        f"{heads['why']}\n{_paragraph(rule.why[lang])}",
        f"{heads['when']}: {_when(rule) or heads['always']}",
        *(f"{heads[key]}\n{_examples(found)}" for key in ("bad", "good") if (found := examples_of(source, key))),
        f"{heads['source']}: {rule.source}",
    ]
    return safe("\n\n".join(parts)) + "\n"


def _paragraph(text: str) -> str:
    return fill(" ".join(text.split()), WIDTH, initial_indent="  ", subsequent_indent="  ")


def _when(rule: Rule) -> str:
    return "; ".join(f"{key}: {', '.join(values)}" for key, values in rule.when.items())


def examples_of(source: RuleSource, key: str) -> list[str]:
    """The `bad` or `good` examples of a rule, marked; of a rule on whole libraries, templates that stand together."""
    return [marked(example) for example in getattr(source, key)] or list(source.values.get(f"library_{key}", ()))


def _examples(examples: Iterable[str]) -> str:
    return "\n".join(indent(fill(f"– {example}", WIDTH - 2), "  ") for example in examples)


def marked(example: Example) -> str:
    """An example with its places between ‹ and ›."""
    text = example.text
    for span in sorted(example.spans, reverse=True):
        text = f"{text[: span.start]}‹{text[span.start : span.end]}›{text[span.end :]}"
    return " ".join(text.split())
