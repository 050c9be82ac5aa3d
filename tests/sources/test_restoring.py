"""Writing back into every format: nothing but the reply changes; what cannot be kept is refused and the file stays whole."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from replylint.errors import InputFault
from replylint.model import Record
from replylint.sources import Reading, read, write, write_all

READING = Reading(literals=("T",), templates=True)


def records(path: Path, reading: Reading = READING) -> list[Record]:
    return [item for item in read([str(path)], reading) if isinstance(item, Record)]


@pytest.mark.parametrize(
    ("name", "before", "reply", "text", "after"),
    [
        ("a.yaml", "# а\nb: 1\nt:\n  - Было  # в\n  - 'x'\n", "Было", "Стало", "# а\nb: 1\nt:\n  - Стало  # в\n  - 'x'\n"),
        ("a.yaml", "t: ['Было ''так''', \"б\"]\n", "Было 'так'", "Стало 'так'", "t: ['Стало ''так''', \"б\"]\n"),
        ("a.yaml", 't: ["Б\\u044bло\\n же"]\n', "Было\n же", "Было\n\"ё\" же", 't: ["Б\\u044bло\\n\\"ё\\" же"]\n'),
        ("a.yaml", "t:\n  - |\n    Было\n\n      так\n  # x\n  - б\n", "Было\n\n  так\n", "Стало\n\n  так\nе\n",
         "t:\n  - |\n    Стало\n\n      так\n    е\n  # x\n  - б\n"),
        ("a.yaml", "t:\n- >-\n  Было\n  так и\n  сяк\n", "Было так и сяк", "Было так, и сяк", "t:\n- >-\n  Было\n  так, и\n  сяк\n"),
        ("a.yaml", "t:\n- Было\n  так и\n  сяк\n", "Было так и сяк", "Стало так и сяк", "t:\n- Стало\n  так и\n  сяк\n"),
        ("a.json", '{"t" : ["Б\\u044bло", 1.0e5,"\\/"]}', "Было", "Быль", '{"t" : ["Б\\u044bль", 1.0e5,"\\/"]}'),
        ("a.json", '["\\u0411 \\"c\\""]', 'Б "c"', 'Д "c"\n', '["\\u0414 \\"c\\"\\n"]'),
        ("a.jsonl", '{"reply":"Было", "x" :1}\r\n\r\n{"reply":"б"}', "Было", "Ста\tло", '{"reply":"Ста\\tло", "x" :1}\r\n\r\n{"reply":"б"}'),
        ("a.csv", "id;reply;x\r\n1;Было;'a'\r\n2;\"б\";\r\n", "Было", "Стало, да", "id;reply;x\r\n1;\"Стало, да\";'a'\r\n2;\"б\";\r\n"),
        ("a.csv", 'reply,x\n"Б ""ы""\nло","y"\n', 'Б "ы"\nло', 'С "т"\nало', 'reply,x\n"С ""т""\nало","y"\n'),
        ("a.csv", "sep=|\nx|reply\n\"|\"|Было\n", "Было", "Ста|ло", "sep=|\nx|reply\n\"|\"|\"Ста|ло\"\n"),
        ("a.md", "---\nmood: angry\n---\nА\n---\nБыло\n\n---\nв\n", "Было", "Стало\nуже", "---\nmood: angry\n---\nА\n---\nСтало\nуже\n\n---\nв\n"),
        ("a.py", "T = ['Б\\u044bло, \\'да\\'',  # x\n  5]\n", "Было, 'да'", "Было 'да'\n", "T = ['Б\\u044bло \\'да\\'\\n',  # x\n  5]\n"),
        ("a.py", 'T = """Было\n  "так"\n"""\n', 'Было\n  "так"\n', 'Стало\n  "так"\n', 'T = """Стало\n  "так"\n"""\n'),
        ("a.ts", "const T = [`Было ${x} \\` так`, 'б'];", "Было ${x} ` так", "Стало ${x} ` так", "const T = [`Стало ${x} \\` так`, 'б'];"),
        ("a.ts", "const T = { a: \"Было\" as const };", "Было", 'Ста"ло', "const T = { a: \"Ста\\\"ло\" as const };"),
    ],
)  # fmt: skip
def test_only_the_reply_changes(tmp_path: Path, name: str, before: str, reply: str, text: str, after: str) -> None:
    path = tmp_path / name
    path.write_bytes(before.encode())
    (found,) = [record for record in records(path) if record.reply == reply]
    write(found, text, READING)
    assert path.read_bytes().decode() == after
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "before", "text", "words"),
    [
        ("a.yaml", "t:\n  - Было\n", "Ста\nло", "нет места новой строке"),
        ("a.yaml", "t:\n  - Было\n", "Стало # да", "нельзя восстановить"),
        ("a.yaml", "t:\n  - Было\n", "Да: нет", "нельзя восстановить"),
        ("a.yaml", "t:\n  - Было\n", "- Да", "нельзя восстановить"),
        ("a.yaml", "t:\n  - |2\n    Было\n", "  Стало\n", "нельзя восстановить"),
        ("a.yaml", "t:\n  - |-\n    Было\n", "Стало\n", "нельзя восстановить"),
        ("a.md", "Было\n---\nб\n", "Стало\n---\nи так", "нельзя восстановить"),
        ("a.md", "Было\n---\nб\n", "intent: price", "нельзя восстановить"),
        ("a.py", "T = f'Было {x}'", "Стало {x}", "без потерь"),
        ("a.py", "T = 'Бы' 'ло'", "Стало", "без потерь"),
        ("a.py", "T = r'Было'", "Ста\\ло", "нет места этим знакам"),
        ("a.js", "T = `Было`", "Стало ${x}", "исправьте сами"),
        ("a.html", "<!-- replylint: template --><p>Было</p>", "Стало", "без потерь"),
    ],
)
def test_what_cannot_be_kept_is_refused(tmp_path: Path, name: str, before: str, text: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(before, encoding="utf-8")
    with pytest.raises(InputFault, match=words):
        write(records(path)[0], text, READING)
    assert path.read_text(encoding="utf-8") == before
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_lines_of_keys_and_texts_keep_their_form(tmp_path: Path) -> None:
    path, reading = tmp_path / "a.txt", Reading(format="key-value")
    path.write_bytes("# ш\r\na| Было\r\nb|Нет\r\n".encode("cp1251"))
    reading = reading._replace(encoding="cp1251")
    first, second = records(path, reading)
    write(second, "Да | ещё", reading)
    assert path.read_bytes().decode("cp1251") == "# ш\r\na| Было\r\nb|Да | ещё\r\n"
    with pytest.raises(InputFault, match="нельзя восстановить"):
        write(first, "а\nб", reading)
    with pytest.raises(InputFault, match="знака «😀» нет в cp1251"):
        write(first, "😀", reading)


def test_many_changes_are_written_at_once_and_one_refused_stops_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("t:\n" + "".join(f"  - Было {n}\n" for n in range(500)), encoding="utf-8")
    found = records(path)
    start = time.monotonic()
    outcomes = write_all([(one, "Стало: не так" if n == 77 else f"Стало длиннее {n}") for n, one in enumerate(found)], READING)
    assert time.monotonic() - start < 30
    assert [n for n, one in enumerate(outcomes) if isinstance(one, InputFault)] == [77]
    again = records(path)
    assert [one.reply for one in again] == ["Было 77" if n == 77 else f"Стало длиннее {n}" for n in range(500)]
    assert outcomes[5] == again[5]


def workbook(path: Path) -> None:
    made = Workbook()
    sheet = made.active
    sheet.title = "Шаблоны & «ё»"
    sheet.append(["Код", "reply", "Всего"])
    sheet.append([1, "Было", "=COUNTA(B:B)"])
    sheet.append([2, '="Бы"&"ло"', 3])
    sheet["B2"].font = Font(bold=True)
    sheet.column_dimensions["B"].width = 40
    made.create_sheet("Другой").append(["reply", "x"])
    made.save(path)
    # Writers of XML differ: one form for all.
    edited(path, lambda xml: re.sub(r"<v ?/>|<v></v>", "<v/>", re.sub(r"&#(\d+);", lambda sign: chr(int(sign[1])), xml)))


def edited(path: Path, *edits: Callable[[str], str]) -> None:
    """The same workbook with other XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as was, zipfile.ZipFile(out, "w") as made:
        for name in was.namelist():
            xml = was.read(name).decode()
            for edit in edits:
                xml = edit(xml)
            made.writestr(name, xml)
    path.write_bytes(out.getvalue())


