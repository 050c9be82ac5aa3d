"""Findings on combinations → findings on the fragments that cause them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from replylint.library.compose import Assembly, Combination
from replylint.model import Checked, Edit, Finding, Fix, Language, LibraryFinding, Place, Record, Span
from replylint.rule import RANK
from replylint.words import plural

K = TypeVar("K")


class Blamed(NamedTuple):
    """The findings of each fragment, in the order of the fragments, and what all combinations lack."""

    checked: tuple[tuple[Record, Checked | None, tuple[Finding, ...]], ...]
    """The fragment, a combination that holds it (None where none could be judged), its findings."""
    general: tuple[LibraryFinding, ...]


class _Seen(NamedTuple):
    """A finding and the combinations (numbers) that have it."""

    finding: Finding
    where: set[int]


def blamed(assembly: Assembly, combinations: Sequence[Combination], outcomes: Sequence[Checked], lang: Language) -> Blamed:
    """Where a finding stands in a fragment's words it is that fragment's; what is missing or about the whole is traced."""
    judged = [(one, outcome) for one, outcome in zip(combinations, outcomes, strict=True) if outcome.score is not None]
    holders = _holders([one for one, _ in judged])
    own: dict[tuple[int, int, str, Span], _Seen] = {}
    whole: dict[str, _Seen] = {}
    for number, (one, outcome) in enumerate(judged):
        for finding in outcome.findings:
            home = _home(finding, one)
            if home is None:
                _see(whole, finding.rule, finding, number)
            else:
                part, member, moved = home
                _see(own, (part, member, finding.rule, moved.span), moved, number)
    found: dict[int, list[Finding]] = defaultdict(list)
    for (part, member), seen in _apart(own):
        found[member].append(_counted(seen, len(holders[part, member]), lang))
    general = [one for seen in whole.values() for one in _traced(seen, assembly, holders, len(judged), found, lang)]
    return Blamed(tuple(_fragments(assembly, judged, found)), tuple(general))


def _see(table: dict[K, _Seen], key: K, finding: Finding, number: int) -> None:
    """One more combination that has a finding; the dearest form of it is kept."""
    seen = table.get(key)
    if seen is None:
        table[key] = _Seen(finding, {number})
        return
    seen.where.add(number)
    if RANK[seen.finding.severity] < RANK[finding.severity]:
        table[key] = _Seen(finding, seen.where)


def _apart(own: dict[tuple[int, int, str, Span], _Seen]) -> Iterator[tuple[tuple[int, int], _Seen]]:
    """Findings by part and fragment; of a rule's that overlap, the most frequent stands for all."""
    kept: dict[tuple[int, int, str], list[_Seen]] = defaultdict(list)
    for (part, member, rule, span), seen in sorted(own.items(), key=lambda item: (-len(item[1].where), item[0])):
        group = kept[part, member, rule]
        near = next((one for one in group if one.finding.span.overlaps(span)), None)
        if near:
            near.where.update(seen.where)
        else:
            group.append(seen)
    for (part, member, _), group in kept.items():
        yield from (((part, member), seen) for seen in group)


Holders = dict[tuple[int, int | None], set[int]]
"""(part, fragment or None) → the combinations that hold it."""


def _holders(combinations: Sequence[Combination]) -> Holders:
    found: Holders = defaultdict(set)
    for number, one in enumerate(combinations):
        for part, member in enumerate(one.members):
            found[part, member].add(number)
    return found


def _home(finding: Finding, one: Combination) -> tuple[int, int, Finding] | None:
    """The part and fragment in whose words a finding stands; None where something is missing, or several fragments are meant."""
    start, end = finding.span
    shares = [
        (min(end, span.end) - max(start, span.start), part, member, span)
        for part, (member, span) in enumerate(zip(one.members, one.spans, strict=True))
        if member is not None and span is not None and start < span.end and span.start < end
    ]
    if start == end or not shares or sum(share >= span.end - span.start for share, _, _, span in shares) > 1:
        return None
    _, part, member, span = max(shares, key=lambda row: (row[0], -row[1]))
    return part, member, _moved(finding, span)


def _moved(finding: Finding, span: Span) -> Finding:
    """A finding in the words of a fragment; a fix goes along if all of it stands there."""
    place = Span(max(0, finding.span.start - span.start), min(finding.span.end, span.end) - span.start)
    fix = finding.fix
    if fix and all(span.start <= edit.span.start and edit.span.end <= span.end for edit in fix.edits):
        fix = Fix(tuple(Edit(Span(e.span.start - span.start, e.span.end - span.start), e.text) for e in fix.edits), fix.safe)
    else:
        fix = None
    return finding._replace(span=place, fix=fix, related=())


def _counted(seen: _Seen, all_: int, lang: Language) -> Finding:
    """A finding with the number of combinations that have it, where others have not."""
    number = len(seen.where)
    if number == all_:
        return seen.finding
    russian = f" (в {number} {plural(number, 'сочетании', 'сочетаниях', 'сочетаниях')} из {all_})"
    told = f" (in {number} of {all_} combinations)" if lang == "en" else russian
    return seen.finding._replace(message=seen.finding.message + told)


def _traced(
    seen: _Seen, assembly: Assembly, holders: Holders, all_: int, found: dict[int, list[Finding]], lang: Language
) -> Iterator[LibraryFinding]:
    """Something that is missing: the fault of the fragments whose combinations lack it, where those of others do not."""
    part, guilty = _guilty(seen.where, assembly, holders)
    members = [member for member in guilty if member is not None]
    if len(seen.where) == all_ or None in guilty or not guilty:
        finding = _counted(seen, all_, lang)
        without = f" («{assembly.how.parts[part]}»: –)" if guilty and len(seen.where) < all_ else ""
        yield LibraryFinding(finding.rule, finding.category, finding.severity, finding.message + without, finding.why, _places(assembly))
        return
    for member in members:
        own = seen.where & holders[part, member]
        text = assembly.fragments[member].reply
        edge = 0 if part == 0 else len(text)
        lone = seen.finding._replace(span=Span(edge, edge), fix=None, related=())
        found[member].append(_counted(_Seen(lone, own), len(holders[part, member]), lang))


def _guilty(where: set[int], assembly: Assembly, holders: Holders) -> tuple[int, list[int | None]]:
    """The part whose fragments differ most in how often their combinations have a finding, and those that have it most."""
    best: tuple[float, int, list[int | None]] = (0.0, 0, [])
    for part, members in enumerate(assembly.parts):
        rates = {member: len(where & held) / len(held) for member in members if (held := holders.get((part, member)))}
        spread = max(rates.values(), default=0.0) - min(rates.values(), default=0.0)
        if spread > best[0]:
            line = 1.0 if max(rates.values()) == 1.0 else max(rates.values()) - spread / 2
            best = (spread, part, [member for member, rate in rates.items() if rate >= line])
    return best[1], best[2]


def _places(assembly: Assembly) -> tuple[Place, ...]:
    """The first fragment stands for the library."""
    first = assembly.fragments[0]
    return (Place(first.origin, Span(0, len(first.reply)), first.reply),)


def _fragments(
    assembly: Assembly, judged: Sequence[tuple[Combination, Checked]], found: dict[int, list[Finding]]
) -> Iterator[tuple[Record, Checked | None, tuple[Finding, ...]]]:
    samples: dict[int | None, Checked] = {}
    for one, outcome in judged:
        for member in one.members:
            samples.setdefault(member, outcome)
    for number, record in enumerate(assembly.fragments):
        own = sorted(found.get(number, ()), key=lambda finding: (finding.span, finding.rule))
        yield record, samples.get(number), tuple(own)
