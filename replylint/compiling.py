"""Rule sources → the compiled rulebook: plain data that a cache can keep."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from replylint import morph
from replylint.checks.inflect import table
from replylint.checks.template import packed, pieces, template
from replylint.errors import RuleFault
from replylint.fields import Phrase, Phrases
from replylint.model import Severity
from replylint.namebook import name_book
from replylint.pattern.build import Builder
from replylint.pattern.parse import PatternError, parse
from replylint.pattern.tree import Group, Node, OneOf, Optional, Row, is_loose, words_of
from replylint.rule import at_most
from replylint.rulefile import RuleSource, Sources

_ARROW = re.compile(r"\s+→(\?)?\s+")


def compiled(sources: Sources) -> dict[str, Any]:
    """The compiled rulebook of all sources. Raises RuleFault for a phrase that does not follow the language."""
    from replylint.conditions import check_conditions, check_cues

    check_conditions(sources)
    check_cues(sources)
    groups = groups_of(sources)
    work = Lists(groups, sources)
    rules = [_rule(source, work) for source in sources.rules]
    cues = {key: _cues(spec, work) for key, spec in sources.cues.items()}
    names = name_book(sources.names)
    automaton = work.builder.finish(names["forms"])
    return {
        "rules": rules,
        "automaton": asdict(automaton),
        "cues": cues,
        "names": names,
        "policy": dict(sources.policy),
        "measured": dict(sources.measured),
        "platforms": dict(sources.platforms),
        "slots": dict(sources.slots),
        "unknown": sorted(work.builder.unknown),
    }


def groups_of(sources: Sources) -> dict[str, Node]:
    """The named groups as trees. Raises RuleFault for one that names itself or an unknown one."""
    groups = {name: _group(phrases) for name, phrases in sources.groups.items()}
    _check_groups(groups, sources.groups)
    return groups


class Lists:
    """Numbers phrase lists; a list that is one whole group shares the group's number."""

    def __init__(self, groups: Mapping[str, Node], sources: Sources) -> None:
        self.builder = Builder(groups, sources.models)
        self.groups = groups
        self.measured = sources.measured
        self._count = 0
        self._shared: dict[str, int] = {}

    def number(self, phrases: Phrases) -> int:
        """The number of a phrase list."""
        trees = [_tree(phrase) for phrase in phrases]
        if len(trees) == 1 and isinstance(trees[0], Group) and trees[0].name in self.groups:
            name = trees[0].name
            if name not in self._shared:
                self._shared[name] = self._add([self.groups[name]])
            return self._shared[name]
        for tree, phrase in zip(trees, phrases, strict=True):
            self._check_known_groups(tree, phrase)
        return self._add(trees)

    def _add(self, trees: Sequence[Node]) -> int:
        number = self._count
        self._count += 1
        for line, tree in enumerate(trees):
            self.builder.add(tree, number, line)
        return number

    def _check_known_groups(self, tree: Node, phrase: Phrase) -> None:
        for name in _names(tree):
            if name not in self.groups:
                raise RuleFault(
                    f"нет такой группы слов: @{name}", path=phrase.path, line=phrase.line, hint=f"есть {', '.join(sorted(self.groups))}"
                )


def _names(tree: Node) -> list[str]:
    match tree:
        case Group(name):
            return [name]
        case Optional(part):
            return _names(part)
        case OneOf(parts) | Row(parts):
            return [name for part in parts for name in _names(part)]
        case _:
            return []


def _tree(phrase: Phrase) -> Node:
    try:
        return parse(_ARROW.split(phrase.text)[0])
    except PatternError as error:
        raise RuleFault(error.message, path=phrase.path, line=phrase.line, column=error.column) from error


def _group(phrases: Phrases) -> Node:
    trees = tuple(_tree(phrase) for phrase in phrases)
    return trees[0] if len(trees) == 1 else OneOf(trees)


def _check_groups(groups: Mapping[str, Node], phrases: Mapping[str, Phrases]) -> None:
    """Groups may name groups, but not in a circle."""

    def visit(name: str, above: tuple[str, ...]) -> None:
        place = phrases[above[-1] if above else name][0]
        if name not in groups:
            raise RuleFault(f"нет такой группы слов: @{name}", path=place.path, line=place.line)
        if name in above:
            raise RuleFault(f"группа @{name} ссылается сама на себя", path=place.path, line=place.line)
        for other in _names(groups[name]):
            visit(other, (*above, name))

    for name in groups:
        visit(name, ())


def _rule(source: RuleSource, work: Lists) -> dict[str, Any]:
    spec: dict[str, Any] = dict(source.values)
    for key, phrases in source.phrases.items():
        spec[key] = work.number(phrases)
    replacements = {n: r for n, phrase in enumerate(source.phrases.get("find", ())) if (r := _replacement(phrase))}
    if replacements:
        spec["replace"] = {line: packed(made) for line, made in replacements.items()}  # few are ever needed
    ceiling = ceiling_of(source.head["expected"], work.measured.get(source.head["id"]))
    return {
        **source.head,
        "ceiling": ceiling,
        "worth": at_most(source.head["severity"], ceiling),
        "spec": spec,
        "lists": {key: work.number(phrases) for key, phrases in source.excuses.items()},
    }


ENOUGH_HITS = 10


def ceiling_of(expected: str, measured: Mapping[str, str] | None) -> Severity:
    """The dearest severity that a rule's precision allows (scoring.md, point 7): measured over ten hits, else expected."""
    hits, right = (_count(measured, "hits", "read"), _count(measured, "right", "read_right")) if measured else (0, 0)
    if hits < ENOUGH_HITS:
        return {"high": "critical", "medium": "minor", "low": "info"}[expected]  # type: ignore[return-value]  # severities
    precision = right / hits
    return "critical" if precision >= 0.9 else "minor" if precision >= 0.75 else "info"


def _count(measured: Mapping[str, str], *keys: str) -> int:
    return sum(int(measured.get(key, 0)) for key in keys)


def _replacement(phrase: Phrase) -> dict[str, Any] | None:
    """What stands behind `→` (`→?` for a wording that somebody should read)."""
    parts = _ARROW.split(phrase.text)
    if len(parts) < 3:
        return None
    tree = _tree(phrase)
    words = [word for word in words_of(tree) if not word.exact]
    lemmas = sorted({lemma for word in words for lemma in morph.lemmas(word.text)})
    forms = sorted({form for word in words for form in morph.forms(word.text, word.forms)})
    exact = sorted({morph.fold(word.text) for word in words_of(tree) if word.exact})
    made = template(parts[2].strip(), lemmas, safe=parts[1] is None, exact=exact, loose=is_loose(tree))
    if made["loose"]:  # which words the phrase names must be told from those that it lets stand between
        made["named"] = " ".join(("", *forms, *exact, ""))
    return {**made, "table": table(pieces(made), forms, lemmas)}


def _cues(spec: Any, work: Lists) -> Any:
    """A cue file with its phrase lists numbered."""
    if isinstance(spec, dict):
        return {key: _cues(value, work) for key, value in spec.items()}
    if isinstance(spec, list):
        return [_cues(item, work) for item in spec]
    if isinstance(spec, tuple):
        return work.number(spec)
    return spec