def test_a_workbook_keeps_formats_formulas_and_other_sheets(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path)
    before = {name: zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()}
    (found,) = records(path)
    write(found, "  Стало <&> «так»\nи так ", READING)
    after = {name: zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist()}
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    assert list(before) == list(after)
    sheet = load_workbook(path)["Шаблоны & «ё»"]
    assert (sheet["B2"].value, sheet["B2"].font.bold, sheet["C2"].value, sheet["B3"].value) == (
        "  Стало <&> «так»\nи так ", True, "=COUNTA(B:B)", '="Бы"&"ло"',
    )  # fmt: skip


def test_many_cells_are_written_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    made = Workbook()
    made.active.title = "Б"
    for row in [["reply"], *([f"Было {n}"] for n in range(3_000))]:
        made.active.append(row)
    made.save(path)
    found = records(path)
    start = time.monotonic()
    outcomes = write_all([(one, f"Стало {n}") for n, one in enumerate(found)], READING)
    assert time.monotonic() - start < 30
    assert all(isinstance(one, Record) for one in outcomes)
    assert [one.reply for one in records(path)] == [f"Стало {n}" for n in range(3_000)]


def test_cells_that_cannot_be_kept_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path)
    edited(path, lambda xml: xml.replace("<is><t>Было</t></is>", "<is><r><t>Бы</t></r><r><rPr><b/></rPr><t>ло</t></r></is>"))
    with pytest.raises(InputFault, match="оформлена иначе"):
        write(records(path)[0], "Стало", READING)
    workbook(path)
    edited(path, lambda xml: xml.replace('<c r="B3"><f>', '<c r="B3" t="str"><f>').replace('"ло"</f><v/>', '"ло"</f><v>Было</v>'))
    first, formula = records(path)
    with pytest.raises(InputFault, match="формула"):
        write(formula, "Стало", READING)
    with pytest.raises(InputFault, match="не бывает"):
        write(first, "Ста\x07ло", READING)


