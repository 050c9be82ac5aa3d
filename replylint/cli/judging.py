"""Records judged with remarks and overrides, by one process or several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from replylint.cli.parallel import judged_all
from replylint.engine import report
from replylint.library.blame import blamed
from replylint.library.compose import composed
from replylint.library.judging import Judge
from replylint.library.setup import Setup
from replylint.library.suppressing import Suppressions
from replylint.model import Checked, Context, Finding, LibraryFinding, Problem, Record, Report
from replylint.overrides import Compose
from replylint.rulebook import Rulebook


class Judging:
    """How the records of a run are judged."""

    def __init__(self, book: Rulebook, setup: Setup, remarks: Suppressions | None = None) -> None:
        self.book, self.setup, self.remarks = book, setup, remarks

    @cached_property
    def judge(self) -> Judge:
        """The judge of this process."""
        return self.setup.judge(self.book)

    def check(self, record: Record) -> Checked:
        """One record."""
        return self._excused(self.judge.check(record))

    def report(self, records: Sequence[Record | Problem], jobs: int) -> Report:
        """All records."""
        outcomes = judged_all(records, self.setup, self.judge.outcome, self.house, jobs)
        return report([one if isinstance(one, Problem) else self._excused(one) for one in outcomes], self.book, self.setup.options)

    def library(self, records: Sequence[Record], compose: Sequence[Compose], jobs: int) -> Report:
        """Templates that stand alone, and fragments as the replies that they make."""
        options = self.setup.options
        found = composed(records, compose, options.lang)
        combinations = [assembly.combinations() for assembly in found.assemblies]
        tasks = [*found.alone, *(one.record for row in combinations for one in row)]
        outcomes = judged_all(tasks, self.setup, self.judge.outcome, self.house, jobs)
        checked = dict(zip(map(id, found.alone), outcomes, strict=False))
        general: list[LibraryFinding] = []
        place = len(found.alone)
        for assembly, row in zip(found.assemblies, combinations, strict=True):
            traced = blamed(assembly, row, outcomes[place : place + len(row)], options.lang)
            place += len(row)
            general.extend(traced.general)
            checked |= {id(record): self._fragment(record, sample, own) for record, sample, own in traced.checked}
        ordered = [self._excused(checked[id(record)]) for record in records if id(record) in checked]
        made = report(ordered, self.book, options)
        return made._replace(library=tuple(general), problems=(*made.problems, *found.problems))

    def _fragment(self, record: Record, sample: Checked | None, findings: tuple[Finding, ...]) -> Checked:
        """A fragment with its share of the findings, scored by them alone."""
        if sample is None:
            return Checked(record, Context())
        return self.judge.rated(sample._replace(record=record, findings=findings, praise=()))

    @property
    def house(self) -> Path | None:
        """The folder of the house's own rules."""
        return self.book.folders[1] if len(self.book.folders) > 1 else None

    def told(self, made: Report, heard: Callable[[str], bool] | None = None) -> Report:
        """A report with what is to be said about remarks (those in `heard` files), once all of them had their chance."""
        return made._replace(problems=(*made.problems, *self.remarks.problems(heard))) if self.remarks else made

    def _excused(self, checked: Checked) -> Checked:
        return self.remarks.applied(checked, self.judge.rated) if self.remarks else checked
