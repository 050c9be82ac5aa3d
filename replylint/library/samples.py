"""What slots are filled with: declared samples in their grammatical form, else the sample of a usual name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from replylint.inflecting import inflected
from replylint.library.parts import Slot, name_words

PEOPLE = {"name": "customer_name", "agent": "agent", "brand": "brand"}
"""Kind of slot → the key of the record that its sample tells."""


class Sample(NamedTuple):
    """What a slot is filled with, and its kind ("" where nothing tells it)."""

    text: str
    kind: str = ""


class Samples:
    """The samples of a library. `declared`: slot → its sample, as the configuration says it."""

    def __init__(self, kinds: Mapping[str, Mapping[str, Any]], names: Mapping[str, Any], declared: Mapping[str, str]) -> None:
        self._kinds = {tuple(name.split()): kind for kind, entry in kinds.items() for name in entry["names"]}
        self._usual = {kind: str(entry["sample"]) for kind, entry in kinds.items()}
        self._names = names
        self._told = tuple(declared)
        self._declared = {_key(name): inflected(text) for name, text in declared.items()}
        self.of = lru_cache(maxsize=10_000)(self._of)

    @property
    def any_declared(self) -> bool:
        """Whether the library declares its slots."""
        return bool(self._declared)

    def declares(self, name: str) -> bool:
        """Whether a slot is declared."""
        return _key(name) in self._declared

    def unused(self, used: Iterable[str]) -> list[str]:
        """Declared slots that no template has, as they are declared."""
        seen = {_key(name) for name in used}
        return [name for name in self._told if _key(name) not in seen]

    def kind(self, name: str) -> str:
        """The kind of a usual slot name, "" for any other: the whole name counts first, then its last words, then its first."""
        words = name_words(name)
        sizes = range(len(words), 0, -1)
        tried = [words[-size:] for size in sizes] + [words[:size] for size in sizes]
        return next((self._kinds[part] for part in tried if part in self._kinds), "")

    def _of(self, name: str) -> Sample | None:
        kind = self.kind(name)
        told = self._declared.get(_key(name))
        if told is not None:
            own = told.strip().lower().replace("ё", "е") in self._names and told[:1].isupper()
            return Sample(told, "name" if own and kind not in ("agent", "name") else kind)
        return Sample(self._usual[kind], kind) if kind else None

    def people(self, slots: Iterable[Slot]) -> dict[str, str]:
        """What slots tell of the record: who is addressed, who answers."""
        found: dict[str, str] = {}
        for slot in slots:
            sample = self.of(slot.name)
            if sample and sample.kind in PEOPLE:
                found.setdefault(PEOPLE[sample.kind], sample.text)
        return found


def _key(name: str) -> str:
    """A slot's name as names are compared."""
    return " ".join(name_words(name)) or name.strip()
