"""One answer in a file of its own; front matter may hold when it came, the trainer's comment, what is overruled."""

from __future__ import annotations

from replylint import yamltext
from replylint.errors import InputFault, ReplylintError
from replylint.fields import Fields
from replylint.model import Origin, Problem
from replylint.sources.decode import decoded
from replylint.sources.files import Content
from replylint.sources.plain import Parts, split
from replylint.sources.reading import Reading
from replylint.trainer.model import Submission
from replylint.trainer.overruling import of_tree

KEYS = ("submitted_at", "comment", "overrule")


def read(item: Content, person: str, exercise: str, reading: Reading) -> Submission:
    """The submission of a file; what is wrong with it stands in `problem`."""
    made = Submission(person, exercise, "", origin=Origin(item.name))
    text = decoded(item.content, item.name, reading)
    if isinstance(text, Problem):
        return made._replace(problem=f"{text.message} ({text.place})" if text.place else text.message)
    parts = split(text)
    answer = text[parts.start : parts.end]
    if len(answer) > reading.max_chars:
        return made._replace(problem=reading.too_long("", "", len(answer)).message)
    if "\0" in answer:
        return made._replace(problem="NUL bytes (a binary file?)" if reading.lang == "en" else "нулевые байты (двоичный файл?)")
    made = made._replace(answer=answer, origin=Origin(item.name, "", parts.line))
    try:
        return _with_front(made, parts, reading)
    except ReplylintError as error:
        return made._replace(answer="", problem=f"{error.message} ({error.hint})" if error.hint else error.message)


def _with_front(made: Submission, parts: Parts, reading: Reading) -> Submission:
    """The submission with what its front matter says. Raises InputFault or RuleFault."""
    nodes = yamltext.read_all("\n" + parts.front, made.origin.path, InputFault, reading.lang)
    if not nodes:
        return made
    fields = Fields.of(nodes[0], made.origin.path)
    fields.no_others(KEYS)
    tree = yamltext.plain(fields.node.entries["overrule"]) if "overrule" in fields else []
    return made._replace(submitted_at=fields.text("submitted_at", ""), comment=fields.text("comment", ""), overrule=tuple(of_tree(tree)))
