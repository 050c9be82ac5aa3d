"""«Mend this line»: the rules' own bad examples as tasks. A line is mended when its rule is silent and no new fault came in."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, zip_longest

from replylint.context.build import situation_of
from replylint.engine import Options, active, check_one
from replylint.examples import HOUSE, Example
from replylint.model import Checked, Finding, Record, RulebookFacts, Span
from replylint.rule import Rule
from replylint.rulebook import Rulebook
from replylint.rulefile import RuleSource
from replylint.scoring import score
from replylint.selftest import outcome, record_of
from replylint.trainer.course import CONTEXT, Exercise, Pass
from replylint.trainer.practice import Task

EACH = 3
"""So many lines of a rule at most."""
SHORTEST, LONGEST = 25, 600
"""A line to mend has so many characters: a word alone gives nothing to work with."""
KEPT = 3
"""A mended line keeps at least this part of the length, one in …"""


class Lines:
    """The bad examples as tasks."""

    def __init__(self, book: Rulebook, options: Options) -> None:
        self._book = book
        self._options = options
        self._examples: dict[str, tuple[Rule, Example]] = {}
        self.facts: RulebookFacts = book.facts(options.lang, [rule.id for rule in active(book, options)])
        rounds = zip_longest(*(list(self._of(source)) for source in book.sources))  # a line of each rule, then another of each
        made = [exercise for exercise in chain.from_iterable(rounds) if exercise]
        self.tasks = tuple(
            Task(exercise, number, len(made), self._examples[exercise.id][1].text, self._examples[exercise.id][0].id)
            for number, exercise in enumerate(made, 1)
        )

    def _of(self, source: RuleSource) -> Iterator[Exercise]:
        """The tasks of one rule."""
        rule = next((one for one in active(self._book, self._options) if one.id == source.head["id"]), None)
        fit = [one for one in source.bad if SHORTEST <= len(one.text) <= LONGEST and one.profile == HOUSE]
        for example in fit[:EACH] if rule and rule.severity != "info" else ():
            assert rule
            exercise = _exercise(rule, example, source, self._options)
            self._examples[exercise.id] = (rule, example)
            yield exercise

    def trains(self, task: Task) -> Mapping[str, int]:
        """The category of the rule, and the rule itself."""
        rule = self._examples[task.id][0]
        return {rule.category: 1, rule.id: 1}

    def judge(self, task: Task, answer: str) -> Checked:
        """What the rule still finds, and what other rules find that the bad line was free of."""
        rule, example = self._examples[task.id]
        record = record_of(rule, example, answer)
        found = outcome(rule, example, self._book, answer)
        before = Counter(one.rule for one in self._all(record._replace(reply=example.text)).findings)
        checked = self._all(record)
        for one in checked.findings:
            before[one.rule] -= 1
            if before[one.rule] < 0 and one.rule != rule.id and self._written(one):
                found.append(one)
        found.sort(key=lambda one: (one.span, one.rule))
        gutted = len(answer.strip()) * KEPT < len(example.text) and example.fixed() is None
        return self._verdict(checked, [*found, *([_gutted(rule, answer, self._options)] if gutted and not found else [])])

    def _written(self, finding: Finding) -> bool:
        """Whether words show the fault: a line to mend is a fragment, what it lacks besides is not asked for."""
        rule = self._book.rule(finding.rule)
        return finding.span.start < finding.span.end and rule is not None and not rule.praise

    def _all(self, record: Record) -> Checked:
        return check_one(record, self._book, self._options)

    def _verdict(self, checked: Checked, found: list[Finding]) -> Checked:
        if checked.score is None:
            situation = situation_of(checked.record, self._book, self._options.profile)
            return Checked(checked.record, situation.context)
        return checked._replace(findings=tuple(found), score=score(found, self._book.policy, {}, {}), praise=())


def _exercise(rule: Rule, example: Example, source: RuleSource, options: Options) -> Exercise:
    told = record_of(rule, example)
    good = example.fixed() or next((one.text for one in source.good), "")
    lang = options.lang
    hints = (rule.suggestion.get(lang, ""), rule.why[lang])
    return Exercise(
        id=f"mend:{rule.id}:{zlib.crc32(_told(example).encode()):08x}",
        title=rule.title[lang],
        hints=tuple(text.strip() for text in hints if text.strip()),
        model=good,
        passing=Pass(least=100),
        history=example.history,
        **{key: value for key in CONTEXT if key != "history" and (value := getattr(told, key))},
    )


def _told(example: Example) -> str:
    """What makes an example this one, wherever it stands in its file."""
    return f"{example.text}\n{sorted(example.context.items())}\n{[one.text for one in example.history]}"


def _gutted(rule: Rule, answer: str, options: Options) -> Finding:
    """A line of which hardly anything is left is not mended."""
    told = {"ru": "Почти ничего не осталось: исправьте, а не вычёркивайте.", "en": "Hardly anything is left: mend, do not strike out."}
    end = len(answer.rstrip())
    return Finding(rule.id, rule.category, "major", told[options.lang], rule.why[options.lang], Span(end, end))
