"""What a configuration says of some files only: other options, and how fragments join into replies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from replylint.house import Profile
from replylint.model import Severity


class Override(NamedTuple):
    """Other options for some files; what is not told stays as everywhere."""

    files: tuple[str, ...]
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    profile: Mapping[str, object] = {}
    """Keys of the profile (without `profile.`) and their values."""

    def of(self, profile: Profile) -> Profile:
        """A profile with what is told here."""
        if not self.profile:
            return profile
        from replylint.configkeys import house

        own = house(self.profile)
        told = {name: value for name, value in own._asdict().items() if name != "switches" and value != Profile._field_defaults[name]}
        return profile._replace(**told, switches={**profile.switches, **own.switches})


class Compose(NamedTuple):
    """How fragments join: a text of each part in order, those that are optional with and without."""

    files: tuple[str, ...]
    parts: tuple[str, ...]
    join: str = " "
    optional: tuple[str, ...] = ()
    limit: int = 200
    """So many combinations are judged, taken evenly beyond that."""
    seed: int = 0
