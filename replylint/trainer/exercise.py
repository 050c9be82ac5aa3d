"""Exercise files → a course: read strictly, every fault with its file and line."""

from __future__ import annotations

from collections.abc import Sequence

from replylint import yamltext
from replylint.errors import InputFault, RuleFault
from replylint.fields import Fields
from replylint.model import Problem
from replylint.rule import RuleText
from replylint.rulebook import Rulebook
from replylint.trainer.exercisefields import DEFAULT_KEYS, exercise, level_of
from replylint.trainer.model import Course, Exercise, ExerciseSet

SET_KEYS = ("title", "level", "order", "about", "defaults", "exercises")


def load(paths: Sequence[str], book: Rulebook, *, cache: bool = True) -> Course:
    """The sets of files and folders, in the order of `order`, then of their paths. Raises RuleFault or InputFault."""
    from replylint.trainer.phrases import compiled

    files = _files(paths)
    sets = sorted((read(file, book) for file in files), key=lambda one: (one.order, one.path))
    _refuse_twice(sets)
    exercises = [each for one in sets for each in one.exercises]
    return Course(tuple(sets), compiled(exercises, files, book, cache=cache))


def _files(paths: Sequence[str]) -> list[RuleText]:
    from replylint.sources.files import contents
    from replylint.sources.reading import Reading

    found = []
    for item in contents(paths, {".yaml": "yamlrecords", ".yml": "yamlrecords"}, Reading()):
        if isinstance(item, Problem):
            raise InputFault(item.message, path=item.path)
        if item.name.rpartition("/")[2] != "grade.yaml":
            found.append(RuleText(item.name, (item.name,), item.content))
    if not found:
        raise InputFault("нет ни одного набора упражнений (.yaml)", path=paths[0] if paths else "")
    return found


def read(file: RuleText, book: Rulebook) -> ExerciseSet:
    """One set out of its file. Raises RuleFault with the line of what is missing, unknown or wrong."""
    try:
        content = file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleFault(f"это не UTF-8: {error.reason}", path=file.path) from error
    fields = Fields.of(yamltext.read(content, file.path, RuleFault), file.path)
    fields.no_others(SET_KEYS)
    title, level = fields.text("title"), level_of(fields, 1)
    defaults = fields.inner("defaults") if "defaults" in fields else None
    if defaults:
        defaults.no_others(DEFAULT_KEYS)
    if "exercises" not in fields:
        raise RuleFault("нет ключа «exercises»", path=file.path, line=fields.node.line)
    made = tuple(exercise(item, defaults, level, title, book) for item in fields.items("exercises"))
    if not made:
        raise fields.fault("exercises", "в наборе нет упражнений")
    return ExerciseSet(title, level, fields.whole("order", 0), made, fields.text("about", ""), file.path)


def _refuse_twice(sets: Sequence[ExerciseSet]) -> None:
    seen: dict[str, Exercise] = {}
    for one in (each for group in sets for each in group.exercises):
        first = seen.setdefault(one.id.casefold(), one)
        if first is not one:
            raise RuleFault(f"упражнение «{one.id}» уже есть: {first.path}:{first.line}", path=one.path, line=one.line)
