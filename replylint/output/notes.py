"""What stands below the findings: what went well, how the situation was understood, what would sharpen the verdict."""

from __future__ import annotations

from replylint.model import Checked, Record
from replylint.output.pen import Line, Pen
from replylint.output.places import charged

GUESSED = ("intent", "mood", "fault", "stage")
OPTIONS = {
    "name_known": "name", "name_used": "name", "name_told": "name", "message_told": "message", "brand_told": "brand", "agent_told": "agent",
    "public_channel": "channel", "plain_fault": "fault", "channel": "channel", "rating": "rating", "platform": "platform",
    "register": "register", "brand": "brand", "agent": "agent", "customer_name": "name", "customer_message": "message",
}  # fmt: skip
"""What a rule wants to know → the option that tells it; all else shows in the customer's message."""
KEYS = {"message": "customer_message", "name": "customer_name"}
"""Options whose key in a record has another name."""


def notes(pen: Pen, checked: Checked) -> list[Line]:
    """A line for each note there is; none when quiet."""
    if pen.look.verbosity < 0:
        return []
    told = [(_praise(pen, checked), ""), (_mending(pen, checked), ""), (_sharpen(pen, checked), ""), (_understood(pen, checked), "dim")]
    if pen.look.verbosity > 0:
        told += [(_suppressed(pen, checked), "dim"), (_ignored(pen, checked), "dim")]
    if pen.look.verbosity > 1:
        told.append((_skipped(pen, checked), "dim"))
    lines = [line for text, style in told if text for line in pen.paragraph(text, style, indent=0)]
    return [(), *lines] if lines else []


def _praise(pen: Pen, checked: Checked) -> str:
    return pen.say("well", list=", ".join(checked.praise)) if checked.praise else ""


def _mending(pen: Pen, checked: Checked) -> str:
    fixes = [item.finding.fix for item in charged(checked) if item.finding.fix]
    counts = {"safe_fix": sum(fix.safe for fix in fixes), "unsafe_fix": sum(not fix.safe for fix in fixes)}
    there = [key for key, number in counts.items() if number]
    if not there:
        return ""
    told = pen.own.amount(counts[there[0]], "finding")
    return pen.say("both_fixes", n=told, more=counts["unsafe_fix"]) if there[1:] else pen.say(there[0], n=told)


def _sharpen(pen: Pen, checked: Checked) -> str:
    """Which context would let more rules judge: as options, or as keys of a record in a table."""
    wanted = {option(entry.unknown, checked.record): None for entry in checked.not_applicable if entry.unknown}
    count = sum(bool(entry.unknown and option(entry.unknown, checked.record)) for entry in checked.not_applicable)
    names = [name for name in wanted if name]
    if not names or checked.score is None:
        return ""
    row = bool(checked.record.origin.place)
    shown = [KEYS.get(name, name) if row else f"--{name}" for name in names]
    rules = pen.own.amount(count, "more")
    return pen.say("sharpen_row" if row else "sharpen", list=pen.own.listed(shown), rules=rules, n=checked.score.coverage)


def option(unknown: str, record: Record) -> str:
    """The option that tells what a rule wants to know; "" where only another message could."""
    known = OPTIONS.get(unknown, "message")
    if known == "message" and record.customer_message:
        return unknown if unknown in GUESSED else ""
    return known


def _understood(pen: Pen, checked: Checked) -> str:
    """What was guessed of the situation: «жалоба, первый ответ; похоже, клиент сердится»."""
    said: dict[str, list[str]] = {"sure": [], "weak": []}
    for key in GUESSED:
        known = checked.context.known.get(key)
        shown = pen.own.values[key].get(known.value, known.value) if known else ""
        if known and shown and known.certainty in said:
            said[known.certainty].append(shown)
    parts = [", ".join(said["sure"])] if said["sure"] else []
    if said["weak"]:
        parts.append(pen.say("probably", list=", ".join(said["weak"])))
    return pen.say("understood", list="; ".join(parts)) if parts else ""


def _suppressed(pen: Pen, checked: Checked) -> str:
    hidden = [f"{f.rule} ({f.suppressed})" if f.suppressed else f.rule for f in checked.findings if f.suppressed is not None]
    return pen.say("suppressed", list=", ".join(hidden)) if hidden else ""


def _ignored(pen: Pen, checked: Checked) -> str:
    return pen.say("ignored", list=", ".join(checked.record.ignored)) if checked.record.ignored else ""


def _skipped(pen: Pen, checked: Checked) -> str:
    skipped = [f"{entry.rule} ({entry.reason})" for entry in checked.not_applicable]
    return f"{pen.say('skipped')}: {', '.join(skipped)}" if skipped else ""
