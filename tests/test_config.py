"""replylint.yaml: which file counts, what its keys may be, where every value comes from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from replylint.checks.situation import Profile
from replylint.config import Config, load, read
from replylint.configkeys import KEYS
from replylint.configshown import settings
from replylint.errors import ConfigFault

FULL = """# всё сразу
profile:
  register: ty
  brand:
    - Ромашка
    - "Romashka"
  banned: |
    дорогой клиент
    уважаемый
  preferred: {данный: этот}
select: contact, tone
ignore:
  - long-sentence
severity: {greeting-missing: minor}
fail-on: major
min-score: 75
columns: {reply: "Шаблонный ответ", rating: Оценка}
encoding: cp1251
lang: en
"""


def fault_of(text: str, lang: str = "ru") -> ConfigFault:
    with pytest.raises(ConfigFault) as caught:
        read(text, "replylint.yaml", lang)  # type: ignore[arg-type]  # "ru" or "en"
    return caught.value


def test_every_key() -> None:
    assert read(FULL, "replylint.yaml")._replace(origins={}) == Config(
        profile=Profile("ty", ("Ромашка", "Romashka"), ("дорогой клиент", "уважаемый"), {"данный": "этот"}),
        select=("contact", "tone"),
        ignore=("long-sentence",),
        severity={"greeting-missing": "minor"},
        fail_on="major",
        min_score=75,
        columns={"reply": "Шаблонный ответ", "rating": "Оценка"},
        encoding="cp1251",
        lang="en",
        path="replylint.yaml",
    )


def test_every_value_knows_where_it_comes_from() -> None:
    found = {setting.key.name: (setting.value, setting.origin) for setting in settings(read(FULL, "a/replylint.yaml"))}
    assert list(found) == [key.name for key in KEYS]
    assert found["profile.brand"] == (("Ромашка", "Romashka"), "a/replylint.yaml:4")
    assert found["min-score"] == (75, "a/replylint.yaml:16")
    assert {setting.origin for setting in settings(Config())} == {"default"}
    assert read("lang: en\n", "c.yaml").origin("encoding") == "default"


@pytest.mark.parametrize(
    "text",
    ["", "# lang: en\n", "---\n", "profile:\n  # register: ty\nselect:\n#  - tone\nmin-score: ~\nlang: null\nseverity:\n", "profile: ~"],
)
def test_what_is_commented_out_is_not_set(text: str) -> None:
    assert read(text, "c.yaml")._replace(path="") == Config()


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("lang: ru\nfail_on: major", "replylint.yaml:2", "неизвестный ключ «fail_on» (может быть, «fail-on»?)"),
        ("profile:\n  registr: ty", "replylint.yaml:2", "«registr» (может быть, «register»?)"),
        ("register: ty", "replylint.yaml:1", "неизвестный ключ «register»"),
        ("profile.register: ty", "replylint.yaml:1", "неизвестный ключ"),
        ("совсем: да", "replylint.yaml:1", "есть profile, select"),
        ("profile: {register: вы}", "replylint.yaml:1:21", "нет такого значения «вы»"),
        ("profile: ty", "replylint.yaml:1:10", "ключи и значения"),
        ("- lang", "replylint.yaml:1:1", "ключи и значения"),
        ("min-score: 101", "replylint.yaml:1:12", "от 0 до 100"),
        ("min-score: -1", "replylint.yaml:1:12", "от 0 до 100"),
        ("min-score: ²", "replylint.yaml:1:12", "от 0 до 100"),
        ("min-score: [5]", "replylint.yaml:1:12", "нужен текст"),
        ("fail-on: majr", "replylint.yaml:1:10", "может быть, «major»?"),
        ("severity:\n  a: minor\n  b: huge", "replylint.yaml:3:6", "«huge» (есть info, minor, major, critical)"),
        ("severity: minor", "replylint.yaml:1:11", "ключи и значения"),
        ("columns:\n  replay: Ответ", "replylint.yaml:2", "«replay» (может быть, «reply»?)"),
        ("encoding: cp1521", "replylint.yaml:1:11", "нет такой кодировки"),
        ("lang: de", "replylint.yaml:1:7", "есть ru, en"),
        ("profile:\n  banned:\n    - [самый] лучший", "replylint.yaml:3", "«[»"),
        ("profile:\n  banned:\n    - [самый]", "replylint.yaml:3:7", "«[»"),
        ("profile:\n  banned:\n    - Да: нет", "replylint.yaml:3:7", "«: »"),
        ("profile:\n  brand: {a: b}", "replylint.yaml:2:10", "«{»"),
        ("profile:\n  brand: Дом #1", "replylint.yaml:2:13", "«#1» пропадёт"),
        ("lang: ru\nlang: en", "replylint.yaml:2:1", "повторяется"),
        ("lang: ru\n---\nlang: en", "replylint.yaml:3", "второй документ"),
    ],
)
def test_faults_are_told_with_file_line_and_hint(text: str, place: str, words: str) -> None:
    fault = fault_of(text)
    assert fault.place.startswith(place)
    assert words in str(fault)
    assert fault_of(text, "en").message.replace("“", "").replace("”", "").isprintable()


def test_faults_speak_english() -> None:
    assert str(fault_of("lnag: ru", "en")) == "replylint.yaml:1: unknown key “lnag” (did you mean “lang”?)"
    for text in ("a: b", "lang: de", "min-score: x", "severity: x", "- x", "select: {a: b}", "encoding: x", "lang: ru\n---\nlang: en"):
        assert str(fault_of(text, "en")).replace("“", "").replace("”", "").isascii()


def test_the_nearest_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "replylint.yaml").write_text("min-score: 1", encoding="utf-8")
    (tmp_path / "a" / "replylint.yaml").write_bytes(b"\xef\xbb\xbfmin-score: 2\r\n")
    monkeypatch.chdir(tmp_path)
    for start, score in ((tmp_path / "a" / "b" / "x.txt", 2), (tmp_path / "a" / "b", 2), (tmp_path / "x.txt", 1), (Path("a/x"), 2)):
        assert load(start).min_score == score
    assert load(None).min_score == 1
    assert load(Path("a/x")).origin("min-score") == "a/replylint.yaml:1"


def test_what_is_told_wins_and_isolated_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "replylint.yaml").write_text("min-score: 1", encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text("min-score: 3", encoding="utf-8")
    assert load(tmp_path, str(other)).min_score == 3
    assert load(tmp_path, str(other), isolated=True) == Config()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_bytes("profile: {brand: Ромашка}".encode("cp1251"))
    for name, words in ((tmp_path / "none.yaml", "нет такого файла"), (tmp_path, "не читается"), (old, "UTF-8"), ("a\0b", "не читается")):
        with pytest.raises(ConfigFault, match=words):
            load(tmp_path, str(name))
    for start in (Path("x" * 5000), Path("a\0b")):
        assert load(start) is not None


def test_no_file_loads_no_yaml(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from replylint.config import load; load(Path()); print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip() == "False"
