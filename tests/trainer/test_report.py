"""The HTML report: whole, escaped, the same every time, readable without eyes, and a browser shows it."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from desk import LATE, SWEATER, graded

from replylint.model import Span
from replylint.trainer.group import only
from replylint.trainer.model import Grades, Moment, Overrule, Submission
from replylint.trainer.outputs.wording import charged
from replylint.trainer.page import charts
from replylint.trainer.page.marks import LISTED, SHOWN, pieces
from replylint.trainer.report import render

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome", "chrome") if (path := shutil.which(name))), None)
STYLE = Path(__file__).parents[2] / "replylint" / "trainer" / "page" / "templates" / "style.css"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{ 7*7 }} &amp; \x1b[31m\x00\u202e\u200b </style></svg>"
EMPTY = ("area", "base", "br", "circle", "img", "input", "line", "link", "meta", "polyline", "rect")
MOMENTS = (Moment("2026-03-02", 40.0, {}), Moment("2026-03-09", 62.5, {}), Moment("2026-03-30", 81.0, {}))


def group(*more: Submission) -> Grades:
    grades = graded(
        Submission("Иванов Иван", "sweater", SWEATER, comment="Хорошо, но где цена за доставку?"),
        Submission(
            "Иванов Иван", "late-parcel", "Ваше обращение принято. Ожидайте.", overrule=(Overrule("terse-reply", "так в сценарии"),)
        ),
        Submission("Пётр Петров", "late-parcel", LATE),
        Submission("Пётр Петров", "troll", "Вы сами виноваты!!!\nПишите в личку"),
        *more,
    )
    trainees = tuple(person._replace(progress=MOMENTS, comment="Пишите короче") for person in grades.trainees)
    return grades._replace(trainees=trainees, progress=MOMENTS)


class Page(HTMLParser):
    """What a reader of the page meets: headings, ids, links, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.pointed: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.add(tag)
        self.attributes.update(values)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.ids += [values["id"]] if values.get("id") else []
        self.links += [values["href"]] if values.get("href") else []
        self.pointed += (values.get("aria-labelledby") or "").split()
        if tag == "th":
            assert values.get("scope") in ("col", "row")
        if tag == "svg":
            assert values.get("aria-hidden") == "true" or (values.get("role") == "img" and values.get("aria-labelledby"))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_page_is_whole_and_stands_alone(lang: str) -> None:
    text = render(group(), lang)
    page = Page(text)
    assert page.open == []
    assert page.headings[0] == 1 and page.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= {*page.ids}
    assert set(page.pointed) <= {*page.ids}
    assert {"main", "nav", "header", "footer", "h2", "table"} <= page.tags
    assert not {"script", "link", "img", "iframe", "object"} & page.tags
    assert not [name for name in page.attributes if name.startswith("on") or name == "src"]
    assert not re.search(r"https?://|url\(|@import", text)
    assert f'<html lang="{lang}">' in text


def test_it_holds_what_a_trainer_wants() -> None:
    text = Page(render(group(), "ru")).text
    for words in (
        "Как распределились оценки", "По категориям", "Самые частые ошибки", "Упражнения от трудных к лёгким", "Иванов Иван",
        "Хорошо, но где цена за доставку?", "Пишите короче", "снято тренером: так в сценарии", "Тапки остались дома",
        "2026-03-02 — 40, 2026-03-09 — 62,5, 2026-03-30 — 81", "Вы сами виноваты", "Без ответа", "Отчёт содержит имена",
    ):  # fmt: skip
        assert words in text, words


def test_one_trainee_has_a_page_of_their_own() -> None:
    grades = group()
    page = Page(render(only(grades, grades.trainees[0].key), "ru"))
    assert "Отчёт об ответах: Иванов Иван" in page.text
    assert "Пётр Петров" not in page.text
    assert "Кто как ответил" not in page.text
    assert page.headings[:2] == [1, 2]


def test_nobody_is_no_fault() -> None:
    assert Page(render(graded(), "ru")).open == []


def test_faults_are_marked_in_the_text() -> None:
    text = render(group(), "ru")
    assert re.search(r'<u class="(major|critical)">Вы сами виноваты</u><a class="ref" href="#t2-\d-\d+" aria-label="замечание \d+">', text)


def test_the_same_grades_give_the_same_bytes() -> None:
    assert render(group(), "ru") == render(group(), "ru")


