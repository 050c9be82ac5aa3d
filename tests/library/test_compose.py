"""Fragments: which replies they make, and whose fault a finding is."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.cli.judging import Judging
from replylint.engine import Options
from replylint.library.compose import Assembly, composed
from replylint.library.setup import Setup
from replylint.model import Origin, Record, Report
from replylint.overrides import Compose
from replylint.rulebook import load

BOOK = load()
HOW = Compose(("*.json",), ("greetings", "body", "goodbye"))


def fragments(**parts: list[str]) -> list[Record]:
    return [
        Record(text, origin=Origin("f.json", f"$.{part}[{n}]"), part=part) for part, texts in parts.items() for n, text in enumerate(texts)
    ]


def assembly(how: Compose, **parts: list[str]) -> Assembly:
    (found,) = composed(fragments(**parts), [how], "ru").assemblies
    return found


@cache
def judged(how: Compose, parts: tuple[tuple[str, tuple[str, ...]], ...]) -> Report:
    records = fragments(**{name: list(texts) for name, texts in parts})
    setup = Setup(Options(ignore=("library",))).found(records, (), BOOK)
    return Judging(BOOK, setup).library(records, [how], 1)


def rules(report: Report) -> dict[str, list[str]]:
    return {checked.record.origin.place: [finding.rule for finding in checked.findings] for checked in report.checked}


def test_every_combination_is_made() -> None:
    found = assembly(HOW._replace(optional=("goodbye",), join="\n"), greetings=["А", "Б"], body=["в", "г"], goodbye=["Д"])
    texts = [one.record.reply for one in found.combinations()]
    assert texts == ["А\nв\nД", "А\nв", "А\nг\nД", "А\nг", "Б\nв\nД", "Б\nв", "Б\nг\nД", "Б\nг"]
    one = found.combinations()[0]
    assert [one.record.reply[slice(*span)] for span in one.spans if span] == ["А", "в", "Д"]


@given(st.integers(1, 40), st.lists(st.integers(1, 7), min_size=3, max_size=3), st.integers(0, 9))
def test_a_sample_is_fair_and_seeded(limit: int, sizes: list[int], seed: int) -> None:
    how = HOW._replace(limit=limit, seed=seed)
    parts = {part: [f"{part}{n}" for n in range(size)] for part, size in zip(how.parts, sizes, strict=True)}
    found = assembly(how, **parts)
    members = [one.members for one in found.combinations()]
    assert members == [one.members for one in assembly(how, **parts).combinations()]
    assert {member for row in members for member in row} == set(range(sum(sizes))), "every fragment is judged"
    if len(list(found._sample())) < sizes[0] * sizes[1] * sizes[2]:
        for part in zip(*found._sample(), strict=True):
            counts = Counter(part)
            assert max(counts.values()) - min(counts.values()) <= 1


GREETINGS = ("Здравствуйте!", "Добрый день!")
BODY = ("Заказ уже едет к вам, курьер позвонит сегодня до шести.", "Осуществим возврат сегодня до шести, деньги придут на карту.")
GOODBYE = ("Хорошего вам дня!",)


def test_a_finding_is_the_fragments_whose_words_it_marks() -> None:
    report = judged(HOW, (("greetings", GREETINGS), ("body", BODY), ("goodbye", GOODBYE)))
    assert len(report.checked) == 5
    found = rules(report)
    assert "officialese-phrase" in found["$.body[1]"]
    assert all("officialese-phrase" not in names for place, names in found.items() if place != "$.body[1]")
    (checked,) = [one for one in report.checked if one.record.origin.place == "$.body[1]"]
    (finding,) = [one for one in checked.findings if one.rule == "officialese-phrase"]
    assert checked.record.reply[slice(*finding.span)] == "Осуществим возврат"
    assert checked.score is not None
    assert sum(checked.score.losses) == 100 - checked.score.value


def test_what_is_missing_is_blamed_on_those_in_whose_combinations_it_is() -> None:
    found = rules(judged(HOW, (("greetings", (*GREETINGS, "Команда «Берега» на связи.")), ("body", BODY), ("goodbye", GOODBYE))))
    assert [place for place, names in found.items() if "greeting-missing" in names] == ["$.greetings[2]"]


def test_what_all_lack_is_told_once_of_the_library() -> None:
    report = judged(HOW, (("greetings", ("Рады слышать.", "Мы на связи.")), ("body", BODY), ("goodbye", GOODBYE)))
    assert all("greeting-missing" not in names for names in rules(report).values())
    assert [finding.rule for finding in report.library].count("greeting-missing") == 1


def test_a_part_left_out_is_blamed_on_the_library() -> None:
    report = judged(HOW._replace(optional=("greetings",)), (("greetings", GREETINGS), ("body", BODY), ("goodbye", GOODBYE)))
    (finding,) = [finding for finding in report.library if finding.rule == "greeting-missing"]
    assert "«greetings»: –" in finding.message
    assert all("greeting-missing" not in names for names in rules(report).values())


def test_a_fragment_is_not_judged_alone_and_others_are() -> None:
    records = [*fragments(greetings=["Да"], body=["Нет"], goodbye=["Ура"], other=["Прочее"]), Record("Ответ", origin=Origin("a.md"))]
    found = composed(records, [HOW], "ru")
    assert [record.reply for record in found.alone] == ["Прочее", "Ответ"]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_part_without_fragments_is_a_problem(lang: str) -> None:
    found = composed(fragments(greetings=["Да"], body=["Нет"]), [HOW], lang)  # type: ignore[arg-type]  # "ru" or "en"
    assert found.assemblies == ()
    assert "goodbye" in found.problems[0].message
