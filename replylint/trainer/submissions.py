"""Answers as they were handed in: a folder, csv, xlsx, jsonl or a forms export → an intake. Nothing here stops for a bad answer."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from replylint.errors import InputFault, ReplylintError
from replylint.model import Origin, Problem
from replylint.sources.files import Content, contents
from replylint.sources.reading import Reading
from replylint.trainer import answerfile, columns, tables
from replylint.trainer.columns import Columns
from replylint.trainer.model import Course, Exercise, Intake, Notice, Remark, Submission
from replylint.trainer.overruling import of_cell
from replylint.trainer.words import TOLD, say
from replylint.yamltext import nearest

DRAFTS = {".txt": "plain", ".md": "plain"}
SUFFIXES = {**DRAFTS, **dict.fromkeys(tables.SUFFIXES, "table")}
Part = Submission | Remark | Notice | Problem


def read(path: str, course: Course, reading: Reading, told: Columns | None = None) -> Intake:
    """All answers of a file or folder. Raises InputFault where the whole cannot be read."""
    parts = list(_parts(path, course.exercises, reading, told or Columns()))
    made = Intake(
        tuple(part for part in parts if isinstance(part, Submission)),
        tuple(part for part in parts if isinstance(part, Remark)),
        tuple(part for part in parts if isinstance(part, Notice)),
        tuple(part for part in parts if isinstance(part, Problem)),
    )
    if not made.submissions and made.problems:
        raise InputFault(made.problems[0].message, path=made.problems[0].path)
    return made


def _parts(path: str, exercises: Sequence[Exercise], reading: Reading, told: Columns) -> Iterator[Part]:
    root = PurePosixPath(path.replace("\\", "/"))
    for item in contents([path], SUFFIXES, reading):
        place = PurePosixPath(item.name if isinstance(item, Content) else item.path)
        if isinstance(item, Content) and item.suffix in tables.SUFFIXES:
            yield from _table(item, exercises, reading, told)
        elif place.suffix.lower() in DRAFTS:
            yield _draft(item, place, root, exercises, reading)
        elif isinstance(item, Problem):
            yield item
        else:
            yield reading.problem(item.name, "нужны .txt, .md, .csv, .xlsx или .jsonl", "wants .txt, .md, .csv, .xlsx or .jsonl")


def _draft(item: Content | Problem, place: PurePosixPath, root: PurePosixPath, exercises: Sequence[Exercise], reading: Reading) -> Part:
    """`<trainee>/<exercise>.txt` or `<trainee>__<exercise>.txt`."""
    stem = unicodedata.normalize("NFC", place.stem)
    person, doubled, name = stem.partition("__")
    if not doubled:
        inside = place.parent != root and place.parent.name
        person, name = (unicodedata.normalize("NFC", place.parent.name), stem) if inside else ("", stem)
    if not person.strip():
        path = place.as_posix()
        return reading.problem(path, "чей это ответ? назовите файл «имя__упражнение.txt»", "whose answer? name it “name__exercise.txt”")
    one = columns.exercise_of(name, exercises)
    if not one:
        return _unknown(person, name, Origin(place.as_posix()), exercises, reading)
    if isinstance(item, Problem):
        return Submission(person, one, "", origin=Origin(place.as_posix()), problem=item.message)
    return answerfile.read(item, person, one, reading)


def _unknown(person: str, name: str, origin: Origin, exercises: Sequence[Exercise], reading: Reading) -> Notice:
    near = nearest(name, [one.id for one in exercises])
    hint = ("; may be “{}”?" if reading.lang == "en" else "; может быть, «{}»?").format(near) if near else ""
    shown = " ".join(name.split())[:60]
    place = f"{origin.path}, {origin.place}" if origin.place else origin.path
    told = say(TOLD["unknown-exercise"], reading.lang, name=shown, hint=hint)
    return Notice("unknown-exercise", told, person=person, place=place)


def _table(item: Content, exercises: Sequence[Exercise], reading: Reading, told: Columns) -> Iterator[Part]:
    try:
        rows = tables.rows(item, reading)
        names = dict.fromkeys(name for row in rows for name in row.cells)
        if not names:
            raise InputFault("no rows with answers" if reading.lang == "en" else "в таблице нет строк с ответами", path=item.name)
        chosen = columns.found(names, told, exercises, item.name, reading.lang)
    except ReplylintError as error:
        yield Problem(error.path or item.name, f"{error.message} ({error.hint})" if error.hint else error.message)
        return
    for row in rows:
        yield from _row(row, chosen, exercises, reading, item.name)


def _row(row: tables.Row, chosen: Columns, exercises: Sequence[Exercise], reading: Reading, path: str) -> Iterator[Part]:
    person = row.cells.get(chosen.person, "")
    if row.problem or not person.strip():
        why = row.problem or ("no name" if reading.lang == "en" else "нет имени")
        yield Problem(path, why, row.place)
    elif chosen.exercises:
        yield from _form(row, chosen, person, Origin(path, row.place), reading)
    else:
        yield from _answer(row, chosen, person, Origin(path, row.place), exercises, reading)


def _form(row: tables.Row, chosen: Columns, person: str, origin: Origin, reading: Reading) -> Iterator[Part]:
    """One row a person, one column an exercise."""
    at, comment = row.cells.get(chosen.submitted_at, ""), row.cells.get(chosen.comment, "").strip()
    for one, column in chosen.exercises.items():
        answer = row.cells.get(column, "")
        if answer.strip():
            taken = of_cell(row.cells.get(chosen.overrule, ""), one)
            yield _bounded(Submission(person, one, answer, at.strip(), overrule=taken, origin=origin), reading)
    if comment:
        yield Remark(person, comment)


def _answer(
    row: tables.Row, chosen: Columns, person: str, origin: Origin, exercises: Sequence[Exercise], reading: Reading
) -> Iterator[Part]:
    """One row an answer; a row with a comment alone is about the person."""
    name, answer = row.cells.get(chosen.exercise, ""), row.cells.get(chosen.answer, "")
    comment = row.cells.get(chosen.comment, "").strip()
    if not name.strip() and not answer.strip() and comment:
        yield Remark(person, comment)
        return
    one = columns.exercise_of(name, exercises)
    if not one:
        yield _unknown(person, name, origin, exercises, reading)
        return
    at, taken = row.cells.get(chosen.submitted_at, ""), of_cell(row.cells.get(chosen.overrule, ""), one)
    yield _bounded(Submission(person, one, answer, at.strip(), comment, taken, origin), reading)


def _bounded(one: Submission, reading: Reading) -> Submission:
    """The submission, with the problem of an answer that is too long or holds no text."""
    if len(one.answer) > reading.max_chars:
        return one._replace(answer="", problem=reading.too_long("", "", len(one.answer)).message)
    if "\0" in one.answer:
        why = "NUL bytes (a binary file?)" if reading.lang == "en" else "нулевые байты (двоичный файл?)"
        return one._replace(answer="", problem=why)
    return one
