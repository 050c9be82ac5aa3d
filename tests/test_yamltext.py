"""YAML as text: nothing is converted, nothing is lost silently, every fault has its line and a hint."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from replylint import yamltext
from replylint.errors import ConfigFault, ReplylintError, RuleFault
from replylint.yamltext import Mapping, Scalar, Sequence, nearest, plain, read, read_all, text_hint

RULES = sorted((Path(__file__).parent.parent / "rules").rglob("*.yaml"))


@pytest.fixture(params=["C", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Both readers of PyYAML must say the same."""
    if request.param == "python":
        monkeypatch.setattr(yamltext, "_LOADER", yaml.SafeLoader)
    return iter((str(request.param),))


def fault_of(text: str, lang: str = "ru") -> ReplylintError:
    with pytest.raises(RuleFault) as caught:
        read(text, "rule.yaml", RuleFault, lang)  # type: ignore[arg-type]  # "ru" or "en"
    return caught.value


@pytest.mark.parametrize(
    "value", ["12:30", "нет", "no", "да", "010", "1e3", "~", "null", "2026-01-01", "0x1F", "1_000", "=", "<<", "100 %"]
)
def test_every_scalar_stays_text(value: str) -> None:
    assert plain(read(f"a: {value}\nb: [{value}]", "f", RuleFault)) == {"a": value, "b": [value]}


def test_nodes_know_their_places() -> None:
    node = read("ключ: да\nсписок:\n  - один\n  - [два]\nблок: |\n\n  строка\nтут: 'x'\n", "f", RuleFault)
    assert isinstance(node, Mapping)
    assert node.key_lines == {"ключ": 1, "список": 2, "блок": 5, "тут": 8}
    assert node.entries["ключ"] == Scalar("да", 1, 7, 1, bare=True, start=6, end=8)
    assert node.entries["блок"] == Scalar("\nстрока\n", 5, 7, 6, start=42, end=54)
    assert node.entries["тут"] == Scalar("x", 8, 6, 8, start=59, end=62)
    items = node.entries["список"]
    assert isinstance(items, Sequence)
    assert (items.items[0].line, items.items[0].column, items.flow) == (3, 5, False)
    assert items.items[1].flow  # type: ignore[union-attr]  # a list


def test_columns_count_code_points_and_a_byte_order_mark_does_not_count() -> None:
    node = read("\ufeff😀: 👍 \n", "f", RuleFault)
    assert isinstance(node, Mapping)
    assert node.entries["😀"][:5] == Scalar("👍", 1, 4, 1, bare=True)[:5]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\nb: 2\na: 3", "3:1", "ключ «a» повторяется: первый раз в строке 1"),
        ("- *word", "1:3", "якоря и ссылки"),
        ("- &word x", "1:3", "якоря и ссылки"),
        ("- !word x", "1:3", "теги"),
        ("- ! x", "1:3", "теги"),
        ("- *слово", "", "со знака «*»"),
        ("- &слово x", "", "со знака «&»"),
        ("- !слово x", "", "со знака «!»"),
        ("- [самое] главное", "1:11", "со знака «[»: возьмите текст в кавычки"),
        ("- {имя}, добрый день", "1:8", "со знака «{»"),
        ("find:\n  - @time", "2:5", "со знака «@»"),
        ("- `слово`", "1:3", "со знака «`»"),
        ("- %x%", "1:3", "со знака «%»"),
        ("- Ответ: да: нет", "1:12", "внутри текста есть «: »"),
        ("text: Добрый день: рады", "1:18", "внутри текста есть «: »"),
        ('- "Привет" всем', "1:12", "кавычки должны охватывать весь текст"),
        ("a: 'не закрыто\nb: 1\n", "1:4", "кавычка не закрыта"),
        ("a: [не, закрыто\nb: 1\n", "", "«[»"),
        ("a:\n\tb: 1", "2:1", "пробелами, а не табуляцией"),
        ("a: - b", "1:4", "список начинают с новой строки"),
        ("- a\nb: 1", "2:1", "отступ не подходит"),
        ("a: |\n  x\ny", "3:1", "после ключа нужно"),
        ("a: x\x07", "1:5", "недопустимый знак U+0007"),
        ("a: \x00", "1:4", "недопустимый знак U+0000"),
        ("a: \ud800", "1:4", "недопустимый знак U+D800"),
        ("? [a]\n: b", "1:3", "ключ должен быть словом"),
        ("", "1", "файл пуст"),
        ("# только примечание\n", "1", "файл пуст"),
        ("a: 1\n---\nb: 2", "3", "второй документ"),
    ],
)
def test_faults_are_told_with_place_and_hint(text: str, place: str, words: str) -> None:
    fault = fault_of(text)
    assert words in str(fault)
    assert fault.path == "rule.yaml"
    if place:
        assert fault.place == f"rule.yaml:{place}"


