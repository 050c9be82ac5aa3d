"""Findings that a remark excuses; remarks that excuse nothing, name no rule or give no reason are told."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from replylint.globs import matches
from replylint.library.remarks import Remark
from replylint.model import Checked, Language, LibraryFinding, Origin, Problem, Record
from replylint.yamltext import nearest


class Known(NamedTuple):
    """Names that remarks may hold: rules and categories, and those of them that run."""

    names: tuple[str, ...]
    active: Container[str]
    lang: Language = "ru"


class Suppressions:
    """The remarks of a run: those beside a template count for it, those of the sidecar for paths and places."""

    def __init__(self, beside: Mapping[Origin, Sequence[Remark]], sidecar: Sequence[Remark], file: str, known: Known) -> None:
        self._beside = beside
        self._sidecar = sidecar
        self._file = file
        self._known = known
        self._used: set[int] = set()

    def applied(self, checked: Checked, rated: Callable[[Checked], Checked]) -> Checked:
        """A checked template with the findings that remarks excuse marked, and its score without them."""
        remarks = self._of(checked.record.origin, checked.record.id)
        if not remarks:
            return checked
        findings = tuple(finding._replace(suppressed=self._reason(remarks, finding.rule, finding.category)) for finding in checked.findings)
        return checked if findings == checked.findings else rated(checked._replace(findings=findings))

    def general(self, finding: LibraryFinding) -> LibraryFinding:
        """A finding about the library: excused where fewer than two of its templates are left."""
        reasons = [self._reason(self._of(place.origin, ""), finding.rule, finding.category) for place in finding.places]
        told = [reason for reason in reasons if reason is not None]
        enough = told and len(reasons) - len(told) < min(2, len(reasons))
        return finding._replace(suppressed=told[0]) if enough else finding

    def _of(self, origin: Origin, id_: str) -> list[Remark]:
        own = list(self._beside.get(origin, ()))
        return own + [one for one in self._sidecar if matches(origin.path, one.path) and one.place in ("", origin.place, id_)]

    def _reason(self, remarks: Iterable[Remark], rule: str, category: str) -> str | None:
        for remark in remarks:
            if remark.word == "ignore" and remark.reason and not {rule, category, "*"}.isdisjoint(remark.rules):
                self._used.add(id(remark))
                return remark.reason
        return None

    def problems(self, heard: Callable[[str], bool] | None = None) -> Iterator[Problem]:
        """Remarks that do nothing, and why. `heard`: the files to be told about, where others were not judged."""
        beside = {id(remark): remark for remarks in self._beside.values() for remark in remarks}
        for remark in beside.values():
            told = self._fault(remark) if heard is None or heard(remark.path) else ""
            if told:
                yield Problem(remark.path, told, f"line {remark.line}", warning=True)
        for remark in self._sidecar if heard is None else ():
            told = self._fault(remark)
            if told:
                yield Problem(self._file, told, f"line {remark.line}", warning=True)

    def _fault(self, remark: Remark) -> str:
        ru, en = self._told(remark)
        return en if self._known.lang == "en" else ru

    def _told(self, remark: Remark) -> tuple[str, str]:
        wanted = "replylint: ignore[…] …"
        if remark.word != "ignore" or not remark.rules:
            return f"непонятная пометка, нужно «{wanted}»", f"not understood; it should be “{wanted}”"
        unknown = next((name for name in remark.rules if name != "*" and name not in self._known.names), "")
        if unknown:
            near = nearest(unknown, self._known.names)
            ru, en = (f"; может быть, {near}?", f"; did you mean {near}?") if near else ("", "")
            return f"ignore: нет такого правила — «{unknown}»{ru}", f"ignore: no such rule: “{unknown}”{en}"
        listed = ", ".join(remark.rules)
        if not remark.reason:
            return f"ignore[{listed}] без причины не действует: допишите, почему", f"ignore[{listed}] has no effect: say why"
        if id(remark) not in self._used and all(name == "*" or name in self._known.active for name in remark.rules):
            return f"ignore[{listed}] ничего не скрывает: уберите", f"ignore[{listed}] hides nothing: remove it"
        return "", ""


def beside(records: Iterable[Record], lines: Iterable[Remark], texts: tuple[str, ...] = ()) -> dict[Origin, list[Remark]]:
    """Remarks in lines of files → the template on the same line, else the next below.

    In plain text (`texts`: its suffixes) a line of the template is a line of the reply, no comment.
    """
    starts: dict[str, list[tuple[int, int, Origin]]] = defaultdict(list)
    for record in records:
        origin = record.origin
        starts[origin.path].append((origin.line + record.reply.count("\n"), origin.line, origin))
    for found in starts.values():
        found.sort(key=lambda row: row[:2])
    placed: dict[Origin, list[Remark]] = defaultdict(list)
    for remark in lines:
        rows = starts.get(remark.path, [])
        number = bisect_left(rows, remark.line, key=lambda row: row[0])
        own = remark.path.lower().endswith(texts) if texts else False
        if number < len(rows) and not (own and rows[number][1] <= remark.line):
            placed[rows[number][2]].append(remark)
    return placed