def test_a_text_that_cells_share_changes_in_one_of_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path)
    shared = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si/><si><t>Было_x000D_\nтак</t></si></sst>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    edited(
        path,
        lambda xml: xml.replace('t="inlineStr"><is><t>Было</t></is>', 't="s"><v>1</v>').replace(
            '<c r="C3" t="n"><v>3</v>', '<c r="C3" t="s"><v>1</v>'
        ),
        lambda xml: xml.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'),
    )
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("xl/sharedStrings.xml", shared)
    found = records(path)
    assert found[0].reply == "Было\nтак"
    write(found[0], "Стало\nтак", READING)
    assert records(path)[0].reply == "Стало\nтак"
    assert zipfile.ZipFile(path).read("xl/sharedStrings.xml").decode() == shared
    assert "Стало_x000D_\nтак" in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.csv", "a.py", "a.js", "a.md"])
def test_whatever_is_written_reads_back_or_is_refused(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    starts = {
        "a.yaml": "t:\n  - Было так\n  - 'Было, ''так'''\n  - \"Было \\\"так\"\n  - |\n    Было\n    так\n  - >\n    Было\n    так\n",
        "a.json": '{"t": ["Было \\u0442ак", "Было\\n\\"так\\""]}',
        "a.csv": 'x,reply\n1,Было так\n2,"Было, ""так"""\n3,"Было\nтак"\n',
        "a.py": "T = ['Было \\'так', \"Было\\nтак\", '''Было\n'так''', r'Было']\n",
        "a.js": "T = ['Было \\'так', \"Было\\nтак\", `Было\n${x} \\`так`]\n",
        "a.md": "Было\n---\nБыло так\n---\nintent: price\n---\nБыло\nтак\n",
    }
    path = tmp_path / name
    for _ in range(150):
        path.write_text(starts[name], encoding="utf-8")
        found = records(path)
        target = chance.randrange(len(found))
        old = found[target].reply
        at = chance.randrange(len(old) + 1)
        text = (
            old[:at] + "".join(chance.choices("аб \n\"'`\\#:-|>,;{}$[]\t%&*!@", k=chance.randrange(1, 5))) + old[at + chance.randrange(3) :]
        )
        before = path.read_bytes()
        outcome = write_all([(found[target], text)], READING)[0]
        if isinstance(outcome, InputFault):
            assert path.read_bytes() == before
        else:
            assert [one.reply for one in records(path)] == [text if n == target else one.reply for n, one in enumerate(found)]
