"""Offsets → lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.lines import Lines


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("аб\nв", 2, (1, 3)),
        ("аб\nв", 3, (2, 1)),
        ("аб\r\nв", 4, (2, 1)),
        ("аб\r\nв", 3, (1, 4)),
        ("а\rб\r\rв", 4, (3, 1)),
        ("а\rб\r\rв", 5, (4, 1)),
        ("а\n", 2, (2, 1)),
        ("🎉й\u0306 а", 4, (1, 5)),
        ("а\u2028\x0bб", 3, (1, 4)),
    ],
)
def test_position(text, offset, place):
    assert Lines(text).position(offset) == place


def test_utf16_column_counts_pairs_from_the_line_start():
    assert Lines("🎉\n🎉🎉а").utf16_column(4) == 5


def test_line_text_has_no_line_end():
    lines = Lines("а\r\nб\rв\n")
    assert [lines.line_text(number) for number in range(1, len(lines) + 1)] == ["а", "б", "в", ""]


@given(st.text(alphabet="а🎉\r\n "), st.data())
def test_position_and_start_agree(text, data):
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text)
    line, column = lines.position(offset)
    assert lines.line_start(line) + column - 1 == offset
    assert lines.utf16_column(offset) == len(text[lines.line_start(line) : offset].encode("utf-16-le")) // 2 + 1
