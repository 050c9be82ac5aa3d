"""Real template libraries, where they are at hand: every template is read, nothing else is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from replylint.model import Record
from replylint.sources import Reading, read

FOLDER = Path(__file__).parents[3] / "shared/eval/templates"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the template libraries are not at hand")


def replies(name: str, reading: Reading) -> list[Record]:
    found = list(read([str(FOLDER / name)], reading))
    assert all(isinstance(item, Record) for item in found)
    return [item for item in found if isinstance(item, Record)]


def test_fragments_in_six_parts() -> None:
    found = replies("ozon_fragments.json", Reading(templates=True))
    # Some stand twice in their list.
    assert (len(found), len({item.reply for item in found})) == (54, 50)
    assert set(Counter(item.part for item in found)) == {"greetings", "thanks", "main_text", "recommendation", "instruction", "goodbye"}
    assert all(item.origin.place.startswith(f"$.{item.part}[") and item.origin.line > 1 for item in found)


@pytest.mark.parametrize(
    ("name", "column", "rows", "different"),
    [("bank_faq.xlsx", "Шаблонный ответ", 201, 200), ("video_service_kb.xlsx", "Ответ из БЗ", 326, 290)],
)
def test_spreadsheets(name: str, column: str, rows: int, different: int) -> None:
    found = replies(name, Reading(columns={"reply": column}, templates=True))
    assert len(found) == rows
    assert len({item.reply for item in found}) == different
    assert len({item.origin.place for item in found}) == rows


def test_templates_of_seven_sellers() -> None:
    found = replies("other_templates.jsonl", Reading(columns={"reply": "template"}, templates=True))
    assert len(found) == len({item.id for item in found}) == 65
