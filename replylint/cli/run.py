"""A run of `check`, step by step: settings → records → report → fixes → output → exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from replylint.cli import settings as setting
from replylint.cli.exits import Exit, stop
from replylint.cli.look import show, targets
from replylint.cli.progress import shown
from replylint.cli.settings import Settings, configuration, context, known_rules, language, rules_folder, severity, split
from replylint.cli.words import say
from replylint.engine import Options, check
from replylint.errors import InputFault, UsageFault
from replylint.model import SEVERITIES, Finding, LibraryFinding, Problem, Record, Report
from replylint.rulebook import Rulebook, load
from replylint.sources import Reading, read, read_bytes, read_text

if TYPE_CHECKING:
    from replylint.cli.judging import Judging


class Asked(NamedTuple):
    """The options of the command, as given."""

    paths: tuple[str, ...] = ()
    text: str | None = None
    stdin_filename: str = ""
    encoding: str = ""
    column: tuple[str, ...] = ()
    max_chars: int = 100_000
    jobs: int = 1
    told: Mapping[str, str] = {}
    message_file: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str = ""
    isolated: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    fail_on: str = ""
    min_score: int = -1
    min_coverage: int = 0
    exit_zero: bool = False
    output_format: tuple[str, ...] = ()
    output_file: str = ""
    statistics: bool = False
    color: str = "auto"
    verbosity: int = 0
    lang: str = ""


def run(asked: Asked) -> None:
    """Check what was asked for, print, and exit with the code of interface.md §3."""
    wanted = targets(asked)
    book, settings = prepare(asked)
    records = list(gather(asked, settings.reading))
    judging = judging_of(records, book, settings)
    if asked.fix or asked.diff or asked.unsafe_fixes:
        from replylint.cli.fix import mend_all

        records = mend_all(records, asked, book, settings, judging.check if judging else None)
    report = judging.told(judging.report(records, asked.jobs)) if judging else judged(records, book, settings, asked.jobs)
    show(report, asked, wanted, settings.fail_on)
    finish(report, settings)


def prepare(asked: Asked) -> tuple[Rulebook, Settings]:
    """The rulebook and the settings of a run. Raises UsageFault, ConfigFault or RuleFault."""
    config = configuration(asked.paths, asked.config, isolated=asked.isolated)
    book = load(rules_folder(config), notice=_notice)
    options = Options(
        select=known_rules(split(asked.select) or tuple(config.select), "--select", book),
        ignore=known_rules(split(asked.ignore) or tuple(config.ignore), "--ignore", book),
        lang=language(asked.lang, config),
        profile=config.profile,
        severities=config.severity,
        points=config.points,
    )
    reading = setting.reading_of(config, setting.columns(asked.column))._replace(max_chars=asked.max_chars, lang=options.lang)
    reading = reading._replace(encoding=asked.encoding or config.encoding, defaults=context(asked.told, asked.message_file))
    fail_on = severity("fail-on", asked.fail_on or config.fail_on or "minor")
    min_score = asked.min_score if asked.min_score >= 0 else config.min_score
    return book, Settings(reading, options, config, fail_on, min_score, asked.min_coverage, asked.exit_zero)


def _notice() -> None:
    """Somebody who waits for the first run is told why."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(
            say("Готовим правила: несколько секунд, только в первый раз.\n", "Preparing the rules: some seconds, only once.\n")
        )
        sys.stderr.flush()


def gather(asked: Asked, reading: Reading) -> Iterator[Record | Problem]:
    """The records that were asked for: `--text`, stdin, a paste, files."""
    if asked.text is not None:
        if asked.paths:
            raise UsageFault(say("--text и файлы вместе не бывают", "--text and files do not go together"))
        yield read_text(asked.text, "<text>", reading)
    elif not asked.paths or asked.paths == ("-",):
        yield from _stdin(asked, reading)
    elif "-" in asked.paths:
        raise UsageFault(say("«-» не бывает вместе с файлами", "“-” and files do not go together"))
    else:
        yield from read(asked.paths, reading)


