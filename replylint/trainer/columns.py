"""Which column is what: by usual names, by the ids and titles of exercises, or as `grade.yaml` says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from replylint import yamltext
from replylint.errors import ConfigFault, InputFault
from replylint.fields import Fields
from replylint.model import Language
from replylint.trainer.model import Exercise

FILE = "grade.yaml"
USUAL: Mapping[str, tuple[str, ...]] = {
    "person": (
        "person", "trainee", "name", "имя", "фио", "сотрудник", "стажер", "фамилия и имя", "имя и фамилия", "фамилия, имя",
        "ваше имя", "как вас зовут", "email", "адрес электронной почты",
    ),
    "exercise": ("exercise", "упражнение", "задание"),
    "answer": ("answer", "reply", "ответ"),
    "submitted_at": ("submitted_at", "submitted at", "timestamp", "отметка времени", "время", "дата", "сдано"),
    "comment": ("comment", "комментарий", "комментарий тренера"),
    "overrule": ("overrule", "снять замечания", "снято"),
}  # fmt: skip
"""Our key → what its column is called, folded."""
_NUMBER = re.compile(r"^(?:\W*(?:вопрос|задание|упражнение|question|exercise)?\s*№?\s*\d+\s*[.):]\s*)")
SHORTEST = 6
"""So many letters of a title's beginning name it."""


class Columns(NamedTuple):
    """Names of columns; "" where there is none. `exercises`: exercise id → its column in a form."""

    person: str = ""
    exercise: str = ""
    answer: str = ""
    submitted_at: str = ""
    comment: str = ""
    overrule: str = ""
    exercises: Mapping[str, str] = {}


def folded(text: str) -> str:
    """A name as it is compared."""
    return " ".join(text.casefold().replace("ё", "е").split()).strip(" :?*.")


def read(text: str, path: str, exercises: Sequence[Exercise]) -> Columns:
    """`grade.yaml`. Raises ConfigFault with the line."""
    fields = Fields.of(yamltext.read(text, path, ConfigFault), path)
    fields.no_others(Columns._fields)
    told: dict[str, Any] = {name: fields.text(name) for name in fields.names() if name != "exercises"}
    chosen: dict[str, str] = {}
    if "exercises" in fields:
        inner = fields.inner("exercises")
        inner.no_others([exercise.id for exercise in exercises])
        chosen = {name: inner.text(name) for name in inner.names()}
    return Columns()._replace(exercises=chosen, **told)


def found(names: Iterable[str], told: Columns, exercises: Sequence[Exercise], path: str, lang: Language) -> Columns:
    """The columns of a table. Raises InputFault where nobody or no answer can be found."""
    there = {folded(name): name for name in names}
    chosen: dict[str, Any] = {key: _column(key, getattr(told, key), there, path) for key in USUAL}
    made = Columns()._replace(**chosen)
    if not made.person:
        raise _missing("person", there, path, lang)
    if made.exercise and made.answer:
        return made
    columns = dict(_asked(told.exercises, there, path))
    for name in there.values():
        one = exercise_of(name, exercises)
        if one and one not in columns and name not in (*chosen.values(), *columns.values()):
            columns[one] = name
    if not columns:
        raise _missing("answer", there, path, lang)
    return made._replace(exercises=columns)


def _column(key: str, told: str, there: Mapping[str, str], path: str) -> str:
    if told:
        return _known(told, there, path)
    return next((there[name] for name in USUAL[key] if name in there), "")


def _asked(told: Mapping[str, str], there: Mapping[str, str], path: str) -> list[tuple[str, str]]:
    return [(one, _known(name, there, path)) for one, name in told.items()]


def _known(name: str, there: Mapping[str, str], path: str) -> str:
    if folded(name) in there:
        return there[folded(name)]
    near = yamltext.nearest(name, there.values())
    raise InputFault(f"нет столбца «{name[:60]}»", path=path, hint=f"может быть, «{near[:60]}»?" if near else _listed(there))


def _listed(there: Mapping[str, str]) -> str:
    return "; ".join(name[:40] for name in list(there.values())[:8])


def _missing(key: str, there: Mapping[str, str], path: str, lang: Language) -> InputFault:
    what = {
        "person": ("не вижу столбца с именами", "no column of names"),
        "answer": ("не вижу столбцов с ответами", "no columns of answers"),
    }[key][lang == "en"]
    hint = ("назовите его в grade.yaml; есть ", "name it in grade.yaml; there are ")[lang == "en"]
    return InputFault(what, path=path, hint=hint + _listed(there))


def exercise_of(text: str, exercises: Sequence[Exercise]) -> str:
    """The id of the exercise that a file or column names by id, title, or the beginning of either; "" for none."""
    name = folded(text)
    bare = folded(_NUMBER.sub("", name))
    for wanted in dict.fromkeys((name, bare)):
        exact = [one.id for one in exercises if wanted in (folded(one.id), folded(one.title))]
        if wanted and exact:
            return exact[0]
    near = [(len(title), one.id) for one in exercises for title in (folded(one.title), folded(one.id)) if _begins(bare, title)]
    best = [one for size, one in near if size == max(near)[0]]
    return best[0] if len(set(best)) == 1 else ""


def _begins(name: str, title: str) -> bool:
    """Whether a column begins with a title («Цена свитера: ваш ответ»), or is its beginning."""
    if name.startswith(title):
        return not name[len(title) : len(title) + 1].isalnum()
    return len(name) >= SHORTEST and title.startswith(name)
