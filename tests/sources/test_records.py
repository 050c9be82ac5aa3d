"""Records of JSON, JSON lines and YAML; the values of their keys."""

from __future__ import annotations

import json
from typing import Any

import pytest

from replylint.model import Message, Problem, Record
from replylint.sources import Reading, read_bytes

READING = Reading()


def items(text: str, suffix: str, reading: Reading = READING) -> list[Record | Problem]:
    return list(read_bytes(text.encode("utf-8", "surrogatepass"), f"a{suffix}", suffix, reading))


def told(text: str, suffix: str, reading: Reading = READING) -> list[tuple[str, str]]:
    """Place and reply, or place and "!message"."""
    found = items(text, suffix, reading)
    return [(i.origin.place, i.reply) if isinstance(i, Record) else (i.place, f"!{i.message}") for i in found]


def one(values: dict[str, Any], reading: Reading = READING) -> Record:
    (found,) = items(json.dumps({"reply": "Да", **values}), ".json", reading)
    assert isinstance(found, Record), found
    return found


def fault(values: dict[str, Any]) -> str:
    (found,) = items(json.dumps({"reply": "Да", **values}), ".json")
    assert isinstance(found, Problem), found
    return found.message


def test_a_bad_line_is_told_and_the_others_are_checked() -> None:
    found = told('\ufeff{"reply": "а"}\r\n\r\n{"reply": "б",}\n{broken\n"в"\n5\n[1]\nnull\n{"reply": "г"}', ".jsonl")
    assert [place for place, _ in found] == ["line 1", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9"]
    assert [text[0] for _, text in found] == ["а", "!", "!", "в", "5", "!", "!", "г"]
    assert "ключ пишут в двойных кавычках" in found[1][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"reply": "а"}', [("", "а")]),
        ('[{"reply": "а"}, "б", 5, {"reply": "👍"}]', [("$[0]", "а"), ("$[1]", "б"), ("$[2]", "5"), ("$[3]", "👍")]),
        ('{"records": [{"reply": "а"}]}', [("$.records[0]", "а")]),
        ('{"brand": "Ромашка", "library": ["а", "б"]}', [("$.library[0]", "а"), ("$.library[1]", "б")]),
        ('[{"reply": "а\\r\\nб "}]', [("$[0]", "а\r\nб ")]),
    ],
)
def test_shapes_of_json(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, ".json") == expected


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("{", "line 1", "не JSON"),
        ('[{"reply": "а"}\n{"reply": "б"}]', "line 2", "пропущена запятая"),
        ('{"reply": "а\nб"}', "line 1", "как \\n"),
        ('{"reply": "а"}\n{"reply": "б"}', "line 2", "назовите файл .jsonl"),
        ("", "line 1", "не JSON"),
        ("[]", "", "нет записей"),
        ("5" * 5000, "", "слишком длинное число"),
        ("[" * 200_000, "", "вложенность"),
        ('{"a": ' * 200_000, "", "вложенность"),
        ("true", "", "не объект"),
        ("[[]]", "$[0]", "не объект"),
        ('{"a": [1], "b": [2]}', "", "нет ключа «reply»"),
        ('{"history": [{"author": "agent", "text": "а"}]}', "", "нет ключа «reply»"),
        ('{"reply": {"а": "б"}}', "", "reply — не текст"),
        ('{"reply": true}', "", "reply — не текст"),
        ('{"reply": null}', "", "ответ пуст"),
        ('{"reply": "\\u0000"}', "", "нулевые байты"),
        ('{"reply": "\\ud83d"}', "", "половина знака"),
    ],
)
def test_wrong_json_is_told(text: str, place: str, words: str) -> None:
    ((found, message),) = told(text, ".json")
    assert message.startswith("!")
    assert words in message
    assert found == place


def test_a_missing_reply_names_the_key_that_may_hold_it() -> None:
    assert '--column reply="Текст ответа"' in told('{"id": 1, "Текст ответа": "а"}', ".json")[0][1]
    reading = Reading(columns={"reply": "Текст ответа"})
    assert told('{"id": 1, "Текст ответа": "а"}', ".json", reading) == [("", "а")]
    assert told('["а"]', ".json", reading) == [("$[0]", "а")]


