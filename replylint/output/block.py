"""Findings of one draft as a person reads them: dearest first, the same rule folded, what costs nothing in short."""

from __future__ import annotations

from replylint.expressions import expression
from replylint.lines import Lines
from replylint.model import Checked, Finding
from replylint.output.better import at_edge, better, fragments
from replylint.output.cells import cut, width
from replylint.output.pen import Line, Pen, size
from replylint.output.places import Charged, charged
from replylint.output.quote import quoted

FOLDED = 3
WHOLE = 4
"""A screen has room for so many rules in full; the cheaper ones follow, a line each (`-v`: all in full) …"""
SPARE = 1
"""… unless so few would follow that they fit, too."""
QUOTE = 40
_QUOTED = expression(r"[«“][^«»“”]+[»”]")


def blocks(pen: Pen, checked: Checked) -> list[Line]:
    """A block for each rule that costs points, dearest first; then what costs nothing."""
    groups = _by_rule(charged(checked))
    paid = [group for group in groups if group[0].cost]
    whole = WHOLE if pen.look.verbosity < 1 and len(paid) > WHOLE + SPARE else len(paid)
    lines: list[Line] = []
    for group in paid[:whole]:
        lines += [(), *_block(pen, checked, group)]
    lines += [()] if paid[whole:] else []
    for group in paid[whole:]:
        lines += _row(pen, checked, group)
    return lines + _free(pen, checked, [group for group in groups if not group[0].cost])


def _by_rule(found: list[Charged]) -> list[list[Charged]]:
    """Findings of a rule together, the dearest first; rules by what they cost in all, then by place."""
    groups: dict[str, list[Charged]] = {}
    for item in found:
        groups.setdefault(item.finding.rule, []).append(item)
    ordered = [sorted(group, key=lambda item: -item.cost) for group in groups.values()]
    return sorted(ordered, key=lambda group: (-sum(item.cost for item in group), group[0].finding.span))


def _block(pen: Pen, checked: Checked, group: list[Charged]) -> list[Line]:
    reply, (finding, cost) = checked.record.reply, group[0]
    return [
        *head(pen, finding, cost),
        *([] if at_edge(finding, reply) else quoted(pen, reply, finding.span, finding.severity)),
        *pen.paragraph(advice(pen, finding)),
        *better(pen, reply, finding),
        *_again(pen, reply, group[1:]),
        *_why(pen, finding),
    ]


def _row(pen: Pen, checked: Checked, group: list[Charged]) -> list[Line]:
    """A rule in a line or two: its title, and the words it found or what to do."""
    finding = group[0].finding
    title = pen.report.rulebook.titles.get(finding.rule, finding.rule)
    missing = finding.span.start == finding.span.end
    told = f". {_brief(pen, checked, group)}" if missing else f": {_quotes(pen, checked.record.reply, group)}"
    return pen.paragraph(title + told, lead=_lead(pen, finding, group))


def _quotes(pen: Pen, reply: str, group: list[Charged]) -> str:
    seen = [_short_quote(pen, reply, item.finding) for item in group[:FOLDED]]
    return ", ".join([*seen, *([pen.say("rest", n=len(group) - FOLDED)] if len(group) > FOLDED else [])])


def _lead(pen: Pen, finding: Finding, group: list[Charged]) -> Line:
    """Severity and points."""
    word, cost = pen.own.severity[finding.severity], sum(item.cost for item in group)
    gap = max(map(width, pen.own.severity.values())) - width(word)
    return (pen.ink(f" {word} ", finding.severity), *pen.space(gap), pen.ink(f"{f'−{cost}':>4}  ", "bold"))


def head(pen: Pen, finding: Finding, cost: int) -> list[Line]:
    """Severity, points, title; at the right end the rule's name, if there is room."""
    lead = _lead(pen, finding, [Charged(finding, cost)])
    title = pen.report.rulebook.titles.get(finding.rule, finding.rule)
    lines = pen.paragraph(title, "bold", lead=lead)
    gap = pen.width - size(lines[0]) - width(finding.rule) - 1
    if title != finding.rule and len(lines) == 1 and gap > 1:
        return [(*lines[0], *pen.space(gap), pen.ink(finding.rule, "dim"))]
    return lines


def advice(pen: Pen, finding: Finding) -> str:
    """The message; where it begins with the rule's title, which stands above it, only what follows."""
    title = pen.report.rulebook.titles.get(finding.rule, "")
    head, sign, rest = finding.message.partition(": ")
    if title and sign and head.casefold() == title.casefold():
        return rest[:1].upper() + rest[1:]
    return finding.message


def _again(pen: Pen, reply: str, others: list[Charged]) -> list[Line]:
    """«Ещё 2 таких же, −5: «…» → «…», …»."""
    if not others:
        return []
    limit = FOLDED if pen.look.verbosity < 1 else len(others)
    seen = [shown for item in others[:limit] if (shown := _short_quote(pen, reply, item.finding))]
    if others[limit:]:
        seen.append(pen.say("rest", n=len(others) - limit))
    cost = sum(item.cost for item in others)
    told = pen.say("again", n=len(others), same=pen.own.form(len(others), "same"))
    where = f": {', '.join(seen)}" if seen else ""
    return pen.paragraph(f"{told}{f', −{cost}' if cost else ''}{where}")


def _short_quote(pen: Pen, reply: str, finding: Finding) -> str:
    """«old» → «new»; of something missing what the message quotes (an open question), or its line where there are several."""
    if finding.span.start == finding.span.end:
        quoted = _QUOTED.search(finding.message)
        line = Lines(reply).position(finding.span.start)[0]
        return quoted[0] if quoted else pen.say("at_line", n=line) if line > 1 else ""
    old = pen.say("quote", text=cut(" ".join(reply[finding.span.start : finding.span.end].split()), QUOTE))
    changes = fragments(reply, finding)
    if len(changes) == 1 and changes[0][1] and len(changes[0][1]) <= QUOTE:
        return f"{old} → {pen.say('quote', text=changes[0][1].strip())}"
    return old


def _why(pen: Pen, finding: Finding) -> list[Line]:
    if pen.look.verbosity < 1 or not finding.why.strip():
        return []
    return pen.paragraph(f"{pen.say('why')}: {finding.why}", "dim")


def _brief(pen: Pen, checked: Checked, group: list[Charged]) -> str:
    """«Скажите проще — «осуществим возврат» → «вернём», ×2»."""
    finding = group[0].finding
    told = advice(pen, finding)
    if finding.span.start < finding.span.end:
        told = f"{told.removesuffix('.')} — {_short_quote(pen, checked.record.reply, finding)}"
    return f"{told} (×{len(group)})" if len(group) > 1 else told


def _free(pen: Pen, checked: Checked, groups: list[list[Charged]]) -> list[Line]:
    """A line or two for each rule that costs nothing: advice, and what other findings account for."""
    lines: list[Line] = [(), (pen.ink(pen.say("free"), "bold"),)] if groups else []
    bullet = (*pen.space(2), pen.ink("· ", "dim"))
    for group in groups:
        if group[0].finding.severity == "info":
            lines += pen.paragraph(_brief(pen, checked, group), lead=bullet)
    counted = [group[0].finding.rule for group in groups if group[0].finding.severity != "info"]
    if counted:
        titles = ", ".join(pen.report.rulebook.titles.get(rule, rule) for rule in counted)
        lines += pen.paragraph(pen.say("counted", list=titles), lead=bullet)
    return lines
