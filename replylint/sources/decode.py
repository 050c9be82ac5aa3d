"""Bytes → text: UTF-8 with or without BOM, UTF-16 by its BOM, or the encoding that was told."""

from __future__ import annotations

import codecs
import re

from replylint.model import Problem
from replylint.sources.reading import Reading

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # UTF-32 first: its mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"PK\x03\x04", "xlsx, docx, zip"),
    (b"\xd0\xcf\x11\xe0", "xls, doc"),
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
)
_WORDS = re.compile(r"[а-яё]{3,}", re.IGNORECASE)
_COMMON = "оеаинтсрвл"
_GUESSES = ("cp1251", "cp866", "koi8-r")
SAMPLE = 20_000
MOSTLY = 0.6
"""Share of a sample's foreign bytes that must be Russian words for a guess to be told."""


def decoded(content: bytes, name: str, reading: Reading) -> str | Problem:
    """The text without its BOM, or a problem with the line of the first wrong byte and the encoding that would fit."""
    for start, kind in _BINARY:
        if content.startswith(start):
            return reading.problem(
                name, f"это не текст, а {kind}: сохраните как .txt или .csv", f"no text but {kind}: save it as .txt or .csv"
            )
    try:
        bom, codec = coding(content, reading.encoding)
        if not (bom or reading.encoding):
            _refuse_wide(content)
        return content[len(bom) :].decode(codec).removeprefix("\ufeff")
    except LookupError:
        return reading.problem(name, f"нет такой кодировки: {reading.encoding}", f"no such encoding: {reading.encoding}")
    except UnicodeDecodeError as error:
        return _undecoded(content, error, name, reading)
    except ValueError:
        return reading.problem(name, f"не читается как {reading.encoding}", f"cannot be read as {reading.encoding}")


def coding(content: bytes, told: str) -> tuple[bytes, str]:
    """The BOM ("" for none) and the codec of what follows. Raises LookupError for an unknown encoding."""
    wanted = codecs.lookup(told).name.removesuffix("-sig") if told else ""
    for bom, codec in _BOMS:
        if content.startswith(bom) and wanted in ("", codec, codec[:-3]):
            return bom, codec
    return b"", wanted or "utf-8"


def _refuse_wide(content: bytes) -> None:
    """UTF-16 without its mark passes as UTF-8 full of control characters. Raises UnicodeDecodeError."""
    sample = content[:SAMPLE]
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(high) > 1 and b"\0" in high and high.count(b"\0") + high.count(b"\4") > 0.9 * len(high):
            raise UnicodeDecodeError("utf-8", content, 0, 1, codec)


def _undecoded(content: bytes, error: UnicodeDecodeError, name: str, reading: Reading) -> Problem:
    line = content.count(b"\n", 0, error.start) + 1
    sample = content[max(0, error.start - 1000) : error.start + SAMPLE]
    fitting = error.reason if error.reason.startswith("utf-16-") else _fitting(sample)
    if fitting and fitting != error.encoding:
        hint_ru, hint_en = f"; похоже на {fitting}: добавьте --encoding {fitting}", f"; looks like {fitting}: add --encoding {fitting}"
    elif b"\0" in sample:
        hint_ru, hint_en = " (двоичный файл?)", " (a binary file?)"
    else:
        hint_ru, hint_en = "", ""
    return reading.problem(name, f"это не {error.encoding}{hint_ru}", f"not {error.encoding}{hint_en}", f"line {line}")


def _fitting(sample: bytes) -> str:
    """The old Russian encoding in which a sample reads as Russian; "" if none does. cp1251 wins unless clearly worse."""
    scores = {guess: _russian(sample, guess) for guess in _GUESSES}
    scores["cp1251"] *= 1.1
    best = max(_GUESSES, key=lambda guess: scores[guess])
    return best if scores[best] else ""


def _russian(sample: bytes, encoding: str) -> float:
    """The share of the letters that Russian uses most; 0 where the sample is not mostly words of one case."""
    text = sample.decode(encoding, errors="replace")
    foreign = sum(not sign.isascii() for sign in text)
    words = "".join(word for word in _WORDS.findall(text) if word[1:].islower() or word.isupper()).lower()
    if not words or len(words) < MOSTLY * foreign:
        return 0
    return sum(map(words.count, _COMMON)) / len(words)
