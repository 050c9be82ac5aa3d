"""CSV of every make: delimiters, Excel in Russian, several columns, places of cells in the file."""

from __future__ import annotations

import csv
import io
import time

import pytest

from replylint.model import Problem, Record
from replylint.sources import Reading, read_bytes

READING = Reading()


def items(content: bytes | str, reading: Reading = READING) -> list[Record | Problem]:
    return list(read_bytes(content.encode() if isinstance(content, str) else content, "a.csv", ".csv", reading))


def told(content: bytes | str, reading: Reading = READING) -> list[tuple[str, str]]:
    found = items(content, reading)
    return [(i.origin.place, i.reply) if isinstance(i, Record) else (i.place, f"!{i.message}") for i in found]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("reply\nДа, да, нет\n", "Да, да, нет"),
        ("reply\nДа; нет, да | же\n", "Да; нет, да | же"),
        ("Код;reply, полный;reply\n1;а;Да, нет\n", "Да, нет"),
        ('id,reply\n1,"Да; нет; да; нет"\n', "Да; нет; да; нет"),
        ("id|reply\n1|Да, нет; да\n", "Да, нет; да"),
        ("id\treply\n1\tДа, нет; да\n", "Да, нет; да"),
        ('"sep=|"\nid|reply\n1|Да; нет\n', "Да; нет"),
        ('id;reply\n1;"Да;\nнет"\n2;Нет\n', "Да;\nнет"),
    ],
)
def test_the_delimiter_is_found_out(text: str, reply: str) -> None:
    assert told(text)[0][1] == reply


def test_excel_in_russian_and_a_title_above_the_header() -> None:
    content = "Шаблоны 2026;;\r\n;;\r\nКод;Ответ;Этап\r\n1;«Здравствуйте», Иван — ждём;first\r\n".encode("cp1251")
    reading = Reading(encoding="cp1251", columns={"reply": "Ответ", "stage": "Этап"})
    (found,) = items(content, reading)
    assert isinstance(found, Record)
    assert (found.reply, found.stage, found.origin.place) == ("«Здравствуйте», Иван — ждём", "first", "row 4")
    assert "--encoding cp1251" in told(content)[0][1]
    unicode_text = "Код\tОтвет\r\n1\tДа\r\n".encode("utf-16")
    assert told(unicode_text, Reading(columns={"reply": "Ответ"})) == [("row 2", "Да")]


def test_several_columns_hold_replies() -> None:
    reading = Reading(replies=("Чай", "Кофе"), columns={"intent": "Случай"})
    found = items("Случай;Чай;Кофе\nprice;Да;\ncomplaint;Нет;Ждём\n", reading)
    assert [(i.reply, i.part, i.intent) for i in found if isinstance(i, Record)] == [
        ("Да", "Чай", "price"),
        ("Нет", "Чай", "complaint"),
        ("Ждём", "Кофе", "complaint"),
    ]
    assert "нет ключа «Чай»" in told("а;б\n1;2\n", reading)[0][1]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_cell_knows_its_place(sign: str, end: str) -> None:
    replies = ["Да", f'Он{sign} "и" она', f"Раз{end}два «{sign}» три", 'а"б', '""', "последний"]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign, lineterminator=end)
    writer.writerows([["id", "reply", "note"], *([n, reply, f'x"{sign}y'] for n, reply in enumerate(replies))])
    text = out.getvalue()
    found = [item for item in items(text) if isinstance(item, Record)]
    assert [item.reply for item in found] == replies
    lines = text.split("\n")
    for item in found:
        (cell,) = next(csv.reader([text[slice(*item.origin.span)]], delimiter="\0")) if "\n" not in item.reply else [item.reply]
        assert cell == item.reply
        for word in ("она", "два", "три", "Да"):
            at = item.reply.find(word)
            if at >= 0:
                mark = [m for m in item.origin.marks if m.offset <= at][-1]
                assert lines[mark.line - 1][mark.column - 1 + at - mark.offset :].startswith(word)


def test_hostile_tables_take_no_time() -> None:
    start = time.monotonic()
    for text in (
        'reply\n"' + '"' * 400_000,
        "reply\n" + ";" * 400_000,
        "reply;" * 50_000 + "\nа\n",
        '"' * 100_001,
        "\n" * 200_000,
        "\0;reply\n\0;\0",
    ):
        told(text)
    assert time.monotonic() - start < 20
    assert len(items("id;reply\n" + "".join(f'{n};"Ответ {n}; да"\n' for n in range(20_000)))) == 20_000
