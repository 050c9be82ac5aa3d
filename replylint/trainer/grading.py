"""Answers × exercises → grades: the engine once per answer, then what the exercise itself demands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from replylint.engine import Options, check_one
from replylint.model import Checked, Finding, Record, Score, Span
from replylint.pattern.match import Hit, Matcher
from replylint.rulebook import Rulebook, load
from replylint.scoring import score
from replylint.text import Document, analyse
from replylint.trainer.model import CATEGORY, FACT_MISSING, FIVE, PHRASE_FORBIDDEN, Course, Demand, Exercise, Overrule, Pass
from replylint.trainer.overruling import overruled
from replylint.trainer.phrases import demands, matcher
from replylint.trainer.words import FACT, FORBIDDEN, PASS, WHY, say

CHUNK = 50
"""Answers that a process takes at a time."""
Task = tuple[str, Record, tuple[Overrule, ...]]
"""(exercise id, the answer in its situation, what the trainer does not count)."""


@dataclass(frozen=True)
class Judge:
    """Judges answers to the exercises of a course. Its automaton is made once."""

    book: Rulebook
    course: Course
    options: Options

    def judge(self, exercise: Exercise, record: Record, taken: Sequence[Overrule] = ()) -> Checked:
        """One answer: the findings of the rules that matter in the exercise, and of its own demands; one score."""
        options = self._options(exercise)
        checked = check_one(record, self.book, options)
        if checked.score is None:
            return checked
        own = [*checked.findings, *self.demanded(exercise, record)]
        findings, _ = overruled(sorted(own, key=lambda f: (f.span, f.rule)), taken)
        return checked._replace(findings=findings, score=self._score(findings, checked.score, options))

    def demanded(self, exercise: Exercise, record: Record) -> Iterator[Finding]:
        """What the exercise itself finds: facts that are missing, words that should not be there."""
        wanted = demands(exercise)
        if not wanted:
            return
        document = analyse(record.reply, record.customer_message)
        hits = self._matcher.hits(document)
        for number, demand in enumerate(wanted, self._firsts[exercise.id]):
            found = hits.get(self.course.phrases["numbers"][number], ())
            if number - self._firsts[exercise.id] < len(exercise.must):
                if not found:
                    yield self._missing(demand, document)
            else:
                yield from (self._forbidden(demand, hit, document) for hit in found)

    def _missing(self, demand: Demand, document: Document) -> Finding:
        end = len(document.text.rstrip())
        told = say(FACT, self.options.lang, what=demand.what)
        return Finding(FACT_MISSING, CATEGORY, demand.severity, told, say(WHY, self.options.lang), Span(end, end))

    def _forbidden(self, demand: Demand, hit: Hit, document: Document) -> Finding:
        span = Span(document.words[hit.first].start, document.words[hit.last - 1].end)
        told = say(FORBIDDEN, self.options.lang, found=document.text[span.start : span.end], what=demand.what)
        return Finding(PHRASE_FORBIDDEN, CATEGORY, demand.severity, told, demand.what, span)

    def _score(self, findings: Sequence[Finding], before: Score, options: Options) -> Score:
        """The score of all; every demand is charged by itself, whatever its fellows cost."""
        charged = [one._replace(rule=_demand_of(one)) if one.category == CATEGORY else one for one in findings]
        policy = self.book.policy.with_points(options.points)
        return score(charged, policy, {}, {})._replace(coverage=before.coverage)

    def _options(self, exercise: Exercise) -> Options:
        house = self.options
        return house._replace(
            select=exercise.select or house.select,
            ignore=(*house.ignore, *exercise.ignore),
            severities={**house.severities, **exercise.severity},
        )

    @cached_property
    def _firsts(self) -> Mapping[str, int]:
        """Exercise → the number of its first demand."""
        firsts, count = {}, 0
        for one in self.course.exercises:
            firsts[one.id] = count
            count += len(demands(one))
        return firsts

    @cached_property
    def _matcher(self) -> Matcher:
        return matcher(self.course.phrases, self.book)


def _demand_of(finding: Finding) -> str:
    """What tells the demands of an exercise apart: the fact, or the reason."""
    return f"{finding.rule} {finding.message if finding.rule == FACT_MISSING else finding.why}"


def judged(judge: Judge, tasks: Sequence[Task], jobs: int = 1, tell: Callable[[int], None] = lambda _: None) -> list[Checked]:
    """The answers judged, by one process or several (0: one a core); `tell` hears how many more are done."""
    chunks = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
    done: list[Checked] = []
    if jobs == 1 or len(chunks) < 2:
        for chunk in chunks:
            done += _chunk(judge, chunk)
            tell(len(chunk))
        return done
    house = judge.book.folders[1] if len(judge.book.folders) > 1 else None
    with ProcessPoolExecutor(jobs or None, initializer=_begin, initargs=(house, judge.course, judge.options)) as pool:
        for part in pool.map(_work, chunks):
            done += part
            tell(len(part))
    return done


def _chunk(judge: Judge, tasks: Sequence[Task]) -> list[Checked]:
    by_id = {one.id: one for one in judge.course.exercises}
    return [judge.judge(by_id[exercise], record, taken) for exercise, record, taken in tasks]


_AT_WORK: list[Judge] = []
"""The judge of a worker process."""


def _begin(house: Path | None, course: Course, options: Options) -> None:
    _AT_WORK.append(Judge(load(house), course, options))


def _work(tasks: Sequence[Task]) -> list[Checked]:
    return _chunk(_AT_WORK[0], tasks)


def mark(points: int, passing: Pass, lang: str) -> str:
    """The score as the exercise's scale shows it: «82», «4», «зачёт»."""
    if passing.scale == "five":
        return str(next(mark for least, mark in FIVE if points >= least))
    if passing.scale == "pass-fail":
        return say(PASS[points >= passing.least], "en" if lang == "en" else "ru")
    return str(points)
