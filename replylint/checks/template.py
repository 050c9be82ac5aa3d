"""What stands behind `→` in a phrase, read once: the words of a better wording, and what becomes of the words around them.

A template is one or more *shapes* parted by ` | `; of several the first that fits its place is taken. A shape is
`[,] [...] words [<old:new>] [,] [...N]`:

- `=слово` stays as written, a bare word takes the form of the words it replaces, `будет/будут` agrees with the dependent
  noun phrase in number; `-` strikes the words out;
- a comma at the beginning makes a clause of it («отменили по причине …» → «отменили, потому что …»): not for the beginning
  of a sentence; a comma behind the case closes a clause that *opens* a sentence («при наличии вопросов пишите» → «если
  есть вопросы, пишите»);
- `<вин>` re-inflects the noun phrase behind the replaced words (from the genitive, or from another case: `<тв:дат>`);
- `...` at the end: only the first word gives way; `...2`: the last two words stay; `...` at the beginning: the first stays.

Words that the phrase does not name (classes, gaps, groups) always stay.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from replylint import morph
from replylint.expressions import expression

ALL_BUT_FIRST = -1
"""`stay` of a shape in which only the first word gives way."""
STRUCK = "-"
"""The text of a shape that strikes the matched words out."""
_SHAPE = expression(
    r"(?P<comma>,\s*)?(?P<head>\.\.\.\s+)?(?P<text>.*?)(?:\s*<(?:(?P<old>[а-я]+):)?(?P<new>[а-я]+)>)?(?P<close>,)?"
    r"(?P<tail>\s*\.\.\.(?P<stay>\d+)?)?"
)


def packed(made: dict[str, Any]) -> bytes:
    """A template as the compiled rulebook keeps it: there are hundreds, and a draft needs one or two."""
    return marshal.dumps(made)


@lru_cache(maxsize=2_000)
def unpacked(kept: bytes) -> Mapping[str, Any]:
    """A template that was packed."""
    return marshal.loads(kept)  # type: ignore[no-any-return]  # noqa: S302  # from our own file, sealed


def template(text: str, lemmas: Sequence[str], *, safe: bool, exact: Sequence[str] = (), loose: bool = False) -> dict[str, Any]:
    """A template as plain data. `lemmas`, `exact`: the words of its phrase; `loose`: whether the phrase matches words
    that it does not name. `table` is left for the compiler to fill.
    """
    shapes = [_shape(part.strip()) for part in text.split(" | ")]
    return {"shapes": shapes, "lemmas": list(lemmas), "exact": list(exact), "loose": loose, "safe": safe, "table": {}}


def pieces(made: dict[str, Any]) -> list[str]:
    """The inflected words of a template, for the compiler's table."""
    return [piece for shape in made["shapes"] for piece in shape["text"].split() if piece[0] != "=" and "/" not in piece]


def _shape(text: str) -> dict[str, Any]:
    found = _SHAPE.fullmatch(text)
    assert found is not None  # every part may be absent
    stay = int(found["stay"] or ALL_BUT_FIRST) if found["tail"] else 0
    return {
        "text": found["text"],
        "comma": bool(found["comma"]),
        "close": bool(found["close"]),
        "head": bool(found["head"]),
        "stay": stay,
        "old": morph.GRAMMEMES[found["old"] or "род"] if found["new"] else "",
        "new": morph.GRAMMEMES[found["new"]] if found["new"] else "",
    }
