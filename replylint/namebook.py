"""The alias table of `rules/lexicon/names.yaml` → every form of every name, with whose name it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from replylint import morph

SURE_NAME_SHARE = 0.6
"""Below this share a word is as often no name («Надежда», «Роман»): only a greeting beside it makes it an address."""

VOCATIVE = 6
"""Names of so many letters are cut when one calls out."""


def name_book(names: Mapping[str, Any]) -> dict[str, Any]:
    """Forms of all names → full names; see `context.person.NameBook`."""
    calls: dict[str, set[str]] = {}
    forms: dict[str, set[str]] = {}
    for gender in ("f", "m"):
        for full, aliases in names.get(gender, {}).items():
            person = morph.fold(full)
            for alias in {full, *str(aliases).split()}:
                _add_name(morph.fold(alias), person, gender, calls, forms)
    doubtful = [word for word in calls if morph.is_known(word) and morph.class_share(word, frozenset({"Name"})) < SURE_NAME_SHARE]
    latin = {morph.fold(key): str(value) for key, value in names.get("latin", {}).items()}
    return {"calls": _sorted(calls), "forms": _sorted(forms), "latin": latin, "doubtful": sorted(doubtful)}


def _add_name(alias: str, person: str, gender: str, calls: dict[str, set[str]], forms: dict[str, set[str]]) -> None:
    called = [alias, *_vocatives(alias)]
    for word in called:
        calls.setdefault(word, set()).add(person)
    for word in {*called, *_name_forms(alias, gender)}:
        forms.setdefault(word, set()).add(person)


def _vocatives(alias: str) -> list[str]:
    """What one calls out: «Саш», «Наташ», «Ань», «Насть»."""
    if alias[-1] not in "ая" or len(alias) > VOCATIVE:
        return []
    soft = alias[-1] == "я" and alias[-2] not in "аеиоуыэюяйь"
    return [alias[:-1], *([alias[:-1] + "ь"] if soft else [])]


_MASCULINE = ("", "а", "у", "ом", "е")
_FEMININE = {"а": ("а", "ы", "и", "е", "у", "ой", "ою"), "я": ("я", "и", "е", "ю", "ей", "ею")}


def _name_forms(alias: str, gender: str) -> Iterable[str]:
    known = morph.forms(alias, frozenset({"Name"})) if morph.is_known(alias) else frozenset()
    if known:
        return known
    if alias[-1] in _FEMININE:
        return {alias[:-1] + ending for ending in _FEMININE[alias[-1]]}
    if gender == "m" and alias[-1] in "йь":
        return {alias, *(alias[:-1] + ending for ending in ("я", "ю", "ем", "е"))}
    if gender == "m" and alias[-1] not in "оеиуэы":
        return {alias + ending for ending in _MASCULINE}
    return {alias}


def _sorted(table: Mapping[str, set[str]]) -> dict[str, tuple[str, ...]]:
    """Sorted, equal values as one object: a cache keeps it once."""
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    found = {key: tuple(sorted(value)) for key, value in sorted(table.items())}
    return {key: shared.setdefault(value, value) for key, value in found.items()}
