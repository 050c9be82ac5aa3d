"""Words with a grammatical form behind them: «зимняя куртка <вин>»."""

from __future__ import annotations

import re

from replylint import morph

FORM = re.compile(r"\s*<([^<>]*)>$")
_INFLECTED = ("ADJF", "PRTF", "NOUN", "NUMR")


def unknown_form(text: str) -> str:
    """The word in `<…>` behind a sample that names no grammatical form; "" if all do."""
    match = FORM.search(text)
    return next((word for word in _grams(match[1]) if word not in morph.GRAMMEMES), "") if match else ""


def _grams(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


def inflected(text: str) -> str:
    """«зимняя куртка <вин>» → «зимнюю куртку»: words up to the first noun, each as far as the dictionary can."""
    match = FORM.search(text)
    if match is None:
        return text
    wanted = frozenset(morph.GRAMMEMES[word] for word in _grams(match[1]) if word in morph.GRAMMEMES)
    words, open_ = [], True
    for word in text[: match.start()].split(" "):
        form, open_ = _form(word, wanted) if open_ else (word, False)
        words.append(form)
    return " ".join(words)


def _form(word: str, wanted: frozenset[str]) -> tuple[str, bool]:
    """The form of one word, and whether the words behind it change too."""
    for parse in morph.parses(morph.fold(word)):
        if "nomn" in parse.tag and parse.tag.POS in _INFLECTED:
            found = parse.inflect(wanted)
            if found is not None:
                form = str(found.word)
                return (form.capitalize() if word[:1].isupper() else form), parse.tag.POS != "NOUN"
    return word, True
