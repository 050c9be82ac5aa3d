"""concise and grouped, the registry, and what importing costs."""

import re
import subprocess
import sys

import pytest
from handmade import bad, good, long_line, many, price, report, scored

from replylint.model import Origin
from replylint.output import FORMATS, Look, render


def test_concise_is_a_line_a_finding():
    lines = render(report(price()), "concise", Look()).splitlines()
    assert lines[0] == "<text>:1:1: major [greeting-missing] Нет приветствия: начните с «Здравствуйте» и имени."
    assert lines[-1] == "1 ответ: 4 замечания, оценка 30"
    assert len(lines) == 5


def test_concise_names_the_row_and_lines_of_the_file():
    text = render(report(bad(), long_line()), "concise", Look())
    assert "черновики/возврат.txt:6:4: major [empty-promise]" in text
    assert re.search(r"читает\.csv \(row 7\):1:\d+: minor", text)


def test_concise_says_nothing_of_a_clean_draft_but_the_summary():
    assert render(report(good()), "concise", Look()) == "1 ответ: 0 замечаний, оценка 100\n"
    assert render(report(good()), "concise", Look(verbosity=-1)) == ""


def test_concise_tells_problems():
    text = render(many(), "concise", Look())
    assert "a.csv (row 9): ответ не на русском (казахский): не оцениваем\n" in text


def test_concise_statistics():
    assert re.search(r"^terse-reply +1 +20$", render(report(price()), "concise", Look(statistics=True)), re.MULTILINE)


def test_no_path_is_a_text():
    assert render(report(scored("а", [], [], origin=Origin())), "grouped", Look(verbosity=-1)) == ""
    made = price()._replace(record=price().record._replace(origin=Origin()))
    assert render(report(made), "concise", Look()).startswith("<text>:1:1:")


def test_grouped_aligns_columns():
    lines = render(report(bad()), "grouped", Look()).splitlines()
    assert lines[0] == "черновики/возврат.txt  0 — не отправлять"
    assert len({re.search(r"[a-z]+-[a-z]+", line).start() for line in lines[1:10]}) == 1
    assert lines[-1] == "1 ответ: 9 замечаний, оценка 0"


def test_grouped_colours_only_when_asked():
    assert "\x1b" not in render(many(), "grouped", Look())
    colored = render(many(), "grouped", Look(color=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == render(many(), "grouped", Look())


def test_concise_and_json_have_no_colour_at_all():
    for name in ("concise", "json", "json-lines"):
        assert "\x1b" not in render(many(), name, Look(color=True))


def test_an_unknown_format():
    with pytest.raises(KeyError):
        render(many(), "pdf", Look())


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report(name):
    assert isinstance(render(report(), name, Look(statistics=True)), str)


@pytest.mark.parametrize(
    ("code", "absent"),
    [
        ("import replylint.output", ("rich", "json")),
        ("import replylint.output.concise", ("rich", "json")),
        ("import replylint.output.jsonreport", ("rich",)),
        ("import replylint.output.html", ("rich", "jinja2")),
        ("import replylint.output.sarif", ("rich", "jinja2", "xml.etree.ElementTree")),
        ("import replylint.cli.check", ("rich.console", "jinja2", "replylint.output.sarif")),
        ("import replylint.output.full", ("rich", "json")),
    ],
)
def test_imports_stay_light(code, absent):
    check = f"import sys; {code}; print([name for name in {absent!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True).stdout.strip() == "[]"
