"""One template judged: filled, checked as the reply it becomes, its findings brought back to the author's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from replylint import engine
from replylint.engine import Options
from replylint.library import telling
from replylint.library.filling import Filled, variants
from replylint.library.parts import Literal, Slot, slots_in
from replylint.library.placeholders import Styles
from replylint.library.samples import Samples
from replylint.model import Checked, Finding, NotApplicable, Problem, Record
from replylint.rule import RANK
from replylint.rulebook import Rulebook

T = TypeVar("T", str, NotApplicable)
UNDECLARED = "template-slot-undeclared"


@dataclass(slots=True)
class Judge:
    """Judges templates: the rules, what slots look like and are filled with. `options_for` knows the options of a path."""

    book: Rulebook
    options_for: Callable[[str], Options]
    samples: Samples
    styles: Styles

    def outcome(self, task: Record | Problem) -> Checked | Problem:
        """What comes of a task: a problem stays one."""
        return task if isinstance(task, Problem) else self.check(task)

    def check(self, record: Record) -> Checked:
        """Everything found in one template, in its author's words."""
        options = self.options_for(record.origin.path)
        parts = self.styles.parse(record.reply)
        if all(isinstance(part, Literal) for part in parts):
            return engine.check_one(record, self.book, options)
        slots = tuple(slots_in(parts))
        filled = list(variants(record.reply, parts, partial(_value, record.reply, self.samples)))
        told: dict[str, Any] = {key: text for key, text in self.samples.people(slots).items() if not getattr(record, key)}
        outcomes = [self._outcome(record._replace(reply=one.text, **told), one, options) for one in filled]
        extra = [] if any(outcome.score is None for outcome in outcomes) else self._undeclared(slots, record, options)
        return self.merged(record, outcomes, extra, options)

    def _outcome(self, record: Record, filled: Filled, options: Options) -> Checked:
        checked = engine.check_one(record, self.book, options)
        findings = tuple(filled.finding(finding) for finding in checked.findings if not self._open_slot(finding, filled))
        return checked._replace(findings=findings)

    def _open_slot(self, finding: Finding, filled: Filled) -> bool:
        """Whether a finding only says that a slot of the template is one."""
        rule = self.book.rule(finding.rule)
        return rule is not None and rule.check == "placeholder" and filled.in_slot(finding.span)

    def merged(self, record: Record, outcomes: Sequence[Checked], extra: Iterable[Finding], options: Options) -> Checked:
        """What is found in any of the texts that a template becomes, scored anew."""
        first = outcomes[0]
        if any(outcome.score is None for outcome in outcomes):
            return Checked(record, first.context)
        found: dict[tuple[object, ...], Finding] = {}
        for finding in (*(f for outcome in outcomes for f in outcome.findings), *extra):
            key = (finding.rule, finding.span)
            if key not in found or RANK[found[key].severity] < RANK[finding.severity]:
                found[key] = finding
        findings = sorted(found.values(), key=lambda f: (f.span, f.rule))
        skipped = _common([outcome.not_applicable for outcome in outcomes])
        praise = _common([outcome.praise for outcome in outcomes])
        result = engine.rated(findings, engine.plan_for(self.book, options).worth(skipped), self.book, options)
        return Checked(record, first.context, tuple(findings), result, skipped, praise)

    def rated(self, checked: Checked) -> Checked:
        """The same with the score that its findings give now."""
        if checked.score is None:
            return checked
        options = self.options_for(checked.record.origin.path)
        result = engine.rated(checked.findings, engine.plan_for(self.book, options).worth(checked.not_applicable), self.book, options)
        return checked._replace(score=result)

    def _undeclared(self, slots: Sequence[Slot], record: Record, options: Options) -> list[Finding]:
        rule = next((rule for rule in engine.plan_for(self.book, options).rules if rule.id == UNDECLARED), None)
        if rule is None or not self.samples.any_declared:
            return []
        open_ = [slot for slot in slots if not self.samples.declares(slot.name)]
        return [telling.finding(rule, slot.span, record.reply, options) for slot in open_]


def _value(template: str, samples: Samples, slot: Slot) -> str:
    """What a slot is filled with; one that nobody knows stays as it stands."""
    sample = samples.of(slot.name)
    return sample.text if sample else template[slot.span.start : slot.span.end]


def _common(rows: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """What stands in every row, in the order of the first."""
    rest = [set(row) for row in rows[1:]]
    return tuple(item for item in rows[0] if all(item in row for row in rest))
