"""Rule files → a rulebook: compiled, validated, kept in a cache."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint import rulecache
from replylint.checks.situation import Platform
from replylint.context.facts import prepared
from replylint.context.person import NameBook
from replylint.errors import RuleFault
from replylint.model import Language, RulebookFacts
from replylint.pattern.automaton import Automaton
from replylint.pattern.classes import holds
from replylint.pattern.match import Hits, Matcher
from replylint.rule import Rule, RuleText
from replylint.scoring import Policy
from replylint.text import Document, analyse

if TYPE_CHECKING:
    from replylint.rulefile import RuleSource

MESSAGES = 500
"""So many different messages of customers are kept analysed."""


def built_in() -> Path:
    """The folder of the rules that ship with replylint: inside the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


@dataclass(frozen=True)
class Rulebook:
    """Compiled rules and all they need. Made by `load`."""

    plain: Mapping[str, Any]
    hash: str
    folders: tuple[Path, ...] = ()
    name: str = "replylint"

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, in the order of their files."""
        return tuple(Rule(**{**head, "severity_when": tuple(head["severity_when"])}) for head in self.plain["rules"])

    @cached_property
    def matcher(self) -> Matcher:
        """Finds all phrases of all rules."""
        classes = holds(self.names.calls)
        matcher = Matcher(Automaton(**self.plain["automaton"]), classes)
        classes.ordinary = matcher.knows
        return matcher

    @cached_property
    def _read(self) -> Callable[[str, object], tuple[Document, Hits]]:
        def read(text: str, _muted: object) -> tuple[Document, Hits]:
            document = analyse(text)
            return document, self.matcher.hits(document)

        return lru_cache(maxsize=MESSAGES)(read)

    def message(self, text: str) -> tuple[Document, Hits]:
        """A customer's message analysed and matched; many replies answer the same one (exercises, templates)."""
        return self._read(text, self.matcher.muted)

    def forget(self) -> None:
        """Forget the messages that were read."""
        self.__dict__.pop("_read", None)

    @cached_property
    def plans(self) -> dict[object, Any]:
        """What users of the rulebook worked out from its rules alone, by what they chose of them."""
        return {}

    @cached_property
    def names(self) -> NameBook:
        """Given names and their aliases."""
        names = self.plain["names"]
        return NameBook(**{**names, "doubtful": frozenset(names["doubtful"])})

    @cached_property
    def platforms(self) -> dict[str, Platform]:
        """What platforms carry, by every way to write their names."""
        return {name: Platform(**facts) for name, facts in self.plain["platforms"].items()}

    @property
    def slots(self) -> Mapping[str, Mapping[str, Any]]:
        """Kinds of slots in templates: their samples and usual names."""
        return self.plain["slots"]  # type: ignore[no-any-return]  # as compiled

    @cached_property
    def policy(self) -> Policy:
        """Points, groups and bands."""
        return Policy.read(self.plain["policy"])

    @cached_property
    def cues(self) -> Mapping[str, Any]:
        """What the context is guessed from."""
        return prepared(self.plain["cues"])

    def rule(self, name: str) -> Rule | None:
        """The rule of that id, if there is one."""
        return next((rule for rule in self.rules if rule.id == name), None)

    @cached_property
    def sources(self) -> tuple[RuleSource, ...]:
        """The rules as their files say them, with examples: read anew, the cache does not keep them."""
        from replylint.rulefile import read

        return tuple(read(texts(self.folders)).rules)

    @cached_property
    def checklist(self) -> Mapping[str, Mapping[str, str]]:
        """What no program can check: read anew, the cache does not keep it."""
        from replylint.rulefile import read

        return read(texts(self.folders)).checklist

    def source(self, name: str) -> RuleSource:
        """The source of a rule. Raises KeyError."""
        return {source.head["id"]: source for source in self.sources}[name]

    def facts(self, lang: Language, active: Sequence[str]) -> RulebookFacts:
        """What reports say about the rulebook."""
        titles = {rule.id: rule.title[lang] for rule in self.rules}
        return RulebookFacts(self.name, f"sha256:{self.hash}", tuple(active), titles)


def load(house: Path | None = None, *, cache: bool = True, notice: Callable[[], None] | None = None) -> Rulebook:
    """The built-in rules and a house's own folder of rules, if any. Raises RuleFault for a broken file.

    `notice` is called before rules are compiled: that takes some seconds, once for each change of them.
    """
    folders = [built_in(), *([house] if house else [])]
    found = texts(folders)
    key = rulecache.key(found)
    place = rulecache.place(key) if cache else None
    plain = rulecache.read(place)
    if plain is None:
        from replylint.compiling import compiled
        from replylint.rulefile import read

        if notice:
            notice()
        plain = compiled(read(found))
        if place:
            rulecache.keep(place, plain)
    return Rulebook(plain, key, tuple(folders))


def texts(folders: Sequence[Path]) -> list[RuleText]:
    """The YAML files of rule folders, in order. Raises RuleFault for one that cannot be read."""
    return [text for folder in folders for text in sorted(_texts(folder, ()), key=lambda text: text.parts)]


def _texts(folder: Path, parts: tuple[str, ...]) -> Iterator[RuleText]:
    """The files of a folder and those below it: a start reads them all, so nothing is asked twice."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                inner = (*parts, entry.name)
                if entry.is_dir():
                    yield from _texts(folder / entry.name, inner)
                elif entry.name.endswith(".yaml"):
                    yield RuleText(entry.path.replace(os.sep, "/"), inner, Path(entry.path).read_bytes())
    except FileNotFoundError:
        return
    except OSError as error:
        raise RuleFault(f"не читается: {error.strerror}", path=str(error.filename).replace(os.sep, "/")) from error
