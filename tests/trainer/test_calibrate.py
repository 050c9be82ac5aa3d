"""Agreement is what its formulas say; a proposal is never worse than the points there are."""

from __future__ import annotations

import csv
import itertools
import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint import Options
from replylint.errors import InputFault
from replylint.sources import Reading
from replylint.trainer.agreement import kappa, tau, within
from replylint.trainer.calibrate import Calibration, calibrated, read
from replylint.trainer.outputs.calibration import text, tree
from replylint.trainer.proposal import proposed
from tests.trainer.desk import BOOK, LATE, SWEATER

PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), min_size=2, max_size=40)


@given(PAIRS)
def test_tau_is_that_of_all_pairs(pairs: list[tuple[int, int]]) -> None:
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    signs = [((a[0] > b[0]) - (a[0] < b[0]), (a[1] > b[1]) - (a[1] < b[1])) for a, b in itertools.combinations(pairs, 2)]
    below = math.sqrt(sum(x != 0 for x, _ in signs) * sum(y != 0 for _, y in signs))
    found = tau(xs, ys)
    assert (found is None) == (below == 0)
    if found is not None:
        assert found == pytest.approx(sum(x * y for x, y in signs) / below)


def test_kappa_and_within() -> None:
    assert kappa([0, 1, 2, 3], [0, 1, 2, 3], 4) == 1
    assert kappa([0, 0, 3, 3], [3, 3, 0, 0], 4) == pytest.approx(-1)
    assert kappa([0, 1, 2, 3, 1], [0, 2, 2, 3, 0], 4) == pytest.approx(1 - 2 / 12.4)  # apart 2, by chance 62 / 5
    assert kappa([1, 1], [1, 1], 4) is None
    assert within([50, 60, 70], [60, 60, 81]) == pytest.approx(2 / 3)
    assert within([], []) is None


def calibration(path: Path, rows: list[list[object]]) -> Calibration:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return calibrated(read(str(path), Reading()), BOOK, Options())


ROWS: list[list[object]] = [
    ["Ответ", "Оценка", "customer_name", "contact", "Тон и эмпатия"],
    [SWEATER, 95, "Ольга", 100, 90],
    ["Обязательно разберёмся!", 20, "Ольга", 30, 20],
    [LATE, 90, "Иван", 95, 90],
    ["Да", 40, "Иван", 20, 50],
    ["Свитер 3900.", 130, "Иван", 20, 50],
    ["", 50, "Иван", 20, 50],
]


def test_a_table_of_human_marks(tmp_path: Path) -> None:
    found = calibration(tmp_path / "h.csv", ROWS)
    assert found.agreement.replies == 4
    assert found.agreement.tau is not None
    assert found.agreement.tau > 0.5
    assert set(found.categories) == {"contact", "tone"}
    assert [problem.place for problem in found.problems] == ["row 6", "row 7"]
    wanted = proposed(found.judged, BOOK.policy)
    assert not wanted.enough
    for lang in ("ru", "en"):
        shown = text(found, wanted, "en" if lang == "en" else "ru")
        assert max(map(len, shown.splitlines())) <= 100
    assert json.loads(tree(found, wanted))["version"] == 1
    assert tree(found, wanted) == tree(calibration(tmp_path / "h.csv", ROWS), wanted)


def test_marks_of_five_are_bands(tmp_path: Path) -> None:
    found = calibration(
        tmp_path / "h.csv", [["reply", "score", "customer_name"], [SWEATER, 5, "Ольга"], ["Обязательно разберёмся!", 2, "Ольга"]]
    )
    assert [one.human for one in found.judged] == [95, 40]


def test_a_proposal_is_not_worse_and_changes_nothing_by_itself(tmp_path: Path) -> None:
    rows = [["reply", "score", "customer_name"]]
    rows += [[f"Ольга, мы обязательно разберёмся с заказом {n}.", str(84 + n % 5), "Ольга"] for n in range(30)]
    rows += [[f"{SWEATER} Номер {n}.", str(90 + n % 10), "Ольга"] for n in range(30)]
    found = calibration(tmp_path / "h.csv", [list(row) for row in rows])
    before = dict(BOOK.policy.points)
    wanted = proposed(found.judged, BOOK.policy)
    assert wanted.enough
    assert wanted.points or wanted.severities
    assert (wanted.agreement.within_10 or 0) >= (found.agreement.within_10 or 0)
    assert dict(BOOK.policy.points) == before
    assert "points:" in text(found, wanted, "ru") or "severity:" in text(found, wanted, "ru")


@pytest.mark.parametrize("rows", [[["a", "b"], ["x", 1]], [["reply", "b"], ["x", 1]], [["reply", "score"], [SWEATER, 90]], []])
def test_what_cannot_be_compared_is_told(tmp_path: Path, rows: list[list[object]]) -> None:
    with pytest.raises(InputFault):
        calibration(tmp_path / "h.csv", rows)
    with pytest.raises(InputFault):
        read(str(tmp_path / "h.txt"), Reading())
