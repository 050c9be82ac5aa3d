"""One exercise out of its mapping in a set; what it leaves open the `defaults` of the set tell."""

from __future__ import annotations

from typing import Any, cast

from replylint import examples, yamltext
from replylint.conditions import VALUES
from replylint.errors import RuleFault
from replylint.fields import Fields, phrases
from replylint.model import SEVERITIES, Severity
from replylint.rulebook import Rulebook
from replylint.trainer.model import CONTEXT, FIVE, LEVELS, SCALES, Demand, Exercise, Pass, Scale
from replylint.trainer.times import moment

DEFAULT_KEYS = ("channel", "platform", "stage", "register", "brand", "agent", "pass", "scale", "deadline", "rules")
RULE_KEYS = ("select", "ignore", "severity")
KEYS = ("id", "title", "level", *CONTEXT, "must", "must_not", "rules", "pass", "scale", "deadline", "hints", "model")
LONGEST = 60
"""So many characters of an id at most."""


def exercise(fields: Fields, defaults: Fields | None, level: int, title: str, book: Rulebook) -> Exercise:
    """One exercise. Raises RuleFault with the line of what is missing, unknown or wrong."""
    fields.no_others(KEYS)
    rules = _rules(_either("rules", fields, defaults), book)
    return Exercise(
        id=_id(fields),
        title=fields.text("title"),
        level=level_of(fields, level),
        must=_demands(fields, "must", "what"),
        must_not=_demands(fields, "must_not", "reason"),
        passing=_pass(fields, defaults),
        deadline=_deadline(_either("deadline", fields, defaults)),
        hints=tuple(text for text, _ in fields.lines("hints")) if "hints" in fields else (),
        model=_model(fields),
        set_title=title,
        path=fields.path,
        line=fields.node.line,
        **rules,
        **_context(fields, defaults),
    )


def _either(key: str, fields: Fields, defaults: Fields | None) -> Fields | None:
    """The mapping that tells a key: the exercise, else the defaults of its set, else none."""
    return fields if key in fields else defaults if defaults and key in defaults else None


def _id(fields: Fields) -> str:
    name = fields.text("id")
    if not name or len(name) > LONGEST or not all(sign.isalnum() or sign in "-_." for sign in name) or "__" in name:
        raise fields.fault("id", f"«id»: буквы, цифры, «-» и «_», не длиннее {LONGEST} знаков, без «__»: по нему называют файлы ответов")
    return name


def level_of(fields: Fields, default: int) -> int:
    """The level that a mapping tells, else the default."""
    level = fields.whole("level", default)
    if level not in LEVELS:
        raise fields.fault("level", f"«level»: нет уровня {level}", f"есть {', '.join(map(str, LEVELS))}")
    return level


def _model(fields: Fields) -> str:
    text = fields.raw("model").strip() if "model" in fields else ""
    if not text:
        raise RuleFault("у упражнения должен быть образцовый ответ: «model»", path=fields.path, line=fields.line("model"))
    return text


def _context(fields: Fields, defaults: Fields | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in CONTEXT:
        owner = _either(key, fields, defaults)
        if owner is None or key == "history":
            continue
        found[key] = owner.choice(key, VALUES[key]) if key in VALUES else owner.text(key)
    found["history"] = examples.history(fields)
    if "rating" in found:
        found["rating"] = int(found["rating"])
    if not found.get("customer_message") and not found.get("rating"):
        raise RuleFault("нет ключа «customer_message»: на что отвечать?", path=fields.path, line=fields.node.line)
    return found


def _demands(fields: Fields, key: str, word: str) -> tuple[Demand, ...]:
    if key not in fields:
        return ()
    found = []
    for item in fields.items(key):
        item.no_others((word, "phrases", "severity"))
        if "phrases" not in item:
            raise RuleFault("нет ключа «phrases»", path=item.path, line=item.node.line)
        found.append(Demand(item.text(word), phrases(item, "phrases"), item.choice("severity", SEVERITIES, "major")))
    return tuple(found)


def _rules(owner: Fields | None, book: Rulebook) -> dict[str, Any]:
    """`rules: {select, ignore, severity}`: which rules matter here, and how much."""
    if owner is None:
        return {}
    inner = owner.inner("rules")
    inner.no_others(RULE_KEYS)
    known = dict.fromkeys(name for rule in book.rules for name in (rule.id, rule.category))
    found: dict[str, Any] = {key: _names(inner, key, known) for key in ("select", "ignore") if key in inner}
    if "severity" in inner:
        chosen = inner.inner("severity")
        chosen.no_others([rule.id for rule in book.rules])
        found["severity"] = {name: cast("Severity", chosen.choice(name, SEVERITIES)) for name in chosen.names()}
    return found


def _names(fields: Fields, key: str, known: dict[str, None]) -> tuple[str, ...]:
    names = tuple(part.strip() for text, _ in fields.lines(key) for part in text.split(",") if part.strip())
    for name in names:
        if name not in known:
            near = yamltext.nearest(name, known)
            raise fields.fault(key, f"нет такого правила — «{name}»", f"может быть, «{near}»?" if near else "replylint rules")
    return names


def _pass(fields: Fields, defaults: Fields | None) -> Pass:
    owner = _either("scale", fields, defaults)
    scale: Scale = owner.choice("scale", SCALES) if owner else "points"
    owner = _either("pass", fields, defaults)
    if owner is None:
        return Pass(scale)
    least, marks = owner.whole("pass", 0), {mark: points for points, mark in FIVE}
    if scale == "five":
        if least not in marks:
            raise owner.fault("pass", f"«pass»: на шкале five нужна оценка от 2 до 5, а не {least}")
        return Pass(scale, marks[least])
    if not 1 <= least <= 100:
        raise owner.fault("pass", f"«pass»: нужны баллы от 1 до 100, а не {least}")
    return Pass(scale, least)


def _deadline(owner: Fields | None) -> str:
    if owner is None:
        return ""
    text = owner.text("deadline")
    if moment(text) is None:
        raise owner.fault("deadline", f"«deadline»: нужна дата, например 2026-03-14 или 2026-03-14T18:00, а не «{text}»")
    return text
