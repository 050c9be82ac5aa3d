"""Look-alikes: the index against all pairs, and what the library rules say."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from replylint.engine import Options
from replylint.library.candidates import alike, pairs
from replylint.library.differences import differences
from replylint.library.overview import Overview, Wanted
from replylint.library.setup import Setup
from replylint.model import LibraryFinding, Origin, Record
from replylint.rulebook import load
from tests.library.corpus import templates

BOOK = load()
ROWS = st.lists(st.text("абвгдежз", max_size=9), max_size=12)


@given(ROWS, st.sampled_from([0.6, 0.8]))
def test_the_index_finds_what_all_pairs_find(rows: list[str], floor: float) -> None:
    naive = [
        (a, b)
        for a, b in combinations(range(len(rows)), 2)
        if rows[a] and rows[b] and Indel.normalized_similarity(rows[a], rows[b]) > floor
    ]
    assert [(a, b) for a, b, _ in alike(rows, floor) if rows[a] and rows[b]] == naive


def test_the_index_compares_few_pairs() -> None:
    counts = [len(pairs([_row(record.reply) for record in templates(size)], 0.8)) for size in (500, 1000, 2000)]
    assert counts[2] < 2.6 * counts[1]
    assert counts[2] < 2000 * 2000 // 2 // 8


def _row(text: str) -> str:
    return "".join(chr(hash(word) % 0xD000 + 1) for word in text.split())


def findings(*texts: str | Record, options: Options | None = None, wanted: Wanted | None = None, **slots: str) -> list[LibraryFinding]:
    records = [text if isinstance(text, Record) else Record(text, origin=Origin("a.jsonl", f"row {n}")) for n, text in enumerate(texts, 1)]
    setup = Setup(options or Options(), slots=slots).found(records, (), BOOK)
    rules = {rule.id: rule for rule in BOOK.rules}
    view = Overview(rules, setup.options, setup.styles, setup.samples(BOOK), BOOK.names.calls, wanted or Wanted())
    return list(view.findings(records))


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules if "library_bad" in rule.spec], ids=lambda rule: rule.id)
def test_examples_of_the_library_rules(rule: object) -> None:
    spec, name = rule.spec, rule.id  # type: ignore[attr-defined]  # a Rule
    assert name in [finding.rule for finding in findings(*spec["library_bad"])]
    assert name not in [finding.rule for finding in findings(*spec["library_good"])]


def test_a_family_tells_what_differs() -> None:
    (family,) = findings(
        "Спасибо за тёплые слова, {name}! Рады, что куртка вам подошла. Ждём вас снова.",
        "Спасибо за добрые слова, {name}! Рады, что куртка вам подошла. Ждём вас снова.",
        "Совсем другой ответ: деньги вернутся на карту до пятницы, чек не нужен.",
        name="Ольга",
    )
    assert (family.rule, family.severity) == ("template-variants-too-similar", "major")
    assert [place.origin.place for place in family.places] == ["row 1", "row 2"]
    assert family.suggestion == "2 ↔ 1: тёплые → добрые"
    assert "Кончаются одинаково: «Ждём вас снова.»" in family.message


def test_slots_numbers_and_names_make_no_variant() -> None:
    (same,) = findings("Заказ {a} у курьера, он позвонит Ольге за час.", "Заказ 512 у курьера, он позвонит Ольге за час.", a="1")
    assert (same.rule, same.severity) == ("duplicate-reply", "minor")


def test_within_a_situation_less_is_too_similar() -> None:
    texts = (
        "Спасибо за отзыв! Рады, что куртка греет и хорошо сидит. Приходите за шапкой.",
        "Спасибо за отзыв! Рады, что сапоги удобные и хорошо сидят. Приходите за шарфом и перчатками.",
    )
    assert [f.rule for f in findings(*texts)] == []
    told = findings(*(Record(text, intent="praise", origin=Origin("a", str(n))) for n, text in enumerate(texts)), wanted=Wanted(2))
    assert [(f.rule, f.severity) for f in told] == [("template-variants-too-similar", "minor")]


def test_variants_and_situations_are_counted() -> None:
    record = Record("Деньги вернутся на карту до пятницы, чек не нужен.", intent="complaint", fault="ours")
    found = findings(record, wanted=Wanted(3, ("complaint ours", "price", "praise")))
    assert [f.rule for f in found] == ["template-variants-too-few", "template-coverage-gap", "template-coverage-gap"]
    assert "complaint, ours" in found[0].message
    assert found[1].severity == "info"


def test_a_library_that_declares_no_slots_gets_one_finding() -> None:
    (found,) = findings("Здравствуйте, {name}! Ваш заказ {order} уже едет.", "Добрый вечер, {name}, привезём в пятницу.")
    assert (found.rule, found.severity) == ("template-slot-undeclared", "minor")
    assert ("name, order" in found.message, found.suggestion) == (True, "name ×2, order ×1")
    (unused,) = findings("Здравствуйте, {name}! Ваш заказ уже едет.", name="Ольга", nmae="Ольга")
    assert (unused.severity, "nmae" in unused.message) == ("info", True)


def test_english_and_severities_of_the_house() -> None:
    options = Options(lang="en", severities={"duplicate-reply": "critical"})
    (same,) = findings(*["Заказ 511 у курьера, он позвонит за час."] * 3, options=options)
    assert (same.severity, same.message) == ("critical", "The same text stands 3 times: keep one template.")


def test_differences() -> None:
    assert differences("а б в", "а г в") == "б → г"
    assert differences("а в", "а б в") == "+б"
    assert differences("а б в", "а в") == "−б"
    assert differences("а б в г д е ж з и", "1 б 2 г 3 е 4 з 5").endswith("; …")
