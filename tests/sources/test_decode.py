"""Bytes of every age: UTF-8, UTF-16, old Russian encodings, no text at all."""

from __future__ import annotations

import pytest

from replylint.model import Problem
from replylint.sources import Reading
from replylint.sources.decode import decoded

TEXT = "Здравствуйте, Иван!\r\nВаш заказ № 5 собран — 😀\n"
OLD = "Здравствуйте, Иван!\r\nВаш заказ 5 собран, ждём вас.\n"
READING = Reading()


def problem(content: bytes, reading: Reading = READING) -> Problem:
    found = decoded(content, "a.txt", reading)
    assert isinstance(found, Problem), found
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_word(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding), "a", READING) == TEXT


def test_both_ends_of_utf_16() -> None:
    assert decoded(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a", READING) == TEXT
    assert decoded(b"\xff\xfe" + TEXT.encode("utf-16-le"), "a", READING) == TEXT


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r", "utf-16-le", "mac-cyrillic"])
def test_the_encoding_that_is_told_is_obeyed(encoding: str) -> None:
    assert decoded(OLD.encode(encoding), "a", Reading(encoding=encoding)) == OLD


def test_an_encoding_that_is_told_meets_a_mark() -> None:
    for encoding in ("utf-8", "UTF8", "utf-8-sig"):
        assert decoded(b"\xef\xbb\xbf" + OLD.encode(), "a", Reading(encoding=encoding)) == OLD
    for encoding in ("utf-16", "utf-16-le"):
        assert decoded(b"\xff\xfe" + OLD.encode("utf-16-le"), "a", Reading(encoding=encoding)) == OLD


@pytest.mark.parametrize("text", [OLD, "ЗДРАВСТВУЙТЕ, ВАШ ЗАКАЗ ОТПРАВЛЕН", "ok " * 9000 + OLD, "заказ 15, «спасибо»"])
@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_an_old_encoding_is_recognised(encoding: str, text: str) -> None:
    if "«" in text and encoding != "cp1251":
        text = text.translate({ord("«"): '"', ord("»"): '"'})
    assert f"--encoding {encoding}" in problem(text.encode(encoding)).message


def test_the_line_of_the_wrong_byte_is_told() -> None:
    found = problem(b"one\ntwo\n\xff three\n")
    assert found.place == "line 3"
    assert "--encoding" not in found.message


def test_a_good_file_with_one_bad_byte_is_not_called_old() -> None:
    assert "cp1251" not in problem(TEXT.encode() * 20 + b"\xff").message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_recognised(encoding: str) -> None:
    assert f"--encoding {encoding}" in problem(OLD.encode(encoding)).message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04\x14\x00", "xlsx"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "doc"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe\x00" * 9, "двоичный файл?"),
        (b"\xff\xfea", "не utf-16"),
    ],
)
def test_what_is_no_text_is_called_so(content: bytes, words: str) -> None:
    assert words in problem(content).message


@pytest.mark.parametrize("encoding", ["nonsense", "hex", "rot13", "idna", "undefined", "a\0b", "unicode_escape"])
def test_strange_encodings_are_told(encoding: str) -> None:
    assert problem(b"\\N{no such \xff" * 30, Reading(encoding=encoding)).message
    assert problem(b"\\N{no such \xff" * 30, Reading(encoding=encoding, lang="en")).message.isascii()
