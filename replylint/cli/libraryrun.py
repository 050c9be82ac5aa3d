"""A run of `library`, step by step: settings → templates → judged one by one → the whole → debts → output → exit code."""

from __future__ import annotations

from typing import NamedTuple

from replylint.cli.debts import Debts, debts
from replylint.cli.exits import Exit, note, stop
from replylint.cli.judging import Judging
from replylint.cli.look import show, targets
from replylint.cli.remarks import suppressions
from replylint.cli.run import Asked, gate, prepare, where
from replylint.cli.settings import Settings
from replylint.cli.words import say
from replylint.engine import active
from replylint.errors import InputFault, UsageFault
from replylint.library.compose import composed
from replylint.library.overview import Overview, Wanted
from replylint.library.setup import Setup
from replylint.model import LibraryFinding, Problem, Record, Report
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

    settings: Settings
    judging: Judging
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    changed: frozenset[str] | None = None
    """The files to be told about; None for all."""

    def told(self, path: str) -> bool:
        """Whether a file is to be told about."""
        if self.changed is None:
            return True
        from replylint.cli.changed import whole_path

        return whole_path(path) in self.changed


def run(asked: AskedLibrary) -> None:
    """Check a library, print, and exit with the code of interface.md §3."""
    wanted = targets(asked.asked)
    library = gathered(asked)
    if asked.asked.fix or asked.asked.diff or asked.asked.unsafe_fixes:
        library = _mended(library, asked)
    owed = debts(asked.baseline, library.settings.config, writing=asked.write_baseline)
    outcome = judged(library, asked.asked.jobs)
    if owed and (asked.write_baseline or asked.prune_baseline):
        _kept(owed, outcome, library, asked)
        owed = debts(asked.baseline, library.settings.config, writing=True)
    if owed:
        outcome = owed.applied(outcome, library.judging.judge.rated)
    show(outcome, asked.asked, wanted, library.settings.fail_on)
    finish(outcome, library, asked)


def gathered(asked: AskedLibrary) -> Library:
    """The settings and the templates of a run. Raises UsageFault or InputFault where nothing could be judged."""
    if not asked.asked.paths:
        raise UsageFault(say("назовите файлы или папки с шаблонами", "name files or folders of templates"))
    book, settings = prepare(asked.asked)
    settings = settings._replace(reading=settings.reading._replace(templates=True))
    config = settings.config
    changed = _changed(asked)
    items = list(read(asked.asked.paths, settings.reading))
    records = tuple(item for item in items if isinstance(item, Record))
    problems = classified(items)
    if not records:
        first = problems[0] if problems else None
        raise InputFault(where(first) + first.message if first else say("шаблонов нет", "no templates"))
    setup = Setup(settings.options, config.overrides, config.slots).found(records, config.placeholders, book)
    if not any(active(book, options) for options in {id(o): o for o in map(setup.chooser(), {r.origin.path for r in records})}.values()):
        raise UsageFault(say("все правила выключены: проверять нечем", "every rule is switched off: nothing to check with"))
    remarks = suppressions(records, config, settings.reading, book, settings.options)
    return Library(settings, Judging(book, setup, remarks), records, problems, changed)


def classified(items: list[Record | Problem]) -> tuple[Problem, ...]:
    """Problems by what they mean: of a file that gave templates, one of them was skipped; of any other, the file is unreadable."""
    read_from = {item.origin.path for item in items if isinstance(item, Record)}
    problems = [item for item in items if isinstance(item, Problem)]
    return tuple(problem._replace(skipped=problem.skipped or problem.path in read_from) for problem in problems)


def _changed(asked: AskedLibrary) -> frozenset[str] | None:
    if not asked.changed_since:
        return None
    from replylint.cli.changed import changed_files

    found = changed_files(asked.changed_since)
    if not found:
        stop(Exit.CLEAN, say(f"после {asked.changed_since} ничего не изменилось", f"nothing changed since {asked.changed_since}"))
    return found


