"""Exercise files are read strictly; every fault has its line and the nearest name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from replylint import load_rulebook, yamltext
from replylint.errors import InputFault, RuleFault
from replylint.trainer.exercise import load
from replylint.trainer.schema import schema

BOOK = load_rulebook()
SETS = Path(__file__).parent / "sets"
ROOT = Path(__file__).parents[2]
HEAD = "title: Набор\nexercises:\n"
ONE = "  - id: a\n    title: Раз\n    customer_message: Где заказ?\n    model: Едет.\n"


def load_text(tmp_path: Path, text: str) -> Any:
    file = tmp_path / "set.yaml"
    file.write_text(text, encoding="utf-8")
    return load([str(file)], BOOK, cache=False)


def test_a_set_says_what_its_file_says() -> None:
    course = load([str(SETS)], BOOK)
    first, second, third = course.exercises
    assert (first.id, first.channel, first.passing.least, len(first.must), len(first.hints)) == ("sweater", "public", 75, 2, 2)
    assert (second.rating, second.passing.scale, second.passing.least, second.deadline) == (1, "five", 75, "2026-03-14")
    assert (third.ignore, third.severity, third.passing.scale) == (("dialogue",), {"customer-name-missing": "info"}, "pass-fail")
    record = second.record("Привет")
    assert (record.reply, record.rating, record.mood, record.customer_name) == ("Привет", 1, "angry", "Иван Петров")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (HEAD + ONE + "    musst: x\n", 7, "«must»"),
        (HEAD + ONE + "    must:\n      - wat: x\n        phrases: слово\n", 8, "«what»"),
        (HEAD + ONE + "    must:\n      - what: x\n", 8, "phrases"),
        (HEAD + ONE + "    must:\n      - what: x\n        phrases: (слово\n", 9, ""),
        (HEAD + ONE + "    must:\n      - what: x\n        phrases: '@tima'\n", 9, "time"),
        (HEAD + ONE + "    pass: 7\n    scale: five\n", 7, "от 2 до 5"),
        (HEAD + ONE + "    pass: 175\n", 7, "от 1 до 100"),
        (HEAD + ONE + "    scale: fife\n", 7, "«five»"),
        (HEAD + ONE + "    deadline: завтра\n", 7, "2026-03-14"),
        (HEAD + ONE + "    mood: angri\n", 7, "«angry»"),
        (HEAD + ONE + "    rating: 7\n", 7, "rating"),
        (HEAD + ONE + "    rules:\n      ignore: [greting-missing]\n", 8, "«greeting-missing»"),
        (HEAD + ONE + "    rules:\n      severity:\n        greeting-missing: huge\n", 9, "есть"),
        (HEAD + ONE + ONE, 7, "уже есть"),
        (HEAD + ONE.replace("id: a", "id: a/b"), 3, "«id»"),
        (HEAD + ONE.replace("    model: Едет.\n", ""), 3, "образцовый ответ"),
        (HEAD + ONE.replace("    customer_message: Где заказ?\n", ""), 3, "customer_message"),
        (HEAD + "  []\n", 2, "нет упражнений"),
        ("title: x\n", 1, "exercises"),
        ("title: x\nlevel: 9\n" + HEAD.split("\n")[1] + "\n" + ONE, 2, "есть 1, 2, 3"),
        ("- x\n", 1, "ключи и значения"),
        ("title: [\n", 2, ""),
    ],
)
def test_faults_have_a_line_and_a_hint(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(RuleFault) as fault:
        load_text(tmp_path, text)
    assert fault.value.line == line
    assert words in str(fault.value)
    assert fault.value.path.endswith("set.yaml")


def test_a_folder_without_sets_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.yaml"):
        with pytest.raises(InputFault):
            load([str(path)], BOOK)


def test_sets_stand_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("order: 2\n" + HEAD + ONE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("order: 1\n" + HEAD + ONE.replace("id: a", "id: b"), encoding="utf-8")
    assert [exercise.id for exercise in load([str(tmp_path)], BOOK, cache=False).exercises] == ["b", "a"]


def typed(tree: Any) -> Any:
    """The texts of our YAML as a YAML editor types them."""
    if isinstance(tree, dict):
        return {key: typed(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [typed(item) for item in tree]
    return int(tree) if tree.isdigit() else tree


@pytest.mark.parametrize("path", [*SETS.glob("*.yaml"), *(ROOT / "examples" / "exercises").glob("*.yaml")], ids=lambda path: path.name)
def test_sets_follow_the_schema(path: Path) -> None:
    tree = typed(yamltext.plain(yamltext.read(path.read_text(encoding="utf-8"), path.name, RuleFault)))
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(tree, schema())
    assert not jsonschema.Draft202012Validator(schema()).is_valid({**tree, "odd": 1})
