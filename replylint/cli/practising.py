"""A session of practice: choose a task, let the trainee write, judge, note, until they leave."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from replylint.cli import run as checking
from replylint.cli.desk import TOOLBAR, WAYS_OUT, Act, Desk, Written
from replylint.cli.exits import Exit, stop
from replylint.cli.look import look
from replylint.cli.settings import known_rules, split
from replylint.cli.words import say
from replylint.engine import Options
from replylint.output.coach import Coach, Shown
from replylint.rulebook import Rulebook
from replylint.trainer.notebook import Notebook, Open, place, read, write
from replylint.trainer.practice import Exercises, Task, Work, built_in, choose

LONGEST = 100_000
"""A longer answer is not judged."""


class Asked(NamedTuple):
    """The options of the command."""

    paths: tuple[str, ...] = ()
    level: int = 0
    category: tuple[str, ...] = ()
    mend: bool = False
    progress: Path | None = None
    config: str = ""
    isolated: bool = False
    color: str = "auto"
    lang: str = ""


def run(asked: Asked) -> None:
    """Practise until the trainee leaves. Raises ReplylintError for broken exercises or a progress file out of reach."""
    settings = checking.Asked(paths=asked.paths, config=asked.config, isolated=asked.isolated, color=asked.color, lang=asked.lang)
    book, prepared = checking.prepare(settings)
    wanted = known_rules(split(asked.category), "--category", book)
    work = _work(asked, book, prepared.options)
    file = asked.progress or place()
    coach = Coach(work.facts, look(settings), prepared.options.lang)
    session = Session(work, coach, Desk(), read(file, prepared.options.lang), file, asked.level)
    act = session.run(wanted)
    session.farewell()
    if act == "break":
        stop(Exit.INTERRUPTED, "")


def _work(asked: Asked, book: Rulebook, options: Options) -> Work:
    if asked.mend:
        from replylint.trainer.mending import Lines

        return Lines(book, options)
    from replylint.trainer.exercise import load

    return Exercises(load(asked.paths or (str(built_in()),), book), book, options)


class Session:
    """One sitting of one trainee."""

    def __init__(self, work: Work, coach: Coach, desk: Desk, notebook: Notebook, file: Path, level: int) -> None:
        self._work, self._coach, self._desk, self._notebook, self._file = work, coach, desk, notebook, file
        self._tasks = {task.id: task for task in work.tasks if level in (0, task.exercise.level)}
        self._lang = "en" if say("ru", "en") == "en" else "ru"
        self._passed: set[str] = set()

    def run(self, wanted: tuple[str, ...]) -> Act:
        """Task after task; how it ended. An exercise that was left comes first."""
        self._print(self._coach.told(f"{say(*TOOLBAR).strip()}.{say(*WAYS_OUT)}.", "dim"))
        done: set[str] = {task.id for task in self._work.tasks if task.id not in self._tasks}
        left = self._notebook.open
        task = self._tasks.get(left.exercise) if left else None
        while task := task or choose(self._work, self._notebook, wanted, done):
            act = self._at(task)
            if act in ("leave", "break"):
                return act
            done.add(task.id)
            self._keep(self._notebook._replace(open=None))
            task = None
        self._print(
            self._coach.told(say("Упражнения кончились: все сданы или пропущены.", "No exercises are left: all passed or skipped."), "bold")
        )
        return "next"

    def _at(self, task: Task) -> Act:
        """One task, until it is left behind."""
        left = self._notebook.open if self._notebook.open and self._notebook.open.exercise == task.id else None
        draft, score, hints = (left.draft, left.score, 0) if left else (task.start, None, 0)
        self._print(self._coach.task(_shown(task)))
        if left:
            self._print(self._coach.told(say("Продолжаем с того места, где вы остановились.", "We go on where you stopped."), "dim"))
        while True:
            act, draft = self._written(task, draft, score)
            if act == "check":
                score = self._check(task, draft, score)
            elif act == "hint":
                self._print(self._coach.hint(task.exercise.hints, hints))
                hints += 1
            elif act == "model":
                self._print(self._coach.model(task.exercise.model, "like" if task.rule else "model"))
            else:
                return act

    def _written(self, task: Task, draft: str, score: int | None) -> Written:
        written = self._desk.write(draft)
        self._keep(self._notebook._replace(open=Open(task.id, written.text[:LONGEST], score)))
        return written

    def _check(self, task: Task, draft: str, before: int | None) -> int | None:
        """Judge, show, note; the score."""
        if not draft.strip() or len(draft) > LONGEST:
            empty = say("Пока пусто: сначала ответ, потом точка.", "Nothing there yet: the answer first, then the dot.")
            self._print(
                self._coach.told(
                    empty if not draft.strip() else say("Слишком длинно: столько не читают.", "Too long: nobody reads that much.")
                )
            )
            return before
        checked = self._work.judge(task, draft)
        least = task.exercise.passing.least
        self._print(self._coach.verdict(checked, before, least, mend=bool(task.rule)))
        if checked.score is None:
            return before
        value, day = checked.score.value, datetime.now().astimezone().date().isoformat()
        passed = value >= least
        self._passed |= {task.id} if passed else set()
        noted = self._notebook.entered(task.id, value, self._lost(task, checked.score.by_category), passed=passed, day=day)
        self._keep(noted._replace(open=Open(task.id, draft, value)))
        return value

    def _lost(self, task: Task, lost: Mapping[str, int]) -> dict[str, int]:
        """What counts towards the weak sides: a line to mend says nothing of them."""
        return {} if task.rule else {key: lost.get(key, 0) for key in self._work.facts.categories}

    def _keep(self, notebook: Notebook) -> None:
        self._notebook = notebook
        write(self._file, notebook)

    def farewell(self) -> None:
        """How much was done, what to train, how to go on."""
        number = len(self._passed)
        told = say(
            f"За этот раз сдано: {number}. Продолжить — replylint practice.", f"Passed this time: {number}. Go on with replylint practice."
        )
        names = [self._work.facts.categories.get(key, key) for key in self._notebook.weak()]
        if names:
            told += say(" Больше всего теряете здесь: ", " You lose most here: ") + ", ".join(names) + "."
        self._print(self._coach.told(told))

    def _print(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


def _shown(task: Task) -> Shown:
    one = task.exercise
    place = f"{one.set_title or say('Исправьте строку', 'Mend this line')}, {task.number} {say('из', 'of')} {task.total}"
    who = ", ".join(part for part in (one.agent, one.brand) if part)
    return Shown(
        one.title, place, one.customer_message, one.customer_name or one.customer_handle, one.channel, one.rating, who,
        one.history, one.passing.least, bool(task.rule),
    )  # fmt: skip
