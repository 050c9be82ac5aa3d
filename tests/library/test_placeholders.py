"""Slots: which brackets are some, what they are filled with, and the way back into the template."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.engine import Options
from replylint.inflecting import inflected, unknown_form
from replylint.library import placeholders
from replylint.library.filling import Filled, variants
from replylint.library.parts import Slot, slots_in
from replylint.library.placeholders import STYLES, Styles
from replylint.library.setup import Setup
from replylint.model import Checked, Record, Span
from replylint.rulebook import load

BOOK = load()
SAMPLES = Setup().samples(BOOK)


def names(*texts: str, declared: tuple[str, ...] = ()) -> list[str]:
    styles = placeholders.declared(declared) if declared else placeholders.found(texts, SAMPLES.kind)
    return [slot.name for text in texts for slot in slots_in(styles.parse(text))]


def judged(*texts: str, options: Options | None = None, declared: tuple[str, ...] = (), **slots: str) -> list[Checked]:
    records = [Record(text) for text in texts]
    judge = Setup(options or Options(), slots=slots).found(records, declared, BOOK).judge(BOOK)
    return [judge.check(record) for record in records]


def rules(checked: Checked) -> list[tuple[str, str]]:
    return [(f.rule, checked.record.reply[f.span.start : f.span.end]) for f in checked.findings]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Здравствуйте, {client_name}!", "client_name"),
        ("Здравствуйте, {{Имя}}!", "Имя"),
        ("Здравствуйте, {{ customer.name | capitalize }}!", "customer.name"),
        ("Здравствуйте, {name|друг}!", "name"),
        ("Здравствуйте, [Имя]!", "Имя"),
        ("Здравствуйте, <ФИО>!", "ФИО"),
        ("Здравствуйте, %username%!", "username"),
        ("Здравствуйте, %s!", "%s"),
        ("Здравствуйте, %(name)s!", "name"),
        ("Здравствуйте, ${customerName || 'друг'}!", "customerName"),
        ("Здравствуйте, {}!", "{}"),
        ("Здравствуйте, {0:>10}!", "0"),
    ],
)
def test_every_style_is_found_out(text: str, slot: str) -> None:
    assert names(text) == [slot]


@pytest.mark.parametrize(
    "text",
    [
        "Кнопка [Оплатить](https://shop.example) внизу, вес <3 кг, скидка 5 % на всё.",
        "Приложите [если есть] чек.",
        "Мы вас <3 и ждём <b>снова</b><br>.",
        "{Привет|Здравствуйте}, заказ готов.",
        "{% if paid %}Оплачено.{% endif %}",
    ],
)
def test_what_is_no_slot(text: str) -> None:
    assert names(text) == []


def test_a_bracket_that_repeats_is_a_slot_and_a_declared_style_is_always() -> None:
    assert names("Ваш [Причал] готов.", "Наш [причал] закрыт.") == ["Причал", "причал"]
    assert names("Приложите [если есть] чек.", declared=("square",)) == ["если есть"]
    assert names("Имя {name}, [Имя]", declared=("square",)) == ["Имя"]


def texts(template: str, styles: Styles | None = None) -> list[str]:
    own = styles or Styles(STYLES, frozenset())
    return [one.text for one in variants(template, own.parse(template), lambda slot: slot.name.upper())]


def test_every_option_stands_in_some_variant() -> None:
    assert texts("{Привет|Здравствуйте}, {name}!") == ["Привет, NAME!", "Здравствуйте, NAME!"]
    assert set(texts("{а|б {в|г|{name}}}.")) == {"а.", "б в.", "б г.", "б NAME."}
    assert texts("{% if x %}Да{% elif y %}Может{% else %}Нет{% endif %}.") == ["Да.", "Может.", "Нет."]
    assert texts("Да{{#if x}}, {{name}}{{/if}}.") == ["Да, NAME.", "Да."]
    assert texts("{% for x in y %}{x}, {% endfor %}всё") == ["X, всё"]
    assert texts("Ждём. <!-- replylint: ignore[tone] так надо -->\nВсё.") == ["Ждём.Всё."]


def test_hostile_brackets_cost_little() -> None:
    for text in ("{" * 20_000, "{а|" * 5_000, "[" * 20_000, "{а|б}" * 3_000, "<!-- replylint:" * 2_000):
        assert texts(text)


MARKS = st.sampled_from(["{name}", "{{ item }}", "{Привет|Да, {name}}", "[Имя]", "%s", "{% if a %}", "{% endif %}", "{", "}", "|", " "])
TEMPLATES = st.lists(st.one_of(MARKS, st.text("абв ,.!", max_size=6)), max_size=8).map("".join)


@given(TEMPLATES, st.data())
def test_a_place_of_the_filled_text_covers_the_authors_words(template: str, data: st.DataObject) -> None:
    parts = Styles(STYLES, frozenset({"имя"})).parse(template)
    for filled in variants(template, parts, lambda slot: "Ольга" if "name" in slot.name else "куртка"):
        start = data.draw(st.integers(0, len(filled.text)))
        end = data.draw(st.integers(start, len(filled.text)))
        back = filled.back(Span(start, end))
        assert 0 <= back.start <= back.end <= len(template)
        assert _own(filled, start, end) <= set(range(back.start, back.end))
        if start < end:
            for piece in filled.pieces:
                if piece.slot and piece.start < end and start < piece.end:
                    assert back.start <= piece.source.start
                    assert piece.source.end <= back.end


def _own(filled: Filled, start: int, end: int) -> set[int]:
    """Places of the template whose signs stand between two places of the filled text, sign for sign."""
    return {
        piece.source.start + place - piece.start
        for piece in filled.pieces
        if piece.exact
        for place in range(max(start, piece.start), min(end, piece.end))
    }


@given(TEMPLATES)
def test_parts_cover_the_template(template: str) -> None:
    place = 0
    for part in Styles(STYLES, None).parse(template):
        assert part.span.start == place
        place = part.span.end
    assert place == len(template)


def test_samples_are_inflected() -> None:
    assert inflected("куртка <вин>") == "куртку"
    assert inflected("зимняя куртка <род>") == "зимней куртки"
    assert inflected("чехол для телефона <дат>") == "чехлу для телефона"
    assert inflected("Ольга <дат>") == "Ольге"
    assert inflected("куртка") == "куртка"
    assert unknown_form("куртка <вен>") == "вен"
    assert unknown_form("куртка <вин,мн>") == ""


@pytest.mark.parametrize(
    ("slot", "kind"),
    [
        ("client_name", "name"),
        ("customer.firstName", "name"),
        ("order.clientName", "name"),
        ("Имя клиента", "name"),
        ("имя менеджера", "agent"),
        ("product_name", "item"),
        ("storeName", "brand"),
        ("НОМЕР_ЗАКАЗА", "number"),
        ("refund_amount", "money"),
        ("foo", ""),
    ],
)
def test_usual_names_of_slots(slot: str, kind: str) -> None:
    assert SAMPLES.kind(slot) == kind


def test_a_name_slot_counts_as_using_the_name_and_findings_point_into_the_template() -> None:
    text = "Здравствуйте, {client_name}! Осуществим возврат сегодня до 18:00, {order_id}."
    (checked,) = judged(text, client_name="Ольга", order_id="48213")
    assert ("officialese-phrase", "Осуществим возврат") in rules(checked)
    assert "customer-name-missing" not in dict(rules(checked))
    (fix,) = [f.fix for f in checked.findings if f.rule == "officialese-phrase"]
    assert fix is not None
    assert text[slice(*fix.edits[0].span)] == "Осуществим возврат"
    assert checked.score is not None


def test_an_undeclared_slot_is_critical_once_any_is_declared() -> None:
    text = "Здравствуйте, {client_nmae}! Курьер приедет завтра до обеда. Удобно?"
    (checked,) = judged(text, client_name="Ольга")
    assert ("template-slot-undeclared", "{client_nmae}") in rules(checked)
    assert checked.score is not None
    assert checked.score.band == "block"
    assert "template-slot-undeclared" not in dict(rules(judged(text)[0]))


def test_blanks_that_are_no_slots_stay_critical() -> None:
    assert ("unfilled-placeholder", "рад(а)") in rules(judged("Здравствуйте, {name}! Я рад(а) помочь, заказ уже едет к вам.")[0])
    assert ("unfilled-placeholder", "{name}") in rules(judged("Здравствуйте, {name}! Заказ уже едет к вам.", declared=("square",))[0])


def test_a_fix_that_touches_a_slot_is_dropped() -> None:
    (checked,) = judged("Здравствуйте! Осуществим возврат {item} завтра до обеда.", item="куртка <род>")
    fixes = [f.fix for f in checked.findings if f.rule == "officialese-phrase"]
    assert fixes
    assert all(fix is None or all(edit.span.end <= len("Здравствуйте! Осуществим возврат") for edit in fix.edits) for fix in fixes)


def test_a_finding_in_any_variant_counts_and_all_must_be_praised() -> None:
    first, second = judged(
        "{Здравствуйте|Данный}, {name}! Заказ приедет завтра до обеда.", "Здравствуйте, {name}! Заказ приедет завтра до обеда."
    )
    assert [rule for rule, _ in rules(first)] != [rule for rule, _ in rules(second)]
    assert set(first.praise) <= set(second.praise)


def test_slots_keep_their_style() -> None:
    parts = Styles(STYLES, frozenset()).parse("{{x}} {y}")
    assert [part.style for part in parts if isinstance(part, Slot)] == ["double-curly", "curly"]
