"""Markdown for a comment under a pull request: a short table, the details folded, everything from outside escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from replylint.model import Checked, Report, Score
from replylint.output import Look
from replylint.output.items import Item, closing_line, host_path, items, problem_told, worst_first
from replylint.output.places import title
from replylint.output.safe import one_line
from replylint.output.said import said
from replylint.words import words

ROWS = 20
QUOTE = 80
LIMIT = 60_000
"""GitHub takes 65 536 signs in a comment."""
_REFERENCE = re.compile(r"[@#!~$%&](?=\w)")
_MARK = re.compile(r"[\\`*_\[\]<>()#+!|~&$@{}]|:(?=\S)|(?<=www)\.")


def render(report: Report, _format: str, _look: Look) -> str:
    """The summary, the drafts with findings (worst first), the details, what was not checked."""
    texts = said(report.language)
    found = items(report)
    lines = ["### replylint", "", escaped(closing_line(report)), ""]
    if not found and not report.problems:
        lines += [texts["clean"], ""]
    lines += _problems(report)
    drafts = sorted(_grouped(report, found), key=lambda pair: pair[0].score.value if pair[0].score else 101)
    lines += _table(report, drafts)
    blocks = [_details(report, _head(report, checked), mine) for checked, mine in drafts]
    general = [item for item in found if not item.checked]
    blocks = [*([_details(report, texts["library"], general)] if general else []), *blocks]
    return _fitting(lines, blocks, texts["more"]) + "\n"


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is: no markup, no link, no mention."""
    told = _REFERENCE.sub("\\g<0>\x00", one_line(text))
    return _MARK.sub(r"\\\g<0>", told).replace("\x00", "<!-- -->")


def _in_html(text: str) -> str:
    """The same inside an HTML element, where Markdown is not read."""
    return escape(_REFERENCE.sub("\\g<0>\x00", one_line(text))).replace("\x00", "<!-- -->")


def code(text: str) -> str:
    """A text on one line as code, whatever back-ticks it holds."""
    told = one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", told)), default=0) + 1)
    return f"{fence} {told} {fence}" if "`" in told or told != told.strip() else f"{fence}{told}{fence}"


def _grouped(report: Report, found: Sequence[Item]) -> Iterable[tuple[Checked, list[Item]]]:
    mine: dict[int, list[Item]] = {}
    for item in found:
        mine.setdefault(id(item.checked), []).append(item)
    return [(checked, mine[id(checked)]) for checked in report.checked if id(checked) in mine]


def _problems(report: Report) -> list[str]:
    """Shown unfolded: what was not checked is not good."""
    if not report.problems:
        return []
    told = [f"- {code(host_path(problem.path))}: {escaped(problem_told(problem))}" for problem in report.problems]
    rest = [f"- {said(report.language)['more'].format(n=len(told) - ROWS)}"] if told[ROWS:] else []
    return [f"**{said(report.language)['unread']}**", "", *told[:ROWS], *rest, ""]


def _table(report: Report, drafts: Sequence[tuple[Checked, list[Item]]]) -> list[str]:
    shown = [(checked, count) for checked, mine in drafts if (count := sum(item.suppressed is None for item in mine))]
    if not shown:
        return []
    texts = said(report.language)
    lines = [f"| {texts['draft']} | {texts['score']} | {texts['findings']} |", "|---|---:|---:|"]
    lines += [
        f"| {escaped(_name(report, checked))} | {checked.score.value if checked.score else '—'} | {count} |"
        for checked, count in shown[:ROWS]
    ]
    return [*lines, "", *([texts["more"].format(n=len(shown) - ROWS), ""] if shown[ROWS:] else [])]


def _name(report: Report, checked: Checked) -> str:
    return title(checked.record.origin.path, checked.record.origin.place, words(report.language))


def _head(report: Report, checked: Checked) -> str:
    return f"{_name(report, checked)} — {_verdict(report, checked.score)}"


def _verdict(report: Report, score: Score | None) -> str:
    return f"{score.value}, {words(report.language).band[score.band]}" if score else said(report.language)["not_scored"]


def _details(report: Report, head: str, mine: Sequence[Item]) -> str:
    lines = ["<details>", f"<summary>{_in_html(head)}</summary>", ""]
    for item in worst_first([item for item in mine if item.suppressed is None]):
        lines.append(_finding(report, item))
    hidden = [
        f"{code(item.rule)} ({escaped(item.suppressed)})" if item.suppressed else code(item.rule)
        for item in mine
        if item.suppressed is not None
    ]
    if hidden:
        lines += ["", f"{said(report.language)['suppressed']}: {', '.join(hidden)}"]
    return "\n".join([*lines, "", "</details>", ""])


def _finding(report: Report, item: Item) -> str:
    """Severity, points, line, words, message; a better wording below."""
    texts, own = said(report.language), words(report.language)
    cost = f" −{item.cost}" if item.cost else ""
    spot = f"{escaped(item.place)}, " if not item.checked and item.place else ""
    if item.line and not item.place:
        spot = f"{texts['line'].format(n=item.line)}, "
    quote = f" {code(_quote(item))}" if _quote(item) else ""
    line = f"- **{own.severity[item.severity]}{cost}** {spot}{code(item.rule)}: {escaped(item.message)}{quote}"
    return f"{line}<br>{escaped(texts['better'].format(text=item.suggestion))}" if item.suggestion else line


def _quote(item: Item) -> str:
    told = one_line(item.quote)
    return told if len(told) <= QUOTE else f"{told[: QUOTE - 1]}…"


def _fitting(lines: list[str], blocks: list[str], more: str) -> str:
    """As many of the folded blocks as a comment takes; how many were left out is said."""
    text = "\n".join(lines)
    for number, block in enumerate(blocks):
        if len(text) + len(block) > LIMIT:
            return f"{text}\n{more.format(n=len(blocks) - number)}"
        text += f"\n{block}"
    return text
