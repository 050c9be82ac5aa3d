"""Grades → one self-contained HTML page: no network, no scripts, printable. The same grades give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from replylint import __version__
from replylint.model import Language
from replylint.output.safe import safe
from replylint.trainer.model import Grades
from replylint.trainer.outputs.gist import notices_of, problems_of
from replylint.trainer.page import charts, often, sections
from replylint.trainer.page.words import Say


def render(grades: Grades, lang: str) -> str:
    """The report in a language."""
    own: Language = "en" if lang == "en" else "ru"
    say = Say(own)
    scores = sections.scores(grades)
    group = len(grades.trainees) > 1
    return _page().render(
        lang=own,
        say=say,
        grades=grades,
        version=__version__,
        group=group,
        title=say("group") if group or not grades.trainees else f"{say('one')}: {grades.trainees[0].name}",
        facts=_facts(grades, scores, say),
        bars=charts.histogram(scores),
        band=charts.band,
        categories=[(grades.rulebook.categories.get(key, key), value, say.number(value)) for key, value in grades.categories.items()],
        faults=often.faults(grades),
        hard=sections.hard(grades, say),
        blocks=sections.blocks(grades),
        people=sections.people(grades, say),
        progress=charts.line(grades.progress),
        notices=notices_of(grades),
        problems=problems_of(grades),
    )


def _facts(grades: Grades, scores: Sequence[int], say: Say) -> list[tuple[str, str]]:
    """The numbers at the top."""
    mean = round(sum(scores) / len(scores), 1) if scores else None
    passed = sum(person.passed for person in grades.trainees)
    return [
        (say.number(mean), say("mean")),
        (f"{round(100 * passed / len(scores)) if scores else 0} %", say("passed")),
        (str(len(scores)), say("answers")),
        *([(str(len(grades.trainees)), say("trainees"))] if len(grades.trainees) > 1 else []),
    ]


@cache
def _page() -> Template:
    """The template. Everything that comes from outside is escaped, and its control signs made visible."""
    environment = Environment(
        loader=PackageLoader("replylint.trainer.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


def _shown(value: object) -> object:
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value
