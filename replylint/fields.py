"""A YAML mapping whose keys are read as what they must be; every fault is told with its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from replylint import yamltext
from replylint.errors import RuleFault
from replylint.model import SEVERITIES
from replylint.yamltext import Mapping, Node, Scalar
from replylint.yamltext import Sequence as Items

YES, NO = ("yes", "да", "true"), ("no", "нет", "false")


class Phrase(NamedTuple):
    """A phrase as written, and its place."""

    text: str
    path: str
    line: int


Phrases = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of one mapping and the file they stand in."""

    node: Mapping
    path: str

    @classmethod
    def of(cls, node: Node, path: str) -> Fields:
        """The fields of a node. Raises RuleFault where it is no mapping."""
        if not isinstance(node, Mapping):
            raise RuleFault("здесь нужны ключи и значения («ключ: значение»)", path=path, line=node.line)
        return cls(node, path)

    def __contains__(self, key: str) -> bool:
        return key in self.node.entries

    def names(self) -> list[str]:
        """All keys, in order."""
        return list(self.node.entries)

    def plain(self) -> dict[str, Any]:
        """The mapping as plain text values."""
        found = yamltext.plain(self.node)
        assert isinstance(found, dict)
        return found

    def fault(self, key: str, message: str, hint: str = "") -> RuleFault:
        """A fault at the line of a key."""
        return RuleFault(message, path=self.path, line=self.line(key), hint=hint)

    def line(self, key: str) -> int:
        """The line of a key, or of the mapping."""
        return self.node.key_lines.get(key, self.node.line)

    def no_others(self, known: Iterable[str]) -> None:
        """Raise RuleFault for the first key that is not known."""
        for key in self.node.entries:
            if key not in known:
                near = yamltext.nearest(key, list(known))
                raise self.fault(key, f"неизвестный ключ «{key}»", f"может быть, «{near}»?" if near else "")

    def text(self, key: str, default: str | None = None) -> str:
        """A text."""
        node = self.node.entries.get(key)
        if node is None:
            if default is None:
                raise RuleFault(f"нет ключа «{key}»", path=self.path, line=self.node.line)
            return default
        if not isinstance(node, Scalar):
            raise self.fault(key, f"«{key}»: здесь нужен текст")
        return node.text.strip()

    def whole(self, key: str, default: int) -> int:
        """A whole number."""
        if key not in self:
            return default
        try:
            return int(self.text(key))
        except ValueError:
            raise self.fault(key, f"«{key}»: здесь нужно целое число, а не «{self.text(key)}»") from None

    def flag(self, key: str) -> bool:
        """Yes or no; no where the key is absent."""
        value = self.text(key, "no").lower()
        if value not in YES + NO:
            raise self.fault(key, f"«{key}»: здесь нужно yes или no")
        return value in YES

    def choice(self, key: str, allowed: Sequence[str], default: str | None = None) -> Any:
        """One of some words."""
        value = self.text(key, default)
        if value not in allowed:
            near = yamltext.nearest(value, list(allowed))
            raise self.fault(
                key, f"«{key}»: нет такого значения «{value}»", f"может быть, «{near}»?" if near else f"есть {', '.join(allowed)}"
            )
        return value

    def languages(self, key: str, *, needed: bool = True) -> dict[str, str]:
        """A text in Russian and English."""
        if key not in self and not needed:
            return {}
        inner = self.inner(key)
        inner.no_others(["ru", "en"])
        return {lang: inner.text(lang) for lang in ("ru", "en")}

    def inner(self, key: str) -> Fields:
        """The mapping under a key."""
        if key not in self:
            raise RuleFault(f"нет ключа «{key}»", path=self.path, line=self.node.line)
        return Fields.of(self.node.entries[key], self.path)

    def items(self, key: str) -> list[Fields]:
        """The mappings of a list under a key."""
        node = self.node.entries[key]
        if not isinstance(node, Items):
            raise self.fault(key, f"«{key}»: здесь нужен список")
        return [Fields.of(item, self.path) for item in node.items]

    def lines(self, key: str) -> list[tuple[str, int]]:
        """The lines of a block (or the texts of a list), each with its line in the file; blank ones are left out."""
        node = self.node.entries[key]
        if isinstance(node, Scalar):
            return [(text.strip(), node.content_line + n) for n, text in enumerate(node.text.split("\n")) if text.strip()]
        if isinstance(node, Items) and all(isinstance(item, Scalar) for item in node.items):
            return [(item.text.strip(), item.line) for item in node.items if isinstance(item, Scalar)]
        raise self.fault(key, f"«{key}»: здесь нужны строки текста (блок «|» или список)")

    def conditions(self, key: str) -> dict[str, list[str]]:
        """Context key → values; `1-2` is a range, a list holds alternatives."""
        if key not in self:
            return {}
        inner = self.inner(key)
        return {name: _values(yamltext.plain(inner.node.entries[name])) for name in inner.names()}

    def severities(self, key: str) -> list[tuple[dict[str, list[str]], str]]:
        """A list of conditions, each with its severity."""
        if key not in self:
            return []
        found = []
        for item in self.items(key):
            conditions = {name: _values(yamltext.plain(item.node.entries[name])) for name in item.names() if name != "severity"}
            found.append((conditions, item.choice("severity", SEVERITIES)))
        return found

    def value(self, key: str, kind: str) -> Any:
        """A key of a check, as its kind says."""
        match kind:
            case "whole":
                return self.whole(key, 0)
            case "flag":
                return self.flag(key)
            case "texts":
                return [text for text, _ in self.lines(key)]
            case _:
                node = self.node.entries[key]
                return yamltext.plain(node) if isinstance(node, Mapping) else self.raw(key)

    def raw(self, key: str) -> str:
        """A text with its spaces (an insertion needs them)."""
        node = self.node.entries[key]
        if not isinstance(node, Scalar):
            raise self.fault(key, f"«{key}»: здесь нужен текст")
        return node.text


def _values(plain: Any) -> list[str]:
    values = plain if isinstance(plain, list) else [plain]
    found: list[str] = []
    for value in values:
        low, dash, high = str(value).partition("-")
        if dash and low.isdigit() and high.isdigit():
            found.extend(str(number) for number in range(int(low), int(high) + 1))
        else:
            found.append({"да": "yes", "нет": "no"}.get(str(value), str(value)))
    return found


def phrases(fields: Fields, key: str) -> Phrases:
    """The phrases of a block, one a line; lines that begin with `# ` are remarks."""
    found = [Phrase(text, fields.path, line) for text, line in fields.lines(key) if not text.startswith("#")]
    if not found:
        raise fields.fault(key, f"«{key}»: здесь нужна хотя бы одна фраза")
    return tuple(found)
