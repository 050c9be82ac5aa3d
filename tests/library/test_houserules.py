"""House rules in a folder of their own, adjustments, overrides by path, configurations over configurations."""

from __future__ import annotations

from pathlib import Path

import pytest

from replylint import config as configuration
from replylint.errors import ConfigFault, RuleFault
from replylint.globs import matches
from replylint.rulebook import load
from replylint.selftest import run as selftest
from tests.library.test_command import run

OWN = """title: {ru: Слово «отгрузка», en: The word “dispatch”}
severity: major
check: phrase
find: |
  отгрузка
message: {ru: "«{found}» — складское слово.", en: "“{found}” is a warehouse word."}
why: {ru: Клиент так не говорит., en: Customers do not say so.}
source: "999"
bad: |
  <<Отгрузка>> завтра.
good: |
  Отправим завтра.
"""
DRAFT = "Здравствуйте! Отгрузка завтра до обеда, курьер позвонит за час до приезда."


def write(home: Path, **files: str) -> None:
    for name, text in files.items():
        path = home / name.replace("__", "/")
        path = path.with_name(f"{path.name}.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_own_rules_and_adjustments(tmp_path: Path) -> None:
    write(tmp_path, replylint="rules: house\n", house__plain__warehouse=OWN)
    more = "extends: empty-promise\nseverity: critical\nfind_more: |\n  обмозговать вопрос\nbad_more: |\n  <<Обмозгуем вопрос>>.\n"
    write(tmp_path, house__promises=more)
    (tmp_path / "a.txt").write_text(DRAFT, encoding="utf-8")
    out = run("check", "a.txt", cwd=tmp_path).stdout
    assert "major [warehouse] «Отгрузка»" in out
    promise = run("check", "--text", "Здравствуйте! Обмозгуем вопрос.", "--rating", "1", cwd=tmp_path).stdout
    assert "critical [empty-promise] «Обмозгуем вопрос»" in promise
    assert "warehouse" in run("rules", cwd=tmp_path).stdout
    assert "складское" not in run("check", "a.txt", "--isolated", cwd=tmp_path).stdout
    assert run("test", "empty-promise", "warehouse", cwd=tmp_path).returncode == 0
    assert "warehouse" in run("library", "a.txt", cwd=tmp_path).stdout


def test_adjusted_rules_keep_the_rest_of_the_base(tmp_path: Path) -> None:
    write(tmp_path, empty="extends: empty-promise\nmessage: {ru: Иначе, en: Other}\nexcept_more: |\n  обязательно разберёмся вместе\n")
    book = load(tmp_path, cache=False)
    rule, base = book.rule("empty-promise"), load().rule("empty-promise")
    assert rule is not None
    assert base is not None
    assert (rule.message["ru"], rule.why, rule.worth) == ("Иначе", base.why, base.worth)
    assert len(book.rules) == len(load().rules)
    assert list(selftest(book.source("empty-promise"), book)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("extends: empty-promis\nseverity: major", "может быть, empty-promise"),
        ("extends: empty-promise\nseverety: major", "может быть, «severity»"),
        ("extends: empty-promise\nseverity_more: major", "ничего не дополняет"),
        ("extends: empty-promise\nseverity: huge", "huge"),
        ("extends: empty-promise\nfind_more: |\n  (а", "house.yaml"),
    ],
)
def test_wrong_adjustments_are_told(text: str, words: str, tmp_path: Path) -> None:
    write(tmp_path, house=text)
    with pytest.raises(RuleFault) as caught:
        load(tmp_path, cache=False)
    assert words in str(caught.value)


def test_a_folder_of_rules_that_is_not_there_is_told(tmp_path: Path) -> None:
    write(tmp_path, replylint="rules: nowhere\n")
    done = run("check", "--text", DRAFT, cwd=tmp_path)
    assert (done.returncode, "нет такой папки" in done.stderr) == (2, True)