def _stdin(asked: Asked, reading: Reading) -> Iterator[Record | Problem]:
    if sys.stdin is None or sys.stdin.closed:
        raise InputFault(say("нет стандартного ввода", "no standard input"), path="<stdin>")
    if sys.stdin.isatty() and not asked.paths:
        keys = "Ctrl-Z, Enter" if sys.platform == "win32" else "Ctrl-D"
        sys.stderr.write(say(f"Вставьте черновик и нажмите {keys}:\n", f"Paste the draft, then press {keys}:\n"))
    # A Windows console ends its input with Ctrl-Z, which may come through as a sign.
    content = sys.stdin.buffer.read().rstrip(b"\x1a")
    suffix = "." + asked.stdin_filename.rpartition(".")[2] if "." in asked.stdin_filename else ".txt"
    yield from read_bytes(content, asked.stdin_filename or "<stdin>", suffix.lower(), reading)


def judging_of(records: list[Record | Problem], book: Rulebook, settings: Settings) -> Judging | None:
    """How records are judged where remarks or overrides say more than the options; None where nothing does."""
    from replylint.cli.remarks import suppressions

    found = suppressions(records, settings.config, settings.reading, book, settings.options)
    if found is None and not settings.config.overrides:
        return None
    from replylint.cli.judging import Judging
    from replylint.library.setup import Setup

    return Judging(book, Setup(settings.options, settings.config.overrides), found)


def judged(records: list[Record | Problem], book: Rulebook, settings: Settings, jobs: int) -> Report:
    """The report on records, made by one process or several; the same bytes either way."""
    if jobs == 1 or len(records) < 200:
        return check(shown(records, len(records)), book, settings.options)
    from replylint.cli.judging import Judging
    from replylint.library.setup import Setup

    return Judging(book, Setup(settings.options)).report(records, jobs)


def finish(report: Report, settings: Settings) -> None:
    """Exit: 2 for faults of the input, 1 for findings or scores past the gate, 0 else; one line says why."""
    faults = [problem for problem in report.problems if not (problem.warning or problem.skipped)]
    if faults:
        first = faults[0]
        more = len(faults) - 1
        tail = say(f" (и ещё {more})", f" (and {more} more)") if more else ""
        stop(Exit.FAULT, say("не проверено: ", "not checked: ") + f"{where(first)}{first.message}{tail}")
    if not report.checked:
        stop(Exit.FAULT, say("проверять нечего", "nothing to check"))
    reason = gate(report, settings)
    if reason and not settings.exit_zero:
        stop(Exit.FINDINGS, reason)


def where(problem: Problem) -> str:
    """`path (place): ` of a problem."""
    place = f" ({problem.place})" if problem.place else ""
    return f"{problem.path}{place}: " if problem.path or place else ""


def gate(report: Report, settings: Settings) -> str:
    """Why the run does not pass; "" if it does."""
    severe = [f for checked in report.checked for f in checked.findings if counts(f, settings.fail_on)]
    general = [f for f in report.library if counts(f, settings.fail_on)]
    low = [c for c in report.checked if c.score and c.score.value < settings.min_score]
    vague = [c for c in report.checked if c.score and c.score.coverage < settings.min_coverage]
    if severe or general:
        number = len(severe) + len(general)
        return say(f"замечаний уровня {settings.fail_on} и выше: {number}", f"findings at or above {settings.fail_on}: {number}")
    if low:
        return say(f"оценка ниже {settings.min_score} у ответов: {len(low)}", f"replies scored below {settings.min_score}: {len(low)}")
    if vague:
        return say(
            f"покрытие ниже {settings.min_coverage} % у ответов: {len(vague)}",
            f"replies covered below {settings.min_coverage} %: {len(vague)}",
        )
    return ""


def counts(finding: Finding | LibraryFinding, fail_on: str) -> bool:
    """Whether a finding is at or above the gate."""
    if fail_on == "never" or finding.suppressed is not None:
        return False
    return SEVERITIES.index(finding.severity) >= SEVERITIES.index(fail_on)