@pytest.mark.parametrize(
    ("text", "lost", "line"),
    [
        ("- заказ #123", "#123", 1),
        ("a: 1\nb: заказ #123", "#123", 2),
        ("тег: #скидка", "#скидка", 1),
        ("- #5", "#5", 1),
        ("- заказ # 123", "# 123", 1),
        ("a: {b: c #d\n}", "#d", 1),
        ("a: один\n  два #три", "#три", 2),
    ],
)
def test_text_cut_by_a_comment_is_told(text: str, lost: str, line: int) -> None:
    fault = fault_of(text)
    assert f"«{lost}» пропадёт" in fault.message
    assert "кавычки" in fault.hint
    assert fault.line == line


@pytest.mark.parametrize(
    "text", ["a: x # примечание", "a: x#1", "a: 'заказ #1' #да", "a: |\n  заказ #1\n", "a: # примечание\n  - x", "# всё\na: x"]
)
def test_comments_and_quoted_signs_pass(text: str) -> None:
    assert list(plain(read(text, "f", RuleFault))) == ["a"]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 5000, "- " * 80 + "x"])
def test_deep_nesting_is_a_fault_and_takes_no_time(text: str) -> None:
    start = time.monotonic()
    assert fault_of(text).message
    assert time.monotonic() - start < 1


def test_faults_speak_english_and_are_of_the_callers_class() -> None:
    assert str(fault_of("- заказ #1", "en")).startswith("rule.yaml:1:8: “#1” is lost")
    with pytest.raises(ConfigFault):
        read("a: 1\na: 2", "f", ConfigFault)


def test_several_documents() -> None:
    assert [plain(node) for node in read_all("---\na: 1\n---\n- b\n---\n", "f", RuleFault)] == [{"a": "1"}, ["b"]]
    assert read_all("# пусто\n", "f", RuleFault) == ()


def test_why_a_node_is_no_text() -> None:
    node = read("- [слово]\n- {имя}\n- Да: нет\n- слово\n-\n  - x", "f", RuleFault)
    assert isinstance(node, Sequence)
    hints = [text_hint(item)[0] for item in node.items]
    assert "«[»" in hints[0]
    assert "«{»" in hints[1]
    assert "«: »" in hints[2]
    assert hints[3] == ""
    assert "«-»" in hints[4]


@pytest.mark.parametrize(
    ("name", "near"),
    [("bda", "bad"), ("Bad", "bad"), ("fail_on", "fail-on"), ("raiting", "rating"), ("совсем другое", ""), ("x" * 100_000, "")],
)
def test_nearest_name(name: str, near: str) -> None:
    assert nearest(name, ["bad", "good", "fail-on", "rating"]) == near


@pytest.mark.parametrize("path", RULES, ids=lambda p: p.stem)
def test_rule_files_read_the_same_as_yaml_itself_reads_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert plain(read(text, path.name, RuleFault)) == yaml.load(text, Loader=yaml.BaseLoader)


@given(st.text(alphabet="аb -:#[]{}&*!|>'\"%@`\n\t,?", max_size=40))
def test_any_text_is_read_or_told(text: str) -> None:
    try:
        nodes = read_all(text, "f", RuleFault)
    except RuleFault as fault:
        assert fault.line
    else:
        for node in nodes:
            plain(node)
