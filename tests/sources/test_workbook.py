"""Excel workbooks: sheets and columns by name, results of formulas, hostile archives."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from replylint.model import Problem, Record
from replylint.sources import Reading, read, read_bytes

READING = Reading()
BOMB = 300 << 20


def book(sheets: dict[str, list[list[Any]]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def items(content: bytes, reading: Reading = READING) -> list[Record | Problem]:
    return list(read_bytes(content, "a.xlsx", ".xlsx", reading))


def told(content: bytes, reading: Reading = READING) -> list[tuple[str, str]]:
    found = items(content, reading)
    return [(i.origin.place, i.reply) if isinstance(i, Record) else (i.place, f"!{i.message}") for i in found]


def changed(content: bytes, part: str, edit: Any) -> bytes:
    """The workbook with one part edited (None: added)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            body = old.read(member)
            new.writestr(member, edit(body) if member == part else body)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
SIMPLE = book({"Лист1": [["id", "reply", "rating", "заметка"], ["a", "Да", 5, "x"], [None] * 4, ["b", "Нет", 4.0, None]]})


def test_a_record_a_row() -> None:
    first, second = items(SIMPLE)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.reply, first.id, first.rating, first.ignored, first.origin.place) == ("Да", "a", 5, ("заметка",), "Лист1!B2")
    assert (second.rating, second.origin.place) == (4, "Лист1!B4")


def test_sheets_and_columns_by_name() -> None:
    content = book(
        {
            "О нас": [["просто"], ["текст"]],
            "Ромашка": [["Ответы"], [], ["Код", "Ответ", "Когда"], [1, "Да", date(2026, 1, 2)], [2, None, None]],
            "Берег": [["Ответ"], ["Нет"]],
        }
    )
    reading = Reading(columns={"reply": "Ответ", "asked_at": "Когда"})
    assert told(content, reading) == [("Ромашка!B4", "Да"), ("Ромашка!B5", "!ответ пуст"), ("Берег!A2", "Нет")]
    (first, *_) = items(content, reading)
    assert isinstance(first, Record)
    assert first.asked_at == "2026-01-02T00:00:00"
    assert told(content, reading._replace(sheets=("Берег",))) == [("Берег!A2", "Нет")]
    assert "нет листа «Берек» (есть О нас, Ромашка, Берег)" in told(content, reading._replace(sheets=("Берек",)))[0][1]
    ((place, message),) = told(content, reading._replace(sheets=("О нас",)))
    assert place == "О нас"
    assert "нет ключа «Ответ»" in message
    assert '--column reply="Ответ"' in told(book({"Б": [["Код", "Ответ"], [1, "Да"]]}))[0][1]


def test_several_columns_hold_replies() -> None:
    content = book({"Б": [["Чай", "stage", "Кофе"], ["Да", "first", None], [None, "closing", "Нет"]], "В": [["Кофе"], ["Рады"]]})
    found = items(content, Reading(replies=("Чай", "Кофе")))
    assert [(i.reply, i.part, i.stage, i.origin.place) for i in found if isinstance(i, Record)] == [
        ("Да", "Чай", "first", "Б!A2"),
        ("Нет", "Кофе", "closing", "Б!C3"),
        ("Рады", "Кофе", "", "В!A2"),
    ]


def test_formulas_are_read_by_their_result() -> None:
    content = book({"Б": [["reply"], ['="Добрый "&"день"'], ["Да"]]})
    assert told(content)[0] == ("Б!A2", "!у формулы нет результата: откройте книгу в Excel и сохраните")
    counted = changed(
        content,
        SHEET,
        lambda xml: (
            xml.replace(b'"A2"', b'"A2" t="str"')
            .replace(b"<v />", b"<v/>")
            .replace(b"<v></v>", b"<v/>")
            .replace(b"<v/>", "<v>Да!</v>".encode())
        ),
    )
    assert told(counted) == [("Б!A2", "Да!"), ("Б!A3", "Да")]


