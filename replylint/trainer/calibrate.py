"""The score beside human marks: how well they agree, where they do not, and what would agree better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from replylint.engine import Options, check_one
from replylint.errors import InputFault
from replylint.model import Checked, Problem, Record
from replylint.rulebook import Rulebook
from replylint.scoring import BANDS, Policy
from replylint.sources.files import Content, contents
from replylint.sources.making import KEYS, record
from replylint.sources.reading import Reading
from replylint.trainer import tables
from replylint.trainer.agreement import kappa, tau, within
from replylint.trainer.columns import folded
from replylint.words import words

REPLY = ("reply", "answer", "ответ")
SCORE = ("score", "human", "human_score", "mark", "оценка", "балл", "баллы")
FIVE = {5: 95, 4: 82, 3: 62, 2: 40, 1: 20}
"""Marks of five as points: the middles of the bands."""
DISPUTED = 10


class Judged(NamedTuple):
    """A reply with the human score (0–100), the human marks of categories, and what replylint found."""

    checked: Checked
    human: float
    marks: Mapping[str, float] = {}

    @property
    def ours(self) -> int:
        """The score of replylint."""
        assert self.checked.score
        return self.checked.score.value


class Agreement(NamedTuple):
    """How well two columns of scores agree."""

    replies: int
    within_10: float | None
    kappa: float | None
    tau: float | None
    mean_human: float
    mean_ours: float


class Calibration(NamedTuple):
    """What `calibrate` tells."""

    agreement: Agreement
    categories: Mapping[str, float | None]
    """Category → rank correlation of its human marks with 100 minus what was lost in it."""
    disputed: tuple[Judged, ...]
    judged: tuple[Judged, ...]
    problems: tuple[Problem, ...]


def read(path: str, reading: Reading) -> list[tuple[Record, float, Mapping[str, float]] | Problem]:
    """The replies with their human marks. Raises InputFault where a column is missing."""
    item = next(iter(contents([path], dict.fromkeys(tables.SUFFIXES, "table"), reading)))
    if isinstance(item, Problem):
        raise InputFault(item.message, path=item.path)
    if item.suffix not in tables.SUFFIXES:
        raise InputFault("wants .csv, .xlsx or .jsonl" if reading.lang == "en" else "нужен .csv, .xlsx или .jsonl", path=path)
    return _rows(item, reading)


def _rows(item: Content, reading: Reading) -> list[tuple[Record, float, Mapping[str, float]] | Problem]:
    rows = tables.rows(item, reading)
    names = {folded(name): name for row in rows for name in row.cells}
    reply, score = (next((names[one] for one in usual if one in names), "") for usual in (REPLY, SCORE))
    if not reply or not score:
        what = (("нет столбца с ответами", "no column of replies"), ("нет столбца с оценками", "no column of scores"))[bool(reply)]
        hint = ", ".join((REPLY, SCORE)[bool(reply)])
        raise InputFault(what[reading.lang == "en"], path=item.name, hint=hint)
    marks = {key: names[one] for key, title in _categories().items() for one in (key, title) if one in names}
    five = all((number := _number(row.cells.get(score, ""))) is None or number <= 5 for row in rows)
    return [_row(row, {"reply": reply, "score": score, **marks}, item.name, reading, five=five) for row in rows]


def _categories() -> dict[str, str]:
    return {key: folded(name) for key, name in words("ru").categories.items()}


def _row(
    row: tables.Row, named: Mapping[str, str], path: str, reading: Reading, *, five: bool
) -> tuple[Record, float, Mapping[str, float]] | Problem:
    from replylint.model import Origin

    origin, score = Origin(path, row.place), _number(row.cells.get(named["score"], ""))
    if row.problem or score is None or not 0 <= score <= 100:
        told = row.problem or ("no score of 0 to 100" if reading.lang == "en" else "нет оценки от 0 до 100")
        return Problem(path, told, row.place)
    known = {key: value for key, value in row.cells.items() if key in KEYS and key not in ("reply", "id")}
    made = record({**known, "reply": row.cells.get(named["reply"], "")}, origin, reading._replace(columns={}))
    if isinstance(made, Problem):
        return made
    marks = {key: _number(row.cells.get(column, "")) for key, column in named.items() if key not in ("reply", "score")}
    points = FIVE.get(round(score), 0) if five else score
    return made, points, {key: mark for key, mark in marks.items() if mark is not None}


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < 1e6 else None


def calibrated(rows: Sequence[tuple[Record, float, Mapping[str, float]] | Problem], book: Rulebook, options: Options) -> Calibration:
    """The replies judged and compared. Raises InputFault where there is nothing to compare."""
    problems = [row for row in rows if isinstance(row, Problem)]
    both = [Judged(check_one(row[0], book, options), row[1], row[2]) for row in rows if not isinstance(row, Problem)]
    judged = tuple(one for one in both if one.checked.score)
    if len(judged) < 2:
        raise InputFault("nothing to compare" if options.lang == "en" else "сравнивать нечего: нужно хотя бы два ответа с оценкой")
    policy = book.policy.with_points(options.points)
    keys = sorted({key for one in judged for key in one.marks})
    worst = sorted(judged, key=lambda one: (-abs(one.human - one.ours), one.checked.record.origin))
    return Calibration(
        agreement([one.human for one in judged], [one.ours for one in judged], policy),
        {key: _category(judged, key) for key in keys},
        tuple(one for one in worst[:DISPUTED] if abs(one.human - one.ours) > 10),
        judged,
        tuple(problems),
    )


def agreement(human: Sequence[float], ours: Sequence[float], policy: Policy) -> Agreement:
    """The figures."""
    bands = [[band(score, policy) for score in scores] for scores in (human, ours)]
    count = len(human)
    return Agreement(
        count, within(human, ours), kappa(bands[0], bands[1], len(BANDS)), tau(human, ours), sum(human) / count, sum(ours) / count
    )


def band(score: float, policy: Policy) -> int:
    """The number of a score's band."""
    return next(number for number, (_, least) in enumerate(policy.bands) if score >= least or number == len(policy.bands) - 1)


def _category(judged: Sequence[Judged], key: str) -> float | None:
    pairs = [(one.marks[key], 100 - one.checked.score.by_category.get(key, 0)) for one in judged if key in one.marks and one.checked.score]
    return tau([mark for mark, _ in pairs], [kept for _, kept in pairs])
