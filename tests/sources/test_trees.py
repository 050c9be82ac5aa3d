"""Nested JSON and YAML: where texts are found, what is told around them, paths and places."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from replylint.keypath import parse, select, shown
from replylint.model import Mark, Problem, Record
from replylint.sources import Reading, read_bytes

READING = Reading()


def items(text: str, suffix: str = ".json", reading: Reading = READING) -> list[Record | Problem]:
    return list(read_bytes(text.encode(), f"a{suffix}", suffix, reading))


def records(text: str, suffix: str = ".json", reading: Reading = READING) -> list[Record]:
    found = items(text, suffix, reading)
    assert all(isinstance(item, Record) for item in found), found
    return [item for item in found if isinstance(item, Record)]


def told(tree: Any, reading: Reading = READING) -> list[tuple[str, str]]:
    found = items(json.dumps(tree, ensure_ascii=False), ".json", reading)
    return [(i.origin.place, i.reply) if isinstance(i, Record) else (i.place, f"!{i.message[:30]}") for i in found]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        ({"greetings": ["а", "б"], "bye": ["в"]}, [("$.greetings[0]", "а"), ("$.greetings[1]", "б"), ("$.bye[0]", "в")]),
        ({"a b": {"в": ["г"]}}, [('$["a b"].в[0]', "г")]),
        ([{"title": "x", "text": "а"}, {"Текст": "б"}], [("$[0]", "а"), ("$[1]", "б")]),
        ({"templates": [{"name": "x", "texts": ["а", "б"]}]}, [("$.templates[0].texts[0]", "а"), ("$.templates[0].texts[1]", "б")]),
        ({"version": 2, "tags": ["о товаре"], "items": [{"text": "а", "tags": ["б"]}]}, [("$.items[0]", "а")]),
        ({"levels": ["low", "high"], "replies": ["Да"]}, [("$.replies[0]", "Да")]),
        ({"replies": ["Thanks", "Bye"]}, [("$.replies[0]", "Thanks"), ("$.replies[1]", "Bye")]),
        ({"brand": ["Ромашка"], "history": [{"text": "а"}], "ответы": ["б"]}, [("$.ответы[0]", "б")]),
        ([["а"], ["б", None]], [("$[0][0]", "а"), ("$[1][0]", "б"), ("$[1][1]", "!запись — не объект с ключом re")]),
        ({"list": [{"text": "а"}, {"txt": "б"}]}, [("$.list[0]", "а"), ("$.list[1]", "!нет ключа «reply» (есть txt); ")]),
        ({"good": "а", "bad": "б"}, [("", "!нет ключа «reply» (есть good, ")]),
    ],
)
def test_texts_are_found(tree: Any, expected: list[tuple[str, str]]) -> None:
    assert told(tree) == expected


def test_the_key_above_a_list_is_the_part() -> None:
    found = records('{"greetings": ["а"], "main": {"text": [{"reply": "б"}]}, "reply": ["в"]}')
    assert [item.part for item in found] == ["greetings", "text", "reply"]
    assert all(item.ignored == () for item in found)


def test_objects_around_tell_the_situation() -> None:
    text = """{"channel": "public", "platform": "vk", "sets": [
        {"intent": "complaint", "texts": ["а"]}, {"rating": 5, "channel": "private", "templates": [{"text": "б", "stage": "first"}]}],
        "intent": {"praise": ["в"], "question": {"x": ["г"]}}, "rating": {"1": ["д"]}}"""
    found = {item.reply: item for item in records(text)}
    assert (found["а"].channel, found["а"].platform, found["а"].intent) == ("public", "vk", "complaint")
    assert (found["б"].channel, found["б"].rating, found["б"].stage, found["б"].intent) == ("private", 5, "first", "")
    assert (found["в"].intent, found["г"].intent, found["д"].rating) == ("praise", "question", 1)
    assert "нет такого значения" in told([{"intent": "what", "texts": ["а"]}])[0][1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("$.a[*]", ["$.a[0]", "$.a[1]"]),
        ("a[1]", ["$.a[1]"]),
        ("$", ["$"]),
        ("$.b.*", ["$.b.text", '$.b["в г"]']),
        ("['b'][\"в г\"]", ['$.b["в г"]']),
        ("$..text", ["$.a[0].text", "$.b.text"]),
        ("$.no.such[5]", []),
    ],
)
def test_key_paths(path: str, expected: list[str]) -> None:
    tree = {"a": [{"text": 1}, 2], "b": {"text": 3, "в г": 4}}
    assert [shown(one) for one in select(tree, parse(path))] == expected


@pytest.mark.parametrize("path", ["", " ", "$[", "$.a[", "$[a]", "a[-1]", "$.a]", "$..", "a..", "$['a\"]", "$[?(@.a)]"])
def test_wrong_key_paths(path: str) -> None:
    with pytest.raises(ValueError):
        parse(path)


def test_paths_choose() -> None:
    tree = {"greetings": ["а"], "other": ["б"], "t": [{"id": 7, "text": "в", "note": "г", "intent": "price"}], "m": {"hello": "д"}}
    reading = Reading(paths=("$.greetings[*]", "t[*].text", "$.m.*", "greetings"))
    assert told(tree, reading) == [("$.greetings[0]", "а"), ("$.t[0].text", "в"), ("$.m.hello", "д")]
    third = records(json.dumps(tree), reading=reading)[1]
    assert (third.id, third.intent, third.part, third.reply) == ("7", "price", "t", "в")
    assert told(tree, Reading(paths=("t",))) == [("$.t[0]", "в")]
    assert told(tree, Reading(paths=("$.nothing",)))[0][1].startswith("!по путям нет ничего: $.nothi")
    assert told({"a": [{"b": 1}, None]}, Reading(paths=("a[*]",)))[0][1].startswith("!нет ключа")


def test_every_text_knows_its_line() -> None:
    text = '{\r\n "a": [\r\n  "Да,\\n\\"нет\\" \\u0041\\ud83d\\ude00!",\n  "б"]}'
    first, second = records(text)
    assert first.reply == 'Да,\n"нет" A😀!'
    assert (first.origin.line, second.origin.line) == (3, 4)
    line = text.split("\n")[2]
    assert first.origin.marks[0] == Mark(0, 3, 4)
    for sign in ("Д", "н", "!"):
        mark = [m for m in first.origin.marks if m.offset <= first.reply.index(sign)][-1]
        assert line[mark.column - 1 + first.reply.index(sign) - mark.offset] == sign
    start, end = first.origin.span
    assert json.loads(text[start:end]) == first.reply


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - Да нет\n",
        "a:\n  - 'Да ''нет'' же'\n",
        'a:\n  - "Да \\u0041 нет"\n',
        "a:\n  - |\n    Да\n      нет\n\n    же\n  - ещё\n",
        "a:\n  - >-\n    Да\n    нет\n",
        "a:\n  - Да\n    нет\n  # x\n",
        'a:\n  - "Да\n    нет"\n',
    ],
)
def test_every_text_of_yaml_knows_its_place(text: str) -> None:
    found = records(text, ".yaml")[0]
    lines = text.split("\n")
    for word in ("Да", "нет"):
        at = found.reply.index(word)
        mark = [m for m in found.origin.marks if m.offset <= at][-1]
        assert lines[mark.line - 1][mark.column - 1 + at - mark.offset :].startswith(word)
    assert found.part == "a"


def test_yaml_and_json_lines_are_nested_too() -> None:
    assert [(r.origin.place, r.intent) for r in records("complaints:\n  intent: complaint\n  texts:\n    - а\n    - б\n", ".yaml")] == [
        ("$.complaints.texts[0]", "complaint"),
        ("$.complaints.texts[1]", "complaint"),
    ]
    first, second = records('{"reply": "а"}\n{"x": 1, "reply": "б"}', ".jsonl")
    assert (first.origin.marks, second.origin.marks, second.origin.line) == ((Mark(0, 1, 12),), (Mark(0, 2, 20),), 2)


@pytest.mark.parametrize("tree", ['{"a":' * 300 + '["а"]' + "}" * 300, "[" * 900 + '"а"' + "]" * 900])
def test_deep_trees_are_told(tree: str) -> None:
    ((_, message),) = [(i.place, i.message) for i in items(tree) if isinstance(i, Problem)]
    assert "вложенность" in message
    assert isinstance(items(tree, reading=Reading(paths=("$..a..a..a", "$..b")))[0], Problem)


def test_large_trees_take_linear_time() -> None:
    start = time.monotonic()
    assert len(records(json.dumps({"a": [{"text": f"Ответ {n}"} for n in range(20_000)]}, ensure_ascii=False))) == 20_000
    assert len(records(json.dumps(["Да \\ \n " * 20] * 2_000))) == 2_000
    assert time.monotonic() - start < 20
