"""Old debts: findings that were there when the baseline was written. New ones count, old ones are a number until they are paid.

An entry is a file, a rule and the words of the sentence, with how often: never a line number, never a count alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from replylint.errors import InputFault
from replylint.fingerprint import fingerprint, sentence_at
from replylint.model import DEBT, Checked, Finding, LibraryFinding, Report
from replylint.text import normal_text

VERSION = 1
SIZE = 16


class Entry(NamedTuple):
    """One debt: `mark` is the hash of the sentence with the file and the rule."""

    path: str
    rule: str
    mark: str


class Baseline:
    """Debts and how often each is owed. `near`: a path as given → as the baseline has it."""

    def __init__(self, owed: Counter[Entry], near: Callable[[str], str]) -> None:
        self.owed = owed
        self.near = near

    def entry(self, checked: Checked, finding: Finding) -> Entry:
        """The debt that a finding would be."""
        path = self.near(checked.record.origin.path)
        return Entry(path, finding.rule, fingerprint(path, finding.rule, sentence_at(checked.record.reply, *finding.span)))

    def general(self, finding: LibraryFinding) -> Entry:
        """The same for a finding about the library: by all the words of its places."""
        path = self.near(min((place.origin.path for place in finding.places), default=""))
        words = " ".join(sorted({normal_text(place.text) for place in finding.places})) or finding.message
        return Entry(path, finding.rule, fingerprint(path, finding.rule, words))

    def entries(self, report: Report) -> Iterator[Entry]:
        """All findings of a report as debts, those aside that are suppressed for another reason."""
        for checked in report.checked:
            yield from (self.entry(checked, finding) for finding in checked.findings if finding.suppressed in (None, DEBT))
        yield from (self.general(finding) for finding in report.library if finding.suppressed in (None, DEBT))

    def applied(self, report: Report, rated: Callable[[Checked], Checked]) -> tuple[Report, Counter[Entry]]:
        """The report with old debts suppressed and scores without them, and the debts that were paid (of any file)."""
        left = Counter(self.owed)

        def settle(entry: Entry) -> bool:
            held = left[entry] > 0
            left[entry] -= held
            return held

        checked = tuple(self._settled(one, settle, rated) for one in report.checked)
        library = tuple(
            one._replace(suppressed=DEBT) if one.suppressed is None and settle(self.general(one)) else one for one in report.library
        )
        return report._replace(checked=checked, library=library), +left

    def _settled(self, checked: Checked, settle: Callable[[Entry], bool], rated: Callable[[Checked], Checked]) -> Checked:
        findings = tuple(
            one._replace(suppressed=DEBT) if one.suppressed is None and settle(self.entry(checked, one)) else one
            for one in checked.findings
        )
        return checked if findings == checked.findings else rated(checked._replace(findings=findings))


def dumped(owed: Counter[Entry]) -> str:
    """The file of a baseline: sorted, one entry a line, the same bytes for the same debts."""
    rows = [json.dumps({**entry._asdict(), "count": owed[entry]}, ensure_ascii=False) for entry in sorted(+owed)]
    inner = ",\n".join(f"  {row}" for row in rows)
    return (
        f'{{\n "version": {VERSION},\n "findings": [\n{inner}\n ]\n}}\n' if rows else f'{{\n "version": {VERSION},\n "findings": []\n}}\n'
    )


def parsed(text: str, path: str) -> Counter[Entry]:
    """The debts in a file. Raises InputFault for one that is no baseline."""
    try:
        tree = json.loads(text)
        if tree["version"] != VERSION:
            raise InputFault("другая версия файла долгов: запишите его заново (--write-baseline)", path=path)
        return Counter({_entry(row): int(row["count"]) for row in tree["findings"]})
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputFault("это не файл долгов: запишите его заново (--write-baseline)", path=path) from error


def _entry(row: Any) -> Entry:
    return Entry(str(row["path"]), str(row["rule"]), str(row["mark"]))


def of_paths(owed: Counter[Entry], paths: Iterable[str]) -> Counter[Entry]:
    """The debts of some files."""
    wanted = set(paths)
    return Counter({entry: number for entry, number in owed.items() if entry.path in wanted})
