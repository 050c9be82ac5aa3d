"""`replylint.yaml` → Config: the nearest to the input, or the one that is told. An unknown key is an error."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replylint.errors import ConfigFault
from replylint.house import Profile
from replylint.model import Language, Severity

if TYPE_CHECKING:
    from replylint.configchain import Told
    from replylint.configvalues import Key
    from replylint.overrides import Compose, Override
    from replylint.yamltext import Mapping as Fields

NAME = "replylint.yaml"
DEFAULT = "default"


class Config(NamedTuple):
    """What the house chose. `origins`: key → where its value comes from (`replylint.yaml:3`, or nothing for a default)."""

    profile: Profile = Profile()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    points: Mapping[str, int] = {}
    fail_on: str = ""
    min_score: int = 0
    columns: Mapping[str, str | tuple[str, ...]] = {}
    sheets: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    format: str = ""
    inactive: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    situations: Mapping[str, Mapping[str, Any]] = {}
    extend: tuple[str, ...] = ()
    rules: str = ""
    overrides: tuple[Override, ...] = ()
    compose: tuple[Compose, ...] = ()
    placeholders: tuple[str, ...] = ()
    slots: Mapping[str, str] = {}
    variants: int = 3
    situations_wanted: tuple[str, ...] = ()
    encoding: str = ""
    lang: str = ""
    path: str = ""
    origins: Mapping[str, str] = {}

    def origin(self, key: str) -> str:
        """Where the value of a key comes from: `replylint.yaml:3`, or `default`."""
        return self.origins.get(key, DEFAULT)


def load(start: Path | None = None, explicit: str = "", isolated: bool = False, lang: Language = "ru") -> Config:
    """The configuration for an input (None: for the current folder).

    Raises ConfigFault for an unknown key, a wrong value, a missing `--config`.
    """
    if isolated:
        return Config()
    path = Path(explicit) if explicit else nearest_file(start or Path())
    if path is None:
        return Config()
    from replylint.configchain import chain

    values, origins = chain(path, lambda file: told(_content(file, lang), _shown(file), lang), lang)
    return _config(values)._replace(path=_shown(path), origins=origins)


def nearest_file(start: Path, name: str = NAME) -> Path | None:
    """The replylint.yaml (or another file) in the folder of a path, or in the nearest folder above."""
    here = start.absolute()
    folders = [here, *here.parents] if _holds(here.is_dir) else here.parents
    return next((folder / name for folder in folders if _holds((folder / name).is_file)), None)


def _holds(test: Any) -> bool:
    """A path that cannot be looked at is none."""
    with contextlib.suppress(OSError, ValueError):
        return bool(test())
    return False


def _shown(path: Path) -> str:
    """The path from here, where the file is below; else whole."""
    with contextlib.suppress(OSError, ValueError):
        return path.relative_to(Path.cwd()).as_posix()
    return path.as_posix()


def _content(path: Path, lang: Language) -> str:
    ru, en = "не читается", "cannot be read"
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        ru, en = "нет такого файла", "no such file"
    except UnicodeDecodeError:
        ru, en = "это не UTF-8: сохраните файл в UTF-8", "not UTF-8: save the file as UTF-8"
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        ru, en = f"не читается: {why}", f"cannot be read: {why}"
    raise ConfigFault(en if lang == "en" else ru, path=_shown(path))


def read(text: str, path: str, lang: Language = "ru") -> Config:
    """The configuration in a text, without those that it extends. Raises ConfigFault with the line."""
    values, origins = told(text, path, lang)
    return _config(values)._replace(path=path, origins=origins)


def told(text: str, path: str, lang: Language = "ru") -> Told:
    """The values that a text sets, and where. Raises ConfigFault with the line."""
    from replylint import yamltext
    from replylint.configchain import Told
    from replylint.configvalues import Unfit, value_of
    from replylint.yamlfaults import Telling

    telling = Telling(path, ConfigFault, lang)
    nodes = yamltext.read_all(text, path, ConfigFault, lang)
    if not nodes:
        return Told({}, {})
    values, origins = {}, {}
    try:
        for key, node, line in _entries(_mapping(nodes[0])):
            value = value_of(key, node)
            if value is not None:
                values[key.name], origins[key.name] = value, f"{path}:{line}"
    except Unfit as unfit:
        raise telling.at(unfit.line, unfit.column, unfit.message, unfit.hint) from unfit
    if len(nodes) > 1:
        raise telling.at(nodes[1].line, 0, ("второй документ «---» в файле", "a second document “---” in the file"))
    if "rules" in values:
        values["rules"] = (Path(path).parent / values["rules"]).as_posix()
    return Told(values, origins)


def _mapping(node: Any) -> Fields:
    from replylint.configvalues import Unfit
    from replylint.yamltext import Mapping as Fields

    if not isinstance(node, Fields):
        raise Unfit(("здесь нужны ключи и значения («ключ: значение»)", "keys and values are wanted here (“key: value”)"), ("", ""), node)
    return node


def _entries(node: Fields, outer: str = "") -> Iterator[tuple[Key, Any, int]]:
    """Every key of the table that stands in the file, with its node and line. Raises Unfit for another key."""
    from replylint.configkeys import KEYS
    from replylint.configvalues import unknown, unset

    table = {key.name: key for key in KEYS}
    groups = {key.name.partition(".")[0] for key in KEYS if "." in key.name}
    for name, inner in node.entries.items():
        line = node.key_lines[name]
        if outer + name in table and "." not in name:
            yield table[outer + name], inner, line
        elif not outer and name in groups:
            if not unset(inner):
                yield from _entries(_mapping(inner), f"{name}.")
        else:
            known = [key[len(outer) :] for key in table if key.startswith(outer)]
            raise unknown(name, tuple(dict.fromkeys(key.partition(".")[0] for key in known)), node, line)


def _config(values: Mapping[str, Any]) -> Config:
    from replylint.configkeys import house

    top = {name.replace("-", "_"): value for name, value in values.items() if "." not in name}
    return Config(profile=house({name.partition(".")[2]: value for name, value in values.items() if "." in name}), **top)
