"""The group in a terminal of 80 columns: people × exercises, means by category, who needs what."""

from __future__ import annotations

from collections.abc import Iterable

from replylint.output import Look
from replylint.output.cells import cut, width, wrap
from replylint.output.pen import Ink, Line, paint
from replylint.output.safe import one_line, plain, safe
from replylint.trainer.model import Grade, Grades, Trainee
from replylint.trainer.outputs.gist import common, needs, notices_of, problems_of
from replylint.trainer.outputs.phrasing import Phrasing, phrasing
from replylint.trainer.outputs.wording import category, number

CELL, SUMS, NAME = 6, 14, 24
"""Columns of a cell, of the two sums, and of a name at most."""
BAR = 30


def render(grades: Grades, look: Look) -> str:
    """The overview."""
    return shown(overview(grades, look), look)


def shown(lines: Iterable[Line], look: Look) -> str:
    """Lines in the signs and colours that the console has."""
    signs = [tuple(Ink(piece.text if look.unicode_ok else plain(piece.text), piece.style) for piece in line) for line in lines]
    return paint(signs, color=look.color)


def overview(grades: Grades, look: Look) -> list[Line]:
    """The whole group."""
    own = phrasing(grades.language)
    lines = [(Ink(own.headline(grades), "bold"),), ()]
    lines += _tables(grades, look, own)
    lines += _legend(grades, look, own)
    lines += _categories(grades, own)
    for title, texts in (
        (own.needs, needs(grades)),
        (own.often, common(grades)),
        (own.notices, notices_of(grades)),
        (own.problems, problems_of(grades)),
        (own.holds, list(grades.holds)),
    ):
        if texts:
            lines += [(), (Ink(title, "bold"),)]
            lines += [(Ink(line),) for text in texts for line in _wrapped(text, look.width)]
    return lines


def _wrapped(text: str, columns: int) -> list[str]:
    first, *rest = wrap(safe(one_line(text)), columns - 4, columns - 2)
    return [f"  {first}", *(f"    {line}" for line in rest)]


def _tables(grades: Grades, look: Look, own: Phrasing) -> list[Line]:
    """People × exercises, in as many blocks of columns as the width asks for; the sums stand in the last."""
    count = len(grades.exercises)
    name = min(NAME, max((width(one_line(person.name)) for person in grades.trainees), default=0)) + 1
    room = look.width - name
    blocks = -(-(count * CELL + SUMS) // room)
    size = -(-count // blocks)
    lines: list[Line] = []
    for first in range(0, count, size):
        numbers = range(first, min(first + size, count))
        last = numbers.stop == count
        lines.append((Ink(" " * name + "".join(f"{n + 1:>{CELL}}" for n in numbers) + (own.sums if last else ""), "dim"),))
        lines += [_row(person, numbers, name, own, last=last) for person in grades.trainees]
        lines += [_means(grades, numbers, name, own), ()]
    return lines


def _row(person: Trainee, numbers: range, name: int, own: Phrasing, *, last: bool) -> Line:
    shown = cut(safe(one_line(person.name)), name - 1)
    cells = [_cell(person.grades[n]) for n in numbers]
    sums = (Ink(f"{number(person.mean, own.lang):>7}{f'{person.passed}/{len(person.grades)}':>7}", "bold"),) if last else ()
    return (Ink(shown + " " * (name - width(shown))), *cells, *sums)


def _cell(grade: Grade) -> Ink:
    """«82», «41!» where it is not enough, «82*» where something is to be told."""
    if grade.score is None:
        return Ink(f"{'—':>{CELL}}", "dim")
    points = str(grade.score) if grade.exercise.passing.scale == "pass-fail" else grade.mark
    text = f"{points}{'' if grade.passed else '!'}{'*' if grade.notices else ''}"
    return Ink(f"{text:>{CELL}}", "good" if grade.passed else "major")


def _means(grades: Grades, numbers: range, name: int, own: Phrasing) -> Line:
    cells = "".join(f"{number(grades.difficulty[n].mean, grades.language):>{CELL}}" for n in numbers)
    return (Ink(f"{cut(own.mean, name - 1):{name}}{cells}", "dim"),)


def _legend(grades: Grades, look: Look, own: Phrasing) -> list[Line]:
    lines: list[Line] = []
    for place, one in enumerate(grades.exercises, 1):
        how = grades.difficulty[place - 1]
        tail = own.passed.format(n=how.passed, all=how.answers)
        title = cut(safe(one_line(f"{one.title} ({one.id})")), look.width - width(tail) - 7)
        lines.append((Ink(f"{place:>3}. {title}"), Ink(f"  {tail}", "dim")))
    return [*lines, *((Ink(line, "dim"),) for line in _wrapped(own.signs, look.width)), ()]


def _categories(grades: Grades, own: Phrasing) -> list[Line]:
    """Means by category, weakest first."""
    if not grades.categories:
        return []
    label = max(width(category(grades, key)) for key in grades.categories)
    lines: list[Line] = [(Ink(own.categories, "bold"),)]
    for key, value in grades.categories.items():
        style = "good" if value >= 90 else "minor" if value >= 75 else "major"
        bar = Ink("█" * round(value * BAR / 100), style)
        lines.append((Ink(f"  {category(grades, key):{label}}  {number(value, grades.language):>5}  "), bar))
    return lines
