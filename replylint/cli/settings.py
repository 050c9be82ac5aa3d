"""Command line × configuration → what a run does. Values of the command line win."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from replylint.cli.words import say
from replylint.config import Config
from replylint.config import load as load_config
from replylint.engine import Options
from replylint.errors import ConfigFault, UsageFault
from replylint.model import SEVERITIES, Language, Severity
from replylint.rulebook import Rulebook
from replylint.sources import Reading

ALLOWED = {
    "channel": ("public", "private"),
    "stage": ("first", "in-progress", "resolved", "closing"),
    "intent": ("question", "price", "complaint", "praise", "suggestion", "troll", "other"),
    "fault": ("ours", "theirs", "unknown", "none"),
    "mood": ("angry", "upset", "neutral", "happy"),
    "register": ("vy", "ty", "mirror"),
    "rating": ("1", "2", "3", "4", "5"),
}


class Settings(NamedTuple):
    """One run of `check`."""

    reading: Reading
    options: Options
    config: Config
    fail_on: str = "minor"
    min_score: int = 0
    min_coverage: int = 0
    exit_zero: bool = False
    severities: Mapping[str, Severity] = {}


def one_of(option: str, value: str, allowed: Sequence[str]) -> str:
    """The value of an option, if it is allowed. Raises UsageFault with the nearest word."""
    if value and value not in allowed:
        from replylint.yamltext import nearest

        near = nearest(value, list(allowed))
        hint = say(f"может быть, {near}?", f"did you mean {near}?") if near else ", ".join(allowed)
        raise UsageFault(say(f"--{option}: нет такого значения «{value}»", f"--{option}: no such value “{value}”"), hint=hint)
    return value


def context(given: Mapping[str, str], message_file: str) -> dict[str, Any]:
    """The context told on the command line, checked; `--message-file` is read."""
    told: dict[str, Any] = {key: one_of(key.replace("_", "-"), value, ALLOWED.get(key, (value,))) for key, value in given.items() if value}
    if message_file:
        told["customer_message"] = _message(message_file)
    if "rating" in told:
        told["rating"] = int(told["rating"])
    return told


def _message(path: str) -> str:
    from replylint.model import Problem
    from replylint.sources import read

    for item in read([path], Reading()):
        if isinstance(item, Problem):
            raise UsageFault(item.message, path=item.path)
        return item.reply
    raise UsageFault(say("в файле нет сообщения", "no message in the file"), path=path)


def split(values: Sequence[str] | None) -> tuple[str, ...]:
    """`--select a,b --select c` → (a, b, c)."""
    return tuple(part.strip() for value in values or () for part in value.split(",") if part.strip())


def reading_of(config: Config, columns: dict[str, tuple[str, ...]]) -> Reading:
    """How sources are read: what the configuration says, and the columns of the command line over its own."""
    told = {key: (value,) if isinstance(value, str) else tuple(value) for key, value in config.columns.items()} | columns
    several = told.get("reply", ())
    return Reading(
        columns={key: names[0] for key, names in told.items()},
        replies=several if len(several) > 1 else (),
        sheets=config.sheets,
        paths=config.paths,
        literals=config.literals,
        format=config.format,
        inactive=config.inactive == "check",
        include=config.include,
        # Rules are YAML too, but no templates.
        exclude=(*config.exclude, *((config.rules,) if config.rules not in ("", ".") else ())),
        situations=config.situations,
    )


def columns(values: Sequence[str] | None) -> dict[str, tuple[str, ...]]:
    """`--column reply="Ответ"` → {reply: (Ответ,)}; `reply` may stand several times. Raises UsageFault."""
    found: dict[str, tuple[str, ...]] = {}
    for value in values or ():
        key, sign, name = value.partition("=")
        if not sign or not name:
            raise UsageFault(say(f"--column: нужно КЛЮЧ=СТОЛБЕЦ, а не «{value}»", f"--column wants KEY=COLUMN, not “{value}”"))
        before = found.get(key.strip(), ()) if key.strip() == "reply" else ()
        found[key.strip()] = (*before, name.strip())
    return found


def rules_folder(config: Config) -> Path | None:
    """The folder of the house's own rules. Raises ConfigFault where there is none."""
    if not config.rules:
        return None
    folder = Path(config.rules)
    if not folder.is_dir():
        raise ConfigFault(say("rules: нет такой папки", "rules: no such folder"), path=config.rules)
    return folder


def house_book(paths: Sequence[str] = ()) -> Rulebook:
    """The rulebook with the rules of the house nearest to a path (or to the current folder)."""
    from replylint.rulebook import load

    return load(rules_folder(configuration(paths, "", isolated=False)))


def known_rules(names: Sequence[str], option: str, book: Rulebook) -> tuple[str, ...]:
    """Rule ids or categories. Raises UsageFault for an unknown one, with the nearest."""
    known = [name for rule in book.rules for name in (rule.id, rule.category)]
    for name in names:
        if name not in known:
            from replylint.yamltext import nearest

            near = nearest(name, known)
            hint = say(f"может быть, {near}?", f"did you mean {near}?") if near else "replylint rules"
            raise UsageFault(say(f"{option}: нет такого правила — «{name}»", f"{option}: no such rule: “{name}”"), hint=hint)
    return tuple(names)


def severity(option: str, value: str) -> str:
    """A severity, or `never`. Raises UsageFault."""
    return one_of(option, value, (*SEVERITIES, "never"))


def configuration(paths: Sequence[str], explicit: str, *, isolated: bool) -> Config:
    """The configuration nearest to the first input (stdin: to the current folder)."""
    start = Path(paths[0]) if paths and paths[0] != "-" else Path()
    return load_config(start, explicit, isolated)


def language(told: str, config: Config) -> Language:
    """The language of reports. Raises UsageFault."""
    return cast("Language", one_of("lang", told or getattr(config, "lang", "") or "ru", ("ru", "en")))