def test_problems_speak_english() -> None:
    reading = Reading(lang="en")
    for text in ("{", "[]", "true", '{"reply": ""}', '{"reply": 1, "rating": 9}', '{"a": 1}', '{"reply": 1, "history": 5}', "[" * 200_000):
        message = told(text, ".json", reading)[0][1]
        assert message.replace("“", "").replace("”", "").isascii(), message


@pytest.mark.parametrize("value", ["5", 5, 5.0, "5,0", " 5 ", "5.0"])
def test_ratings(value: object) -> None:
    assert one({"rating": value}).rating == 5


@pytest.mark.parametrize("value", [0, 6, 4.5, "пять", True, [5], "nan", "1e999", {}])
def test_wrong_ratings_are_told(value: object) -> None:
    assert "rating: нужно число от 1 до 5" in fault({"rating": value})


@pytest.mark.parametrize("key", ["rating", "mood", "history", "customer_name", "id", "channel"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_nothing_is_unknown(key: str, value: object) -> None:
    found = one({key: value})
    assert found == Record("Да", origin=found.origin)


def test_words_of_a_set() -> None:
    found = one({"channel": "Public", "stage": "in-progress", "fault": "none", "register": " vy "})
    assert (found.channel, found.stage, found.fault, found.register) == ("public", "in-progress", "none", "vy")
    assert fault({"mood": "angri"}) == "mood: нет такого значения «angri»; может быть, «angry»?"
    assert "question, price" in fault({"intent": "щщщ"})
    assert "не текст" in fault({"mood": ["angry"]})


def test_history() -> None:
    found = one({"history": [{"author": "customer", "text": "Где?", "at": None, "more": 1}, {"author": "agent", "text": None}]})
    assert found.history == (Message("customer", "Где?"), Message("agent", ""))
    assert one({"history": '[{"author": "agent", "text": "а"}]'}).history == (Message("agent", "а"),)
    assert one({"history": []}).history == ()
    for wrong in ("текст", 5, ["а"], {"author": "agent"}, [{"author": "bot"}], [{"author": ["agent"]}], "[" * 100_000):
        assert fault({"history": wrong}).startswith("history")


def test_texts_of_other_keys() -> None:
    found = one({"id": 7, "customer_name": " Иван ", "customer_message": " как есть\r\n", "brand": 5})
    assert (found.id, found.customer_name, found.customer_message, found.brand) == ("7", "Иван", " как есть\r\n", "5")
    assert "customer_name — не текст" in fault({"customer_name": {"a": 1}})


def test_an_unknown_key_is_kept_by_name_and_an_absent_id_stays_empty() -> None:
    found = one({"labels": [1], "Оценка": 5, "rating": 1}, Reading(columns={"rating": "Оценка"}))
    assert (found.rating, found.ignored, found.id) == (5, ("labels", "rating"), "")


def test_yaml_is_text() -> None:
    text = "- reply: 12:30\n  rating: 5\n  id: 010\n  mood: null\n  stage: ~\n  platform: 'null'\n- reply: |\n    нет\n    заказ #5\n- просто ответ\n"
    first, second, third = items(text, ".yaml")
    assert isinstance(first, Record)
    assert (first.reply, first.rating, first.id, first.mood, first.stage, first.platform) == ("12:30", 5, "010", "", "", "null")
    assert isinstance(second, Record)
    assert second.reply == "нет\nзаказ #5\n"
    assert isinstance(third, Record)
    assert third.origin.place == "$[2]"


def test_documents_of_yaml_are_records() -> None:
    assert told("reply: а\n---\nreply: б\n", ".yml") == [("$[0]", "а"), ("$[1]", "б")]
    assert told("reply: а\n", ".yml") == [("", "а")]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "", "нет записей"),
        ("reply: [а, б", "line 1", "«[»"),
        ("- reply: заказ #5", "line 1", "«#5» пропадёт"),
        ("reply: а\nreply: б", "line 2", "повторяется"),
        ("- " * 50_000, "line 1", "вложенность"),
        ("reply: &a б", "line 1", "якоря"),
        ("reply: а\x07", "line 1", "U+0007"),
        ("reply:", "", "ответ пуст"),
    ],
)
def test_wrong_yaml_is_told(text: str, place: str, words: str) -> None:
    ((found, message),) = told(text, ".yaml")
    assert words in message
    assert found == place
