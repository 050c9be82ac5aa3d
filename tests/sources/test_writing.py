"""Writing back: nothing but the reply changes, and whatever cannot be kept is refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from replylint.errors import InputFault
from replylint.model import Origin, Record
from replylint.sources import Reading, read, write

READING = Reading()


def only(path: Path, reading: Reading = READING) -> Record:
    (found,) = read([str(path)], reading)
    assert isinstance(found, Record), found
    return found


@pytest.mark.parametrize(
    ("before", "encoding"),
    [
        ("---\nbrand: Было\n---\n\nБыло\n\n", "utf-8"),
        ("Было", "utf-8-sig"),
        ("\r\nБыло\r\n", "utf-16"),
        ("Было  \n", "utf-8"),
    ],
)
def test_only_the_reply_changes(tmp_path: Path, before: str, encoding: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(before.encode(encoding))
    path.chmod(0o640)
    found = only(path)
    write(found, "Стало")
    start = before.rindex(found.reply)
    assert path.read_bytes() == (before[:start] + "Стало" + before[start + len(found.reply) :]).encode(encoding)
    assert sys.platform == "win32" or path.stat().st_mode & 0o777 == 0o640
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_big_endian_stays_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xfe\xff" + "Было\n".encode("utf-16-be"))
    write(only(path), "Стало")
    assert path.read_bytes() == b"\xfe\xff" + "Стало\n".encode("utf-16-be")


def test_an_old_encoding_stays_and_what_it_lacks_is_refused(tmp_path: Path) -> None:
    path, reading = tmp_path / "a.txt", Reading(encoding="cp1251")
    path.write_bytes("Было\r\n".encode("cp1251"))
    found = only(path, reading)
    with pytest.raises(InputFault, match="знака «😀» нет в cp1251"):
        write(found, "Стало 😀", reading)
    with pytest.raises(InputFault):
        write(found, "Стало")
    write(found, "Стало", reading)
    assert path.read_bytes() == "Стало\r\n".encode("cp1251")


def test_line_ends_follow_the_reply(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for before, after in ((b"a\r\nb\r\n", b"1\r\n2\r\n3\r\n"), (b"a\nb\n", b"1\n2\r\n3\n"), (b"a\r\nb\nc", b"1\n2\r\n3")):
        path.write_bytes(before)
        write(only(path), "1\n2\r\n3")
        assert path.read_bytes() == after


def test_a_file_that_changed_or_went_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Было", encoding="utf-8")
    found = only(path)
    path.write_text("Было и ещё", encoding="utf-8")
    with pytest.raises(InputFault, match="изменился"):
        write(found, "Стало")
    assert path.read_text(encoding="utf-8") == "Было и ещё"
    path.write_bytes(b"\xff\xff")
    with pytest.raises(InputFault):
        write(found, "Стало")
    path.unlink()
    with pytest.raises(InputFault):
        write(found, "Стало")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.yaml", "a.csv"])
def test_other_formats_say_that_they_cannot(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputFault, match="нельзя записать"):
        write(Record("x", origin=Origin(str(tmp_path / name))), "y")
    with pytest.raises(InputFault, match="without loss"):
        write(Record("x", origin=Origin(name, "row 2")), "y", Reading(lang="en"))


def test_a_link_is_followed_inside_its_folder_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    outside, inside = tmp_path / "a.txt", tmp_path / "in" / "b.txt"
    for path in (outside, inside):
        path.write_text("Было", encoding="utf-8")
    (tmp_path / "in" / "out.txt").symlink_to(outside)
    (tmp_path / "in" / "same.txt").symlink_to("b.txt")
    with pytest.raises(InputFault, match="в другой папке"):
        write(only(tmp_path / "in" / "out.txt"), "Стало")
    assert outside.read_text(encoding="utf-8") == "Было"
    write(only(tmp_path / "in" / "same.txt"), "Стало")
    assert inside.read_text(encoding="utf-8") == "Стало"
    assert (tmp_path / "in" / "same.txt").is_symlink()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_read_only_files_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Было", encoding="utf-8")
    found = only(path)
    path.chmod(0o444)
    with pytest.raises(InputFault, match="только для чтения"):
        write(found, "Стало")


def test_a_failing_disk_leaves_the_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Было", encoding="utf-8")
    found = only(path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(InputFault, match="не записывается"):
        write(found, "Стало")
    assert path.read_text(encoding="utf-8") == "Было"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
