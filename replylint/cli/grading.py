"""A run of `grade`, step by step: exercises → answers → grades → history → outputs → exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from replylint.cli.exits import Exit, stop
from replylint.cli.look import look
from replylint.cli.run import Asked, prepare
from replylint.cli.settings import one_of
from replylint.cli.words import say
from replylint.errors import InputFault, UsageFault
from replylint.trainer.columns import FILE, Columns
from replylint.trainer.columns import read as read_columns
from replylint.trainer.exercise import load
from replylint.trainer.group import grade, only
from replylint.trainer.model import Course, Grades, Intake
from replylint.trainer.outputs import render
from replylint.trainer.people import key
from replylint.trainer.submissions import read

FORMATS = ("full", "csv", "xlsx", "json")
LONG = 100
"""From so many answers on a bar shows how far the run is."""


class Wanted(NamedTuple):
    """What only `grade` is asked."""

    exercises: str
    mapping: str = ""
    history: str = ""
    output_format: str = ""
    report: str = ""
    person: str = ""
    anonymize: bool = False
    salt: str = ""


def run(asked: Asked, wanted: Wanted) -> None:
    """Grade what was handed in, print it, and exit: 2 where something could not be read, else 0."""
    kind = one_of("output-format", wanted.output_format, FORMATS) or "full"
    if kind == "xlsx" and not asked.output_file:
        raise UsageFault(say("xlsx пишут в файл: добавьте -o ФАЙЛ.xlsx", "xlsx goes into a file: add -o FILE.xlsx"))
    if wanted.anonymize and not (wanted.salt or wanted.history):
        raise UsageFault(say("для --anonymize нужен --history или --salt", "--anonymize wants --history or --salt"))
    page = _page() if wanted.report else None
    book, settings = prepare(asked)
    course = load([wanted.exercises], book)
    told = _columns(wanted.mapping, asked.paths[0], course)
    intake = read(asked.paths[0], course, settings.reading, told)
    with _bar(intake, asked) as tell:
        grades = grade(intake, course, book, settings.options, jobs=asked.jobs, tell=tell)
    shown = _chosen(grades, wanted)
    if page:
        _write(wanted.report, page(shown, settings.options.lang).encode("utf-8", "backslashreplace"))
    _show(shown, "person" if wanted.person and kind == "full" else kind, asked)
    _finish(grades)


def _page() -> Callable[[Grades, str], str]:
    """What makes the HTML report. Raises UsageFault where this installation has none."""
    try:
        made: Callable[[Grades, str], str] = import_module("replylint.trainer.report").render
    except ImportError as error:
        told = say(
            f"отчёта HTML в этой установке нет: не хватает {error.name}", f"no HTML report in this installation: {error.name} is missing"
        )
        raise UsageFault(told) from error
    return made


def _columns(mapping: str, submissions: str, course: Course) -> Columns:
    """`grade.yaml`: the one that is told, else the one beside the answers, else nothing."""
    here = Path(submissions)
    path = Path(mapping) if mapping else (here if here.is_dir() else here.parent) / FILE
    if not mapping and not path.is_file():
        return Columns()
    try:
        return read_columns(path.read_text(encoding="utf-8-sig"), path.as_posix(), course.exercises)
    except (OSError, ValueError) as error:
        raise InputFault(getattr(error, "strerror", None) or str(error), path=path.as_posix()) from error


def _chosen(grades: Grades, wanted: Wanted) -> Grades:
    """The grades with their history, of one person if one is asked for, without names if that is asked for."""
    salt = wanted.salt
    if wanted.history:
        from replylint.trainer.progress import remembered

        grades, history = remembered(grades, wanted.history, datetime.now(UTC).astimezone().date())
        salt = salt or history.salt
    if wanted.person:
        grades = only(grades, _known(wanted.person, grades))
    if wanted.anonymize:
        from replylint.trainer.anonymity import anonymous

        grades = anonymous(grades, salt)
    return grades


def _known(name: str, grades: Grades) -> str:
    wanted = key(name)
    names = {person.key: person.name for person in grades.trainees}
    if wanted in names:
        return wanted
    from replylint.yamltext import nearest

    near = names.get(nearest(wanted, names), "")
    hint = say(f"может быть, {near}?", f"did you mean {near}?") if near else ""
    raise UsageFault(say(f"нет такого участника: {name}", f"no such trainee: {name}"), hint=hint)


@contextmanager
def _bar(intake: Intake, asked: Asked) -> Iterator[Callable[[int], None]]:
    """A bar on stderr for a long run in a terminal."""
    total = len(intake.submissions)
    if total < LONG or asked.verbosity < 0 or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(say("Оцениваем", "Grading"), total=total)
        yield lambda more: progress.advance(task, more)


def _show(grades: Grades, kind: str, asked: Asked) -> None:
    made = render(grades, kind, look(asked))
    if asked.output_file:
        _write(asked.output_file, made)
        return
    sys.stdout.write(made.decode("utf-8"))
    sys.stdout.flush()


def _write(path: str, content: bytes) -> None:
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise InputFault(str(error.strerror), path=path) from error


def _finish(grades: Grades) -> None:
    """Exit with 2 where something handed in could not be read, or nobody handed anything in."""
    if not grades.trainees:
        stop(Exit.FAULT, say("оценивать нечего", "nothing to grade"))
    told = [f"{one.path} {one.place}: {one.message}".strip() for one in grades.problems]
    told += [one.told for one in grades.notices]
    told += [one.told for person in grades.trainees for grade in person.grades for one in grade.notices if one.kind == "unread"]
    if told:
        more = say(f" (и ещё {len(told) - 1})", f" (and {len(told) - 1} more)") if told[1:] else ""
        stop(Exit.FAULT, say("прочитано не всё: ", "not all could be read: ") + told[0] + more)
