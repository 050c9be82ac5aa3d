"""Every key of the configuration with its effective value, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from replylint.config import Config
from replylint.configvalues import Key


class Setting(NamedTuple):
    """A key with its value and where that comes from."""

    key: Key
    value: Any
    origin: str


def settings(config: Config) -> Iterator[Setting]:
    """Every key with its effective value and where it comes from."""
    from replylint.configkeys import KEYS

    for key in KEYS:
        yield Setting(key, _value(config, key.name), config.origin(key.name))


def _value(config: Config, name: str) -> Any:
    """The value of a key; of a switch that nobody set, its default."""
    from replylint.configkeys import field_of
    from replylint.house import SWITCHES

    outer, _, inner = name.rpartition(".")
    defaults = {switch.name: switch.values[0] for switch in SWITCHES}
    if not outer:
        return getattr(config, inner.replace("-", "_"))
    if inner in defaults:
        return config.profile.switches.get(inner, defaults[inner])
    return getattr(config.profile, field_of(inner))