def judged(library: Library, jobs: int) -> Report:
    """The report on a library, before old debts are taken out."""
    records = [record for record in library.records if library.told(record.origin.path)]
    made = library.judging.library(records, library.settings.config.compose, jobs)
    unread = {(checked.record.origin.path, checked.record.origin.place) for checked in made.checked if checked.score is None}
    problems = [problem._replace(skipped=(problem.path, problem.place) in unread) for problem in made.problems]
    whole = (*made.library, *_whole(library))
    if library.judging.remarks:
        whole = tuple(map(library.judging.remarks.general, whole))
    heard = None if library.changed is None else library.told
    return library.judging.told(made._replace(library=whole, problems=(*library.problems, *problems)), heard)


def _whole(library: Library) -> tuple[LibraryFinding, ...]:
    """Findings about the library; only those that touch a changed file, if such are asked for."""
    config, options, judging = library.settings.config, library.settings.options, library.judging
    book, setup = judging.book, judging.setup
    rules = {rule.id: rule for rule in active(book, options)}
    wanted = Wanted(config.variants, config.situations_wanted)
    view = Overview(rules, options, setup.styles, setup.samples(book), book.names.calls, wanted)
    found = view.findings(library.records)
    return tuple(one for one in found if not one.places or any(library.told(place.origin.path) for place in one.places))


def _mended(library: Library, asked: AskedLibrary) -> Library:
    from replylint.cli.fix import mend_all

    judging = library.judging
    alone = composed(library.records, library.settings.config.compose, library.settings.options.lang).alone
    records: list[Record | Problem] = [record for record in alone if library.told(record.origin.path)]
    mended = mend_all(records, asked.asked, judging.book, library.settings, judging.check)
    refused = tuple(item for item in mended if isinstance(item, Problem))
    after = {id(one): new for one, new in zip(records, mended, strict=True) if isinstance(new, Record)}
    again = tuple(after.get(id(record), record) for record in library.records)
    return library._replace(records=again, problems=(*library.problems, *refused))


def _kept(owed: Debts, outcome: Report, library: Library, asked: AskedLibrary) -> None:
    """Write or prune the baseline — of a library that was read whole only."""
    fault = next((problem for problem in outcome.problems if not (problem.skipped or problem.warning)), None)
    if fault:
        raise InputFault(say("долги не записаны: ", "the baseline is not written: ") + where(fault) + fault.message)
    rated = library.judging.judge.rated
    left = owed.write(outcome) if asked.write_baseline else owed.prune(outcome, rated)
    note(say(f"старых долгов {left}: {owed.file.as_posix()}", f"{left} old debts: {owed.file.as_posix()}"))


def finish(outcome: Report, library: Library, asked: AskedLibrary) -> None:
    """Exit: 2 for unreadable files and where nothing could be judged, 1 past the gate, 0 else; one line says why."""
    faults = [problem for problem in outcome.problems if not (problem.skipped or problem.warning)]
    if faults:
        more = say(f" (и ещё {len(faults) - 1})", f" (and {len(faults) - 1} more)") if faults[1:] else ""
        stop(Exit.FAULT, say("не проверено: ", "not checked: ") + f"{where(faults[0])}{faults[0].message}{more}")
    if library.changed is None and not any(checked.score for checked in outcome.checked):
        stop(Exit.FAULT, say("ни один шаблон не проверен: все не на русском", "no template was checked: none is in Russian"))
    reason = gate(outcome, library.settings) or _strict(outcome, asked)
    if reason and not asked.asked.exit_zero:
        stop(Exit.FINDINGS, reason)


def _strict(outcome: Report, asked: AskedLibrary) -> str:
    """Why a strict run does not pass."""
    skipped = sum(problem.skipped for problem in outcome.problems)
    warned = sum(problem.warning for problem in outcome.problems)
    if asked.fail_on_skipped and skipped:
        return say(f"пропущено шаблонов: {skipped}", f"templates skipped: {skipped}")
    if asked.strict_suppressions and warned:
        return say(f"предупреждений: {warned}", f"warnings: {warned}")
    return ""
