"""The baseline of a run: read, applied, written, pruned."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from replylint.cli.words import say
from replylint.config import Config
from replylint.errors import InputFault
from replylint.library.baseline import Baseline, Entry, dumped, of_paths, parsed
from replylint.model import Checked, Problem, Report

NAME = "replylint-baseline.json"


class Debts(NamedTuple):
    """A baseline and its file."""

    file: Path
    baseline: Baseline
    there: bool
    """Whether the file exists."""

    def applied(self, report: Report, rated: Callable[[Checked], Checked]) -> Report:
        """The report with old debts kept out of the gate; those that were paid are told."""
        settled, left = self.baseline.applied(report, rated)
        paid = sum(self._stale(left, report).values())
        if not paid:
            return settled
        told = say(
            f"старых долгов уже нет: {paid}; уберите их: --prune-baseline", f"old debts that are paid: {paid}; drop them: --prune-baseline"
        )
        return settled._replace(problems=(*settled.problems, Problem(self.file.as_posix(), told, warning=True)))

    def _stale(self, left: Counter[Entry], report: Report) -> Counter[Entry]:
        """Debts without a finding, in files that were judged or are gone."""
        judged = self._judged(report)
        gone = {entry.path for entry in left if entry.path and not (self.file.parent / entry.path).exists()}
        return of_paths(left, judged | gone)

    def _judged(self, report: Report) -> set[str]:
        return {self.baseline.near(checked.record.origin.path) for checked in report.checked} | {""}

    def write(self, report: Report) -> int:
        """All findings of a report become debts; those of files that were not judged stay. How many there are."""
        judged = of_paths(self.baseline.owed, self._judged(report))
        owed = self.baseline.owed - judged + Counter(self.baseline.entries(report))
        return self._keep(owed)

    def prune(self, report: Report, rated: Callable[[Checked], Checked]) -> int:
        """Paid debts go. How many are left."""
        _, left = self.baseline.applied(report, rated)
        return self._keep(self.baseline.owed - self._stale(left, report))

    def _keep(self, owed: Counter[Entry]) -> int:
        try:
            _replace(self.file, dumped(owed).encode())
        except OSError as error:
            raise InputFault(str(error.strerror), path=self.file.as_posix()) from error
        return sum(owed.values())


def debts(told: str, config: Config, *, writing: bool) -> Debts | None:
    """The baseline that was told, else the one beside the configuration if it exists. Raises InputFault."""
    file = Path(told) if told else (Path(config.path).parent if config.path else Path()) / NAME
    there = file.is_file()
    if not there and not writing:
        if told:
            raise InputFault(say("нет такого файла долгов", "no such baseline"), path=told)
        return None
    owed: Counter[Entry] = Counter()
    if there:
        try:
            owed = parsed(file.read_text(encoding="utf-8-sig"), file.as_posix())
        except (OSError, UnicodeDecodeError) as error:
            raise InputFault(say("файл долгов не читается", "the baseline cannot be read"), path=file.as_posix()) from error
    return Debts(file, Baseline(owed, _near(file)), there)


def _near(file: Path) -> Callable[[str], str]:
    """A path as the baseline has it: from the baseline's folder, so that it does not matter where the run starts."""
    folder = file.resolve().parent

    def near(path: str) -> str:
        if not path or path.startswith("<"):
            return path
        return Path(os.path.relpath(Path(path).resolve(), folder)).as_posix()

    return near


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then swap."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(draft).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o644)
        Path(draft).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        raise
