"""`replylint.yaml` → Config: the nearest to the input, or the one that is told. An unknown key is an error."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from replylint.checks.situation import Profile
from replylint.errors import ConfigFault
from replylint.model import SEVERITIES, Severity

NAME = "replylint.yaml"
KEYS: Mapping[str, str] = {
    "profile": "mapping",
    "select": "texts",
    "ignore": "texts",
    "severity": "mapping",
    "fail-on": "text",
    "min-score": "whole",
    "columns": "mapping",
    "encoding": "text",
    "lang": "text",
}
"""Key → what its value must be."""
PROFILE_KEYS: Mapping[str, str] = {"register": "text", "brand": "texts", "banned": "texts", "preferred": "mapping"}
REGISTERS = ("vy", "ty", "mirror")


class Config(NamedTuple):
    """What the house chose. `origins`: key → where its value comes from."""

    profile: Profile = Profile()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    fail_on: str = ""
    min_score: int = 0
    columns: Mapping[str, str] = {}
    encoding: str = ""
    lang: str = ""
    path: str = ""
    origins: Mapping[str, str] = {}


def load(start: Path, explicit: str = "", isolated: bool = False) -> Config:
    """The configuration for an input. Raises ConfigFault for an unknown key, a wrong value, a missing `--config`."""
    if isolated:
        return Config()
    path = Path(explicit) if explicit else nearest_file(start)
    if path is None:
        return Config()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigFault(f"не читается: {getattr(error, 'strerror', None) or error}", path=path.as_posix()) from error
    return read(text, path.as_posix())


def nearest_file(start: Path) -> Path | None:
    """The replylint.yaml in the folder of a path, or in the nearest folder above."""
    here = start.absolute()
    folders = [here, *here.parents] if here.is_dir() else here.parents
    return next((folder / NAME for folder in folders if (folder / NAME).is_file()), None)


def read(text: str, path: str) -> Config:
    """The configuration in a text. Raises ConfigFault with the line."""
    from replylint import yamltext

    node = yamltext.read(text, path, ConfigFault)
    if not isinstance(node, yamltext.Mapping):
        raise ConfigFault("здесь нужны ключи и значения («ключ: значение»)", path=path, line=node.line)
    values = _values(node, KEYS, path)
    profile = node.entries.get("profile")
    if isinstance(profile, yamltext.Mapping):
        values["profile"] = _profile(_values(profile, PROFILE_KEYS, path), profile, path)
    for rule, severity in values.get("severity", {}).items():
        if severity not in SEVERITIES:
            raise ConfigFault(
                f"severity: {rule}: нет такого уровня «{severity}»", path=path, line=node.key_lines["severity"], hint=", ".join(SEVERITIES)
            )
    origins = {key: f"{path}:{line}" for key, line in node.key_lines.items()}
    return Config(**{key.replace("-", "_"): value for key, value in values.items()}, path=path, origins=origins)


def _values(node: Any, keys: Mapping[str, str], path: str) -> dict[str, Any]:
    from replylint.yamltext import nearest, plain

    found: dict[str, Any] = {}
    for key, value in node.entries.items():
        if key not in keys:
            near = nearest(key, keys)
            raise ConfigFault(
                f"неизвестный ключ «{key}»",
                path=path,
                line=node.key_lines[key],
                hint=f"может быть, «{near}»?" if near else f"есть {', '.join(keys)}",
            )
        found[key] = _typed(key, plain(value), keys[key], path, node.key_lines[key])
    return found


def _typed(key: str, value: Any, kind: str, path: str, line: int) -> Any:
    if kind == "texts":
        value = [value] if isinstance(value, str) else value
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(text for item in value for text in item.splitlines() if text.strip())
    elif kind == "whole":
        if isinstance(value, str) and value.isdigit():
            return int(value)
    elif (kind == "mapping" and isinstance(value, dict)) or (kind == "text" and isinstance(value, str)):
        return value
    wanted = {"texts": "текст или список", "whole": "целое число", "mapping": "ключи и значения", "text": "текст"}[kind]
    raise ConfigFault(f"«{key}»: здесь нужно: {wanted}", path=path, line=line)


def _profile(values: Mapping[str, Any], node: Any, path: str) -> Profile:
    register = values.get("register", "")
    if register and register not in REGISTERS:
        raise ConfigFault(
            f"register: нет такого значения «{register}»", path=path, line=node.key_lines["register"], hint=", ".join(REGISTERS)
        )
    return Profile(register, values.get("brand", ()), values.get("banned", ()), values.get("preferred", {}))
