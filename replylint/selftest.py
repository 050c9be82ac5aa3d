"""Rules against their own examples, and rules with a word taken out against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from replylint.context.build import situation_of
from replylint.engine import Options, findings_of
from replylint.errors import UsageFault
from replylint.examples import CONTEXT_KEYS, Example
from replylint.fixing import mend
from replylint.model import Finding, Record
from replylint.plan import applies
from replylint.rule import Rule
from replylint.rulebook import Rulebook
from replylint.rulefile import RuleSource
from replylint.yamltext import nearest


class Failure(NamedTuple):
    """An example that does not come out as its file says."""

    rule: str
    path: str
    line: int
    message: str


def chosen(book: Rulebook, names: Sequence[str]) -> list[RuleSource]:
    """Sources by rule id or by path of file or folder; all where none is named. Raises UsageFault."""
    if not names:
        return list(book.sources)
    found = [s for s in book.sources if any(s.head["id"] == name or _inside(s.path, name) for name in names)]
    known = [s.head["id"] for s in book.sources]
    for name in names:
        if name not in known and not any(_inside(s.path, name) for s in found):
            near = nearest(name, known)
            raise UsageFault(f"нет такого правила — «{name}»", hint=f"может быть, {near}?" if near else "replylint rules")
    return found


def _inside(path: str, name: str) -> bool:
    place = Path(name)
    return place.exists() and Path(path).resolve().is_relative_to(place.resolve())


def run(source: RuleSource, book: Rulebook) -> Iterator[Failure]:
    """All failures of a rule's own examples."""
    rule = book.rule(source.head["id"])
    assert rule is not None
    for example in source.bad:
        yield from _bad(rule, example, book)
    for example in source.good:
        found = outcome(rule, example, book)
        if found:
            places = ", ".join(f"«{example.text[f.span.start : f.span.end]}»" for f in found)
            yield _failure(rule, example, f"хороший пример сработал: {places}")


def outcome(rule: Rule, example: Example, book: Rulebook, text: str | None = None) -> list[Finding]:
    """The findings of one rule for an example, in a context that satisfies the rule's `when` unless the example tells."""
    record = record_of(rule, example, text)
    profile = example.profile._replace(
        register=example.profile.register or record.register,
        brands=example.profile.brands or ((record.brand,) if record.brand else ()),
    )
    forced = {} if record.customer_message else {key: values[0] == "yes" for key, values in rule.when.items()}
    situation = situation_of(record, book, profile, forced)
    if not applies(rule, situation.context).holds:
        return []
    return list(findings_of(rule, situation, Options(profile=profile)))


def record_of(rule: Rule, example: Example, text: str | None = None) -> Record:
    """The record of an example: what it tells, and what the rule's `when` asks for."""
    values: dict[str, Any] = {key: entry[0] for key, entry in rule.when.items() if key in CONTEXT_KEYS}
    values |= {key: value for key, value in example.context.items() if key in CONTEXT_KEYS}
    if "rating" in values:
        values["rating"] = int(values["rating"])
    return Record(example.text if text is None else text, history=example.history, **values)


def _bad(rule: Rule, example: Example, book: Rulebook) -> Iterator[Failure]:
    found = outcome(rule, example, book)
    if {f.span for f in found} != set(example.spans):
        yield _failure(rule, example, f"отмечено {_shown(example, example.spans)}, найдено {_shown(example, [f.span for f in found])}")
        return
    wanted = example.fixed()
    if wanted is None:
        return
    mended = mend(example.text, found, unsafe=True).text
    if mended != wanted:
        yield _failure(rule, example, f"исправлено «{mended}», а должно быть «{wanted}»")
    elif len(outcome(rule, example, book, wanted)) >= len(found):
        yield _failure(rule, example, f"исправленный текст снова сработал: «{wanted}»")


def _shown(example: Example, spans: Any) -> str:
    shown = [f"«{example.text[s.start : s.end]}» ({s.start}–{s.end})" for s in sorted(set(spans))]
    return ", ".join(shown) or "ничего"


def _failure(rule: Rule, example: Example, message: str) -> Failure:
    return Failure(rule.id, example.path, example.line, message)