def test_errors_numbers_and_truth() -> None:
    found = told(book({"Б": [["reply"], ["#N/A"], [5], [5.0], [True], ["Да\nнет "]]}))
    assert [text for _, text in found] == ["!в ячейке ошибка #N/A", "5", "5", "!reply — не текст", "Да\nнет "]


@pytest.mark.parametrize("table", [[], [[]], [["reply"]], [["reply", "reply"], ["а", "б"]]])
def test_tables_without_replies_are_told(table: list[list[Any]]) -> None:
    ((_, message),) = told(book({"Б": table}))
    assert message.startswith("!")


def test_problems_speak_english() -> None:
    reading = Reading(lang="en")
    for content in (book({"A": [["x"]]}), book({"A": [["reply"]]}), book({"A": [["reply"], ["=A1"]]}), b"PK\x03\x04", b"", SIMPLE[:900]):
        message = told(content, reading)[0][1]
        assert message.replace("“", "").replace("”", "").isascii(), message


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"\0" * 5000,
        SIMPLE[:-40],
        SIMPLE[: len(SIMPLE) // 2],
        changed(SIMPLE, SHEET, lambda xml: xml[:-60]),
        changed(SIMPLE, SHEET, lambda xml: xml.replace(b'r="B2"', b'r="ZZZZ9"')),
        changed(SIMPLE, SHEET, lambda xml: xml.replace(b'<row r="4"', b'<row r="99999999999"')),
        changed(SIMPLE, "xl/workbook.xml", lambda _: b"<a/>"),
        changed(SIMPLE, "xl/workbook.xml", lambda _: b"\xff\xfe"),
        changed(SIMPLE, "[Content_Types].xml", lambda _: b"<a/>"),
        changed(SIMPLE, SHEET, lambda xml: xml.replace(b't="inlineStr"><is><t>id</t></is>', b't="s"><v>7</v>')),
        changed(SIMPLE, SHEET, lambda xml: xml.replace(b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', 1)),
        changed(SIMPLE, SHEET, lambda xml: xml.decode().replace("<worksheet", "<!DOCTYPE a><worksheet", 1).encode("utf-16-le")),
    ],
)
def test_hostile_workbooks_are_told(content: bytes) -> None:
    start = time.monotonic()
    assert any(isinstance(item, Problem) for item in items(content))
    assert time.monotonic() - start < 15


def test_damaged_bytes_never_stop_the_rest() -> None:
    for at in range(0, len(SIMPLE), 37):
        items(SIMPLE[:at] + bytes([SIMPLE[at] ^ 255]) + SIMPLE[at + 1 :])


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("[Content_Types].xml", "")
        made.writestr("xl/workbook.xml", "")
        with made.open("xl/sharedStrings.xml", "w", force_zip64=True) as part:
            for _ in range(BOMB >> 20):
                part.write(b" " * (1 << 20))
    assert len(out.getvalue()) < 3 << 20
    assert "распакуется больше" in told(out.getvalue())[0][1]


def test_a_sign_far_to_the_right_takes_no_memory() -> None:
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(2, 100_000))
    start = time.monotonic()
    found = told(changed(SIMPLE, SHEET, lambda xml: re.sub(rb'<row r="2".*</row>', rows.encode(), xml)))
    assert "слишком велик" in found[-1][1]
    assert time.monotonic() - start < 30


def test_another_kind_of_file_under_the_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("word/document.xml", "<a/>")
    assert "не книга Excel" in told(out.getvalue())[0][1]
    assert "не книга Excel" in told(b"\xd0\xcf\x11\xe0" + b"\0" * 600)[0][1]
    assert told(b"reply\n\xd0\xb4\xd0\xb0\n")[0][1].startswith("!")


def test_a_workbook_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(SIMPLE)
    (tmp_path / "~$a.xlsx").write_bytes(b"lock")
    assert [item.reply for item in read([str(tmp_path)], READING) if isinstance(item, Record)] == ["Да", "Нет"]


def test_a_start_loads_no_workbooks() -> None:
    code = "import sys, replylint.sources as s; list(s.read_bytes(b'x', '-', '.csv', s.Reading())); print('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
