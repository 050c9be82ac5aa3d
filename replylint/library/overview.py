"""What the library as a whole shows: repeats, look-alikes, missing variants and situations, undeclared slots."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from replylint.engine import Options
from replylint.library import telling
from replylint.library.families import Family, families, repeats
from replylint.library.masking import Entry, edges, entries
from replylint.library.parts import slots_in
from replylint.library.placeholders import Styles
from replylint.library.samples import Samples
from replylint.model import Language, LibraryFinding, Record
from replylint.rule import Rule
from replylint.text import normal_text
from replylint.words import plural

LISTED = 12


class Wanted(NamedTuple):
    """What a house expects of its library."""

    variants: int = 3
    situations: tuple[str, ...] = ()


class Overview(NamedTuple):
    """Judges a library. `rules`: the active ones."""

    rules: Mapping[str, Rule]
    options: Options
    styles: Styles
    samples: Samples
    names: Container[str]
    wanted: Wanted = Wanted()

    def findings(self, records: Sequence[Record]) -> tuple[LibraryFinding, ...]:
        """All findings about the library, dearest families first."""
        found = entries(records, self.styles, self.names)
        return (*self._slots(records), *self._repeats(found), *self._families(found), *self._too_few(found), *self._gaps(found))

    def _slots(self, records: Sequence[Record]) -> Iterator[LibraryFinding]:
        """One finding that lists the slots of a library that declares none; one for those declared in vain."""
        rule = self.rules.get("template-slot-undeclared")
        if rule is None:
            return
        used = Counter(slot.name for record in records for slot in slots_in(self.styles.parse(record.reply)))
        if used and not self.samples.any_declared:
            counts = _listed([f"{name} ×{number}" for name, number in used.most_common()])
            words = {"list": _listed(sorted(used))}
            yield telling.general(rule, self.options, (), words, key="listed", severity="minor", suggestion=counts)
        unused = self.samples.unused(used)
        if unused:
            yield telling.general(rule, self.options, (), {"list": _listed(unused)}, key="unused", severity="info")

    def _repeats(self, found: Sequence[Entry]) -> Iterator[LibraryFinding]:
        rule = self.rules.get("duplicate-reply")
        for group in repeats(found) if rule else ():
            assert rule is not None
            words = {"count": _times(len(group), self.options.lang)}
            places = [telling.whole(entry.record) for entry in group]
            yield telling.general(rule, self.options, places, words, key="same", severity="minor")

    def _families(self, found: Sequence[Entry]) -> Iterator[LibraryFinding]:
        rule = self.rules.get("template-variants-too-similar")
        for family in families(found) if rule else ():
            assert rule is not None
            places = [telling.whole(entry.record) for entry in family.members]
            count = _count(len(family.members), self.options.lang)
            words = {"percent": int(family.share * 100), "count": count, "shared": self._shared(rule, family)}
            changes = "\n".join(f"{number} ↔ {other}: {what}" for number, other, what in list(family.changes())[:LISTED])
            yield telling.general(rule, self.options, places, words, severity=family.severity, suggestion=changes)

    def _shared(self, rule: Rule, family: Family) -> str:
        """Told where all members begin or end with the same sentence."""
        told = []
        both = [edges(entry.record.reply, self.styles) for entry in family.members]
        for key, sentences in zip(("first", "last"), zip(*both, strict=True), strict=True):
            if sentences[0] and len({normal_text(sentence) for sentence in sentences}) == 1:
                told.append(rule.spec[key][self.options.lang].format(found=telling.brief(sentences[0])))
        return "".join(told)

    def _too_few(self, found: Sequence[Entry]) -> Iterator[LibraryFinding]:
        rule = self.rules.get("template-variants-too-few")
        groups: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for entry in found:
            if entry.situation and not entry.record.part:
                groups[entry.situation].append(entry)
        for situation, group in groups.items() if rule else ():
            assert rule is not None
            if len(group) < self.wanted.variants:
                words = {"situation": ", ".join(situation), "count": len(group), "wanted": self.wanted.variants}
                yield telling.general(rule, self.options, [telling.whole(entry.record) for entry in group], words)

    def _gaps(self, found: Sequence[Entry]) -> Iterator[LibraryFinding]:
        rule = self.rules.get("template-coverage-gap")
        held = {frozenset(word.casefold() for part in entry.situation for word in (part, *part.split())) for entry in found}
        for situation in self.wanted.situations if rule else ():
            assert rule is not None
            words = {word.casefold() for word in situation.replace(",", " ").split()}
            if not any(words <= one for one in held):
                yield telling.general(rule, self.options, (), {"situation": situation})


def _listed(names: Sequence[str]) -> str:
    more = f" … +{len(names) - LISTED}" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more


def _count(number: int, lang: Language) -> str:
    ru, en = plural(number, "шаблон", "шаблона", "шаблонов"), plural(number, "template", "templates", "templates", "en")
    return f"{number} {en if lang == 'en' else ru}"


def _times(number: int, lang: Language) -> str:
    ru, en = plural(number, "раз", "раза", "раз"), plural(number, "time", "times", "times", "en")
    return f"{number} {en if lang == 'en' else ru}"
