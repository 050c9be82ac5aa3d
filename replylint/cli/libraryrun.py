"""A run of `library`, step by step: settings → templates → judged one by one → the whole → debts → output → exit code."""

from __future__ import annotations

from typing import NamedTuple

from replylint.cli.exits import Exit, stop
from replylint.cli.look import look, show
from replylint.cli.parallel import judged_all
from replylint.cli.run import Asked, gate, prepare, where
from replylint.cli.settings import Settings
from replylint.cli.words import say
from replylint.engine import active, report
from replylint.errors import InputFault, UsageFault
from replylint.library.overview import Overview, Wanted
from replylint.library.setup import Setup
from replylint.model import LibraryFinding, Problem, Record, Report
from replylint.rulebook import Rulebook
from replylint.sources import read


class AskedLibrary(NamedTuple):
    """The options of the command, as given."""

    asked: Asked
    changed_since: str = ""
    baseline: str = ""
    write_baseline: bool = False
    prune_baseline: bool = False
    fail_on_skipped: bool = False
    strict_suppressions: bool = False


class Library(NamedTuple):
    """Templates that were read, and how they are judged."""

    book: Rulebook
    settings: Settings
    setup: Setup
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    changed: frozenset[str] | None = None
    """The files to be told about; None for all."""


def run(asked: AskedLibrary) -> None:
    """Check a library, print, and exit with the code of interface.md §3."""
    library = gathered(asked)
    if asked.asked.fix or asked.asked.diff or asked.asked.unsafe_fixes:
        library = _mended(library, asked)
    outcome = judged(library, asked.asked.jobs)
    show(outcome, look(asked.asked), asked.asked)
    finish(outcome, library, asked)


def gathered(asked: AskedLibrary) -> Library:
    """The settings and the templates of a run. Raises UsageFault or InputFault where nothing could be judged."""
    if not asked.asked.paths:
        raise UsageFault(say("назовите файлы или папки с шаблонами", "name files or folders of templates"))
    book, settings = prepare(asked.asked)
    config = settings.config
    changed = _changed(asked)
    items = list(read(asked.asked.paths, settings.reading))
    records = tuple(item for item in items if isinstance(item, Record))
    problems = classified(items)
    if not records:
        first = problems[0] if problems else None
        raise InputFault(where(first) + first.message if first else say("шаблонов нет", "no templates"))
    setup = Setup(settings.options, slots=config.slots).found(records, config.placeholders, book)
    if not any(active(book, setup.chooser()(record.origin.path)) for record in records):
        raise UsageFault(say("все правила выключены: проверять нечем", "every rule is switched off: nothing to check with"))
    return Library(book, settings, setup, records, problems, changed)


def classified(items: list[Record | Problem]) -> tuple[Problem, ...]:
    """Problems by what they mean: of a file that gave templates, one of them was skipped; of any other, the file is unreadable."""
    read_from = {item.origin.path for item in items if isinstance(item, Record)}
    problems = [item for item in items if isinstance(item, Problem)]
    return tuple(problem._replace(kind="skipped") if problem.path in read_from else problem for problem in problems)


def _changed(asked: AskedLibrary) -> frozenset[str] | None:
    if not asked.changed_since:
        return None
    from replylint.cli.changed import changed_files

    found = changed_files(asked.changed_since)
    if not found:
        stop(Exit.CLEAN, say(f"после {asked.changed_since} ничего не изменилось", f"nothing changed since {asked.changed_since}"))
    return found


def judged(library: Library, jobs: int) -> Report:
    """The report on a library."""
    book, setup, options = library.book, library.setup, library.settings.options
    records = [record for record in library.records if _told(record.origin.path, library)]
    outcomes = judged_all(records, setup, setup.judge(book).outcome, None, jobs)
    made = report(outcomes, book, options)
    skipped = tuple(problem._replace(kind="skipped") for problem in made.problems)
    return made._replace(library=_whole(library), problems=(*library.problems, *skipped))


def _whole(library: Library) -> tuple[LibraryFinding, ...]:
    """Findings about the library; only those that touch a changed file, if such are asked for."""
    config, options = library.settings.config, library.settings.options
    rules = {rule.id: rule for rule in active(library.book, options)}
    wanted = Wanted(config.variants, config.situations_wanted)
    view = Overview(rules, options, library.setup.styles, library.setup.samples(library.book), library.book.names.calls, wanted)
    found = view.findings(library.records)
    return tuple(one for one in found if not one.places or any(_told(place.origin.path, library) for place in one.places))


def _told(path: str, library: Library) -> bool:
    if library.changed is None:
        return True
    from replylint.cli.changed import whole_path

    return whole_path(path) in library.changed


def _mended(library: Library, asked: AskedLibrary) -> Library:
    from replylint.cli.fix import mend_all

    records: list[Record | Problem] = [record for record in library.records if _told(record.origin.path, library)]
    mended = mend_all(records, asked.asked, library.book, library.settings, library.setup.judge(library.book).check)
    refused = tuple(item for item in mended if isinstance(item, Problem))
    return library._replace(records=tuple(item for item in mended if isinstance(item, Record)), problems=(*library.problems, *refused))


def finish(outcome: Report, library: Library, asked: AskedLibrary) -> None:
    """Exit: 2 for unreadable files and where nothing could be judged, 1 past the gate, 0 else; one line says why."""
    faults = [problem for problem in outcome.problems if problem.kind == "fault"]
    if faults:
        more = say(f" (и ещё {len(faults) - 1})", f" (and {len(faults) - 1} more)") if faults[1:] else ""
        stop(Exit.FAULT, say("не проверено: ", "not checked: ") + f"{where(faults[0])}{faults[0].message}{more}")
    if library.changed is None and not any(checked.score for checked in outcome.checked):
        stop(Exit.FAULT, say("ни один шаблон не проверен: все не на русском", "no template was checked: none is in Russian"))
    skipped = sum(problem.kind == "skipped" for problem in outcome.problems)
    reason = gate(outcome, library.settings)
    if not reason and asked.fail_on_skipped and skipped:
        reason = say(f"пропущено шаблонов: {skipped}", f"templates skipped: {skipped}")
    if reason and not asked.asked.exit_zero:
        stop(Exit.FINDINGS, reason)