def test_overrides_by_path(tmp_path: Path) -> None:
    rows = "overrides:\n- files: vk/**\n  ignore: [plain]\n  severity: {greeting-missing: info}\n  profile: {banned: [курьер]}\n"
    write(tmp_path, replylint=rows)
    for folder in ("vk", "ok"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("Осуществим возврат сегодня до шести, курьер позвонит.", encoding="utf-8")
    for command in ("check", "library"):
        lines = run(command, ".", "--ignore", "library", cwd=tmp_path).stdout.splitlines()
        vk = [line for line in lines if line.startswith("vk")]
        ok = [line for line in lines if line.startswith("ok")]
        assert "officialese-phrase" in str(ok)
        assert "officialese-phrase" not in str(vk)
        assert "info [greeting-missing]" in str(vk)
        assert "major [greeting-missing]" in str(ok)
        assert "«курьер»" in str(vk)
        assert "«курьер»" not in str(ok)


@pytest.mark.parametrize(
    ("glob", "path", "held"),
    [
        ("*.md", "a/b.md", True),
        ("vk/*.md", "a/vk/b.md", True),
        ("vk/*.md", "vk/c/b.md", False),
        ("vk/**", "vk/c/b.md", True),
        ("**/b.md", "b.md", True),
        ("vk/**/b.md", "vk/b.md", True),
        ("a.md", "xa.md", False),
        ("./a?.md", "ab.md", True),
        ("(a).md", "(a).md", True),
    ],
)
def test_globs(glob: str, path: str, held: bool) -> None:
    assert matches(path, glob) is held


def test_extend_lays_over_and_tells_where_values_come_from(tmp_path: Path) -> None:
    write(tmp_path, common__base="min-score: 10\nslots: {a: б, c: д}\nprofile: {register: ty}\nrules: own\n")
    write(tmp_path, replylint="extend: common/base.yaml\nslots: {a: я}\nmin-score: 20\n")
    found = configuration.load(tmp_path)
    assert (found.min_score, found.slots, found.profile.register) == (20, {"a": "я", "c": "д"}, "ty")
    assert Path(found.rules) == tmp_path / "common" / "own"
    assert found.origin("profile.register").endswith("common/base.yaml:3")
    shown = run("config", "--show-settings", cwd=tmp_path).stdout
    assert "common/base.yaml:3" in shown


def test_a_circle_of_configurations_is_told(tmp_path: Path) -> None:
    write(tmp_path, replylint="extend: a.yaml\n", a="extend: b.yaml\n", b="extend: a.yaml\n")
    with pytest.raises(ConfigFault, match=r"по кругу: replylint.yaml → a.yaml → b.yaml → a.yaml"):
        configuration.load(tmp_path)
    write(tmp_path, replylint="extend: none.yaml\n")
    with pytest.raises(ConfigFault, match="нет такого файла"):
        configuration.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("overrides: [{ignore: tone}]", "files"),
        ("overrides: [{files: a, ignroe: tone}]", "ignore"),
        ("overrides: [{files: a, profile: {registr: ty}}]", "register"),
        ("overrides: [{files: a, severity: {x: huge}}]", "huge"),
        ("overrides: tone", "ключи и значения"),
        ("compose: [{files: a}]", "parts"),
        ("compose: [{files: a, parts: [x], optional: [y]}]", "«y»"),
        ("compose: [{files: a, parts: [x], limit: много}]", "целое"),
        ("placeholders: [curli]", "curly"),
        ("slots: {item: куртка <вен>}", "вен"),
        ("variants: мало", "целое"),
    ],
)
def test_wrong_values_are_told(text: str, words: str) -> None:
    with pytest.raises(ConfigFault) as caught:
        configuration.read(text, "replylint.yaml")
    assert words in str(caught.value)
    with pytest.raises(ConfigFault):
        configuration.read(text, "replylint.yaml", "en")
