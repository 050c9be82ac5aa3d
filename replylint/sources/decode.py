"""Bytes → text: UTF-8 with or without BOM, UTF-16 by its BOM, or the encoding that was told."""

from __future__ import annotations

import codecs
import re

from replylint.model import Problem
from replylint.sources.making import Reading

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORDS = re.compile(r"[а-яё]{3,}", re.IGNORECASE)
_GUESSES = ("cp1251", "cp866", "koi8-r")
SAMPLE = 20_000


def decoded(content: bytes, name: str, reading: Reading) -> str | Problem:
    """The text, or a problem with the line of the first wrong byte and the encoding that would fit."""
    encoding = encoding_of(content, reading)
    try:
        return content.decode(encoding)
    except LookupError:
        return reading.problem(name, f"нет такой кодировки: {encoding}", f"no such encoding: {encoding}")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        fitting = _fitting(content[:SAMPLE])
        hint_ru = f"; похоже на {fitting}: добавьте --encoding {fitting}" if fitting else ""
        hint_en = f"; looks like {fitting}: add --encoding {fitting}" if fitting else ""
        return reading.problem(name, f"строка {line}: это не {encoding}{hint_ru}", f"line {line}: not {encoding}{hint_en}")


def encoding_of(content: bytes, reading: Reading) -> str:
    """The encoding to read with."""
    if reading.encoding:
        return reading.encoding
    return next((encoding for bom, encoding in _BOMS if content.startswith(bom)), "utf-8")


def _fitting(sample: bytes) -> str:
    """The old Russian encoding in which a sample reads as Russian; "" if none does."""
    shares = {guess: _russian(sample, guess) for guess in _GUESSES}
    best = max(_GUESSES, key=lambda guess: shares[guess])
    return best if shares[best] > 0 else ""


def _russian(sample: bytes, encoding: str) -> int:
    """How many letters stand in small-letter words: the wrong encoding gives capitals in the middle."""
    text = sample.decode(encoding, errors="replace")
    return sum(len(word) for word in _WORDS.findall(text) if word[1:].islower()) if "\ufffd" not in text else 0
