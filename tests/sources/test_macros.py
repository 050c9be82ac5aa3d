"""Help-desk macros: comments, html, inactive ones, broken exports."""

from __future__ import annotations

import json
import time
from typing import Any

from replylint.model import Problem, Record
from replylint.sources import Reading, read_bytes
from replylint.sources.htmltext import stripped

READING = Reading()


def items(macros: Any, reading: Reading = READING) -> list[Record | Problem]:
    return list(read_bytes(json.dumps({"macros": macros, "count": 1}).encode(), "a.json", ".json", reading))


def macro(title: str, *actions: tuple[str, Any], **more: Any) -> dict[str, Any]:
    return {"title": title, "active": True, "actions": [{"field": field, "value": value} for field, value in actions], **more}


def test_comments_of_macros_are_replies() -> None:
    found = items(
        [
            macro("Приветствие", ("status", "open"), ("comment_value", "Здравствуйте!\r\nЧем помочь?")),
            macro(
                "Сайт", ("comment_value", ["channel:web", "Рады вам"]), ("comment_value_html", "<p>Да,&nbsp;<b>конечно</b></p><p>Ждём</p>")
            ),
        ]
    )
    assert [(i.origin.place, i.id, i.reply) for i in found if isinstance(i, Record)] == [
        ("$.macros[0].actions[1].value", "Приветствие", "Здравствуйте!\r\nЧем помочь?"),
        ("$.macros[1].actions[0].value", "Сайт", "Рады вам"),
        ("$.macros[1].actions[1].value (html)", "Сайт", "Да,\xa0конечно\n\nЖдём"),
    ]


def test_inactive_macros_are_named_unless_asked_for() -> None:
    off = [macro("Старый", ("comment_value", "Да"), active=False, restriction={"type": "Group"})]
    (found,) = items(off)
    assert isinstance(found, Problem)
    assert found.skipped
    assert "«Старый» выключен" in found.message
    assert isinstance(items(off, Reading(inactive=True))[0], Record)


def test_broken_macros_are_told_and_the_rest_is_read() -> None:
    good = macro("а", ("comment_value", "Да"))
    odd = [
        5,
        None,
        {"actions": 5},
        {"actions": [1, None, {"field": ["x"]}, {"field": "comment_value"}]},
        macro("б", ("comment_value", [])),
        good,
    ]
    assert [isinstance(item, Record) for item in items(odd)] == [False] * 5 + [True]
    assert items([macro("а", ("status", "open"))])[0] == Problem("a.json", "ни один макрос не пишет комментарий")
    assert items([5])[0]


def test_html_becomes_text() -> None:
    assert stripped("Да<br>нет<br/>же") == "Да\nнет\nже"
    assert stripped("<ul>\n  <li>раз\n</li><li>два &lt;x&gt; {{name}}</li></ul>") == "раз\n\nдва <x> {{name}}"
    assert stripped("<style>p {}</style><script>x</script>Да <!-- нет --><i>все</i>го") == "Да всего"
    assert stripped("a < b & c &unknown; <") == "a < b & c &unknown; <"
    start = time.monotonic()
    for hostile in (
        "<script>" * 50_000,
        "<" * 50_000,
        "<p" * 50_000,
        "<!--" * 50_000,
        "<a b='" * 50_000,
        "&" * 50_000,
        "<p>" * 50_000,
        "&#" + "9" * 50_000 + ";",
        "<a '\"" * 50_000,
    ):
        stripped(hostile)
    assert time.monotonic() - start < 15
