"""Rule files → a rulebook: compiled, validated, cached by the hash of everything that goes into it.

The cache is never trusted: it is one file whose first bytes are the hash of the rest; a stale or damaged one is
rebuilt silently. It holds plain data only.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from replylint import __version__
from replylint.context.person import NameBook
from replylint.errors import RuleFault
from replylint.model import Language, RulebookFacts
from replylint.pattern.automaton import Automaton
from replylint.pattern.classes import holds
from replylint.pattern.match import Matcher
from replylint.rule import Rule, RuleText
from replylint.scoring import Policy

if TYPE_CHECKING:
    from replylint.rulefile import RuleSource

FORMAT = b"replylint rulebook 1 "
_SEAL = 32
COMPILERS = (
    "checks/replace.py",
    "checks/situation.py",
    "compiling.py",
    "examples.py",
    "fields.py",
    "morph.py",
    "namebook.py",
    "pattern/automaton.py",
    "pattern/build.py",
    "pattern/match.py",
    "pattern/parse.py",
    "pattern/tree.py",
    "rule.py",
    "rulefile.py",
    "text.py",
    "yamlfaults.py",
    "yamltext.py",
)
"""Our own modules that shape the compiled form: a change in one of them makes the cache stale."""


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
    def names(self) -> NameBook:
        """Given names and their aliases."""
        names = self.plain["names"]
        return NameBook(**{**names, "doubtful": frozenset(names["doubtful"])})

    @cached_property
    def policy(self) -> Policy:
        """Points, groups and bands."""
        return Policy.read(self.plain["policy"])

    @property
    def cues(self) -> Mapping[str, Any]:
        """What the context is guessed from."""
        cues: Mapping[str, Any] = self.plain["cues"]
        return cues

    def rule(self, name: str) -> Rule | None:
        """The rule of that id, if there is one."""
        return next((rule for rule in self.rules if rule.id == name), None)

    @cached_property
    def sources(self) -> tuple[RuleSource, ...]:
        """The rules as their files say them, with examples: read anew, the cache does not keep them."""
        from replylint.rulefile import read

        return tuple(read(texts(self.folders)).rules)

    def source(self, name: str) -> RuleSource:
        """The source of a rule. Raises KeyError."""
        return {source.head["id"]: source for source in self.sources}[name]

    def facts(self, lang: Language, active: Sequence[str]) -> RulebookFacts:
        """What reports say about the rulebook."""
        titles = {rule.id: rule.title[lang] for rule in self.rules}
        return RulebookFacts(self.name, f"sha256:{self.hash}", tuple(active), titles)


def load(house: Path | None = None, *, cache: bool = True) -> Rulebook:
    """The built-in rules and a house's own folder of rules, if any. Raises RuleFault for a broken file."""
    folders = [built_in(), *([house] if house else [])]
    found = texts(folders)
    key = _hash(found)
    place = cache_file(key) if cache else None
    plain = _cached(place)
    if plain is None:
        from replylint.compiling import compiled
        from replylint.rulefile import read

        plain = compiled(read(found))
        if place:
            _keep(place, plain)
    return Rulebook(plain, key, tuple(folders))


def texts(folders: Sequence[Path]) -> list[RuleText]:
    """The YAML files of rule folders, in order. Raises RuleFault for one that cannot be read."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            try:
                found.append(RuleText(path.as_posix(), path.relative_to(folder).parts, path.read_bytes()))
            except OSError as error:
                raise RuleFault(f"не читается: {error.strerror}", path=path.as_posix()) from error
    return found


def _hash(files: Sequence[RuleText]) -> str:
    """A hash of all that the compiled form depends on: rules, our version, Python, the dictionary."""
    digest = hashlib.sha256(FORMAT + f"{__version__} {sys.version} {_dictionary()}".encode())
    for file in files:
        digest.update("/".join(file.parts).encode() + b"\0" + file.content + b"\0")
    for name in COMPILERS:
        source = Path(__file__).parent / name
        digest.update(source.read_bytes() if source.exists() else b"")
    return digest.hexdigest()


def _dictionary() -> str:
    """What tells one dictionary of pymorphy3 from another, without loading it."""
    spec = find_spec("pymorphy3_dicts_ru")
    if spec is None or spec.origin is None:
        return ""
    meta = Path(spec.origin).parent / "data" / "meta.json"
    return meta.read_text(encoding="utf-8") if meta.exists() else ""


def cache_file(key: str) -> Path:
    """Where the compiled form of a rulebook is kept."""
    from platformdirs import user_cache_path

    return user_cache_path("replylint", appauthor=False) / f"{key[:32]}.rules"


def _cached(place: Path | None) -> dict[str, Any] | None:
    if place is None:
        return None
    try:
        content = place.read_bytes()
        if hashlib.sha256(content[_SEAL:]).digest() != content[:_SEAL]:
            return None
        plain = marshal.loads(content[_SEAL:])  # noqa: S302  # our own file, sealed by its hash
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return plain if isinstance(plain, dict) else None


def _keep(place: Path, plain: dict[str, Any]) -> None:
    """Write the cache through a file beside it, so that nobody reads half of it; no cache is no fault."""
    content = marshal.dumps(plain)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{id(plain):x}")
        draft.write_bytes(hashlib.sha256(content).digest() + content)
        draft.replace(place)