def test_hostile_names_and_answers_stay_text() -> None:
    hostile = [Submission(f"{HOSTILE} {n}", "sweater", f"Здравствуйте, Ольга! {HOSTILE} Свитер 3900", comment=HOSTILE) for n in range(2)]
    hostile.append(Submission("=HYPERLINK(1)", "sweater", "Здравствуйте! " + "<b>ы</b> " * 120_000))
    grades = group(*hostile)
    grades = grades._replace(trainees=tuple(one._replace(comment=HOSTILE) for one in grades.trainees), holds=(HOSTILE,))
    text = render(grades, "ru")
    page = Page(text)
    assert page.open == []
    assert not {"script", "img"} & page.tags
    assert "<script>" not in text and "<img" not in text and "onerror" not in page.attributes
    assert "{{ 7*7 }}" in page.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e\u200b]", text)
    assert len(text) < 1_000_000


def test_pieces_make_up_the_answer_again() -> None:
    for grade in (one for person in group().trainees for one in person.grades):
        found = charged(grade)
        made = pieces(grade.submission.answer, found)
        assert "".join(one.text for one in made) == grade.submission.answer
        assert sorted(number for one in made for number in one.ends) == list(range(1, len(found) + 1))
    found = charged(group().trainees[1].grades[2])[:1]
    far = [one._replace(finding=one.finding._replace(span=Span(SHOWN + 5, SHOWN + 9))) for one in found]
    assert "".join(one.text for one in pieces("ы" * 9000, far)) == "ы" * SHOWN
    assert (
        len(pieces("ы" * 100, [one._replace(finding=one.finding._replace(span=Span(n, n + 1))) for one in found for n in range(90)]))
        <= LISTED + 2
    )


def test_charts_hold_every_score_and_day() -> None:
    assert [bar.many for bar in charts.histogram([0, 9, 10, 89, 90, 100])] == [2, 1, 0, 0, 0, 0, 0, 0, 1, 2]
    line = charts.line(MOMENTS)
    assert line is not None
    assert [point.x for point in line.points][1] < (line.points[0].x + line.points[2].x) / 2  # a week of four
    assert charts.line(MOMENTS[:1]) is None
    assert charts.line([one._replace(day="когда-то") for one in MOMENTS]) is not None


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_have_enough_contrast(scheme: int) -> None:
    rows = re.findall(r":root\{(.*?)\}", STYLE.read_text(encoding="utf-8"), re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})", rows[scheme]))
    for name in ("ink", "soft", "link", "send", "polish", "rewrite", "block", "none"):
        for ground in ("paper", "wash"):
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
    for ground in ("major-wash", "minor-wash", "critical-wash"):
        assert contrast(colours["ink"], colours[ground]) >= 4.5


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
@pytest.mark.parametrize("width", [500, 1280])
def test_a_browser_shows_the_page(tmp_path: Path, width: int) -> None:
    assert CHROMIUM
    (tmp_path / "r.html").write_text(render(group(), "ru"), encoding="utf-8")
    picture = tmp_path / "r.png"
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--hide-scrollbars",
        f"--user-data-dir={tmp_path / 'profile'}", f"--screenshot={picture}", f"--window-size={width},1600", (tmp_path / "r.html").as_uri(),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = picture.read_bytes()
    assert struct.unpack(">II", content[16:24]) == (width, 1600)
    assert len(content) > 30_000, "the page looks empty"


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_nothing_is_wider_than_a_phone_or_a_page(tmp_path: Path) -> None:
    assert CHROMIUM
    probe = "<script>document.title=[...document.querySelectorAll('iframe')].map(f=>f.contentDocument.documentElement).map(e=>e.scrollWidth-e.clientWidth).join()</script>"
    long = Submission("Ы" * 100, "sweater", "Ы" * 3000 + " Свитер 3900")
    (tmp_path / "r.html").write_text(render(group(long), "ru"), encoding="utf-8")
    frames = "".join(f'<iframe src="r.html" style="width:{width}px;height:900px;border:0"></iframe>' for width in (320, 390, 768))
    (tmp_path / "f.html").write_text(
        f"<!doctype html><body onload='go()'>{frames}{probe.replace('document.title', 'window.go=()=>document.title')}"
    )
    command = [
        CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        "--allow-file-access-from-files", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", (tmp_path / "f.html").as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=120)
    title = re.search("<title>(.*?)</title>", done.stdout)
    assert title is not None, done.stdout[:2000]
    assert title[1] == "0,0,0"
