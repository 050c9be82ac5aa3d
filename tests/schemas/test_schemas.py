"""JSON Schemas hold what replylint really writes and reads, and refuse what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from replylint import config, configvalues, rulebook, yamltext
from replylint.checks import KINDS, kind
from replylint.configkeys import KEYS
from replylint.errors import ConfigFault, RuleFault
from replylint.fields import Fields
from replylint.rulefile import rule
from replylint.schemas import SCHEMAS, configfile, rulefiles, schema_of

VALUES = {
    "text": "да", "texts": "[да, нет]", "names": "tone, plain", "score": "80", "whole": "15", "hours": "пн-пт 9-18", "timezone": "+03:00",
    "columns": "{reply: [Ответ, Ещё], rating: Звёзды}", "paths": "['$.a[*]']", "situations": "{'vk/**': {intent: complaint}}",
    "encoding": "cp1251", "points": "{minor: 5}", "choices": "[curly, square]", "samples": "{item: куртка <вин>}",
    "overrides": "[{files: vk/**, ignore: tone, profile: {register: ty}}]", "compose": "{files: a.json, parts: [b, c], optional: c}",
}  # fmt: skip
RULES = sorted(path for path in rulebook.built_in().glob("*/*.yaml") if path.parent.name not in ("lexicon", "context"))


def valid(name: str) -> Draft7Validator:
    found = schema_of(name, "ru")
    Draft7Validator.check_schema(found)
    return Draft7Validator(found)


def plain(text: str) -> Any:
    return yamltext.plain(yamltext.read(text, "a.yaml", RuleFault))


def told(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", "replylint", *arguments], capture_output=True, encoding="utf-8", check=False, timeout=60)
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_command_prints_it(name: str, lang: str) -> None:
    printed = json.loads(told("schema", name, "--lang", lang))
    assert printed == schema_of(name, "en" if lang == "en" else "ru")


def test_another_name_is_wrong_use() -> None:
    done = subprocess.run([sys.executable, "-m", "replylint", "schema", "confg"], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "config" in done.stderr


def test_output_of_a_real_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Обязательно разберёмся!", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Сәлеметсіз бе! Қош келдіңіз, тапсырысыңыз дайын, рахмет сізге.", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x00")
    tree = json.loads(told("check", str(tmp_path), "--output-format", "json", "--rating", "1"))
    assert tree["drafts"][0]["findings"]
    assert tree["problems"]
    valid("output").validate(tree)
    lines = told("check", str(tmp_path), "--output-format", "json-lines").splitlines()
    definitions = schema_of("output", "ru")["definitions"]
    for line in lines[:-1]:
        Draft7Validator(definitions["draft"]).validate(json.loads(line))
    Draft7Validator(definitions["last-line"]).validate(json.loads(lines[-1]))


@pytest.mark.parametrize("change", [{"version": 2}, {"extra": 1}, {"drafts": [{}]}])
def test_other_output_is_refused(change: dict[str, Any]) -> None:
    tree = json.loads(told("check", "--text", "Да.", "--output-format", "json"))
    assert valid("output").is_valid(tree)
    assert not valid("output").is_valid({**tree, **change})


def test_every_kind_of_key_is_known() -> None:
    assert set(configfile._KINDS) == set(configvalues._KINDS) | set(configvalues._ELSEWHERE)
    assert set(rulefiles.VALUES) == {"phrases", "replacing", "texts", "whole", "flag", "text"}
    assert {value for name in KINDS for value in kind(name).keys.values()} <= set(rulefiles.VALUES)


def setting(key: configvalues.Key) -> str:
    """A line that sets a key to a value of its kind."""
    value = VALUES.get(key.kind, "")
    if key.kind == "choice":
        value = key.words[-1]
    if key.kind == "pairs":
        value = f"{{{key.names[0] if key.names else 'ключ'}: {key.words[0] if key.words else 'да'}}}"
    outer, _, inner = key.name.rpartition(".")
    return f"{outer}:\n  {inner}: {value}\n" if outer else f"{inner}: {value}\n"


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_configuration(key: configvalues.Key) -> None:
    text = setting(key)
    assert config.read(text, "replylint.yaml").origins
    valid("config").validate(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "selct: tone",
        "min-score: 101",
        "lang: de",
        "severity: {x: high}",
        "profile: {regster: ty}",
        "columns: {replay: а}",
        "profile: [а]",
        "placeholders: curli",
        "overrides: [{ignore: tone}]",
        "overrides: [{files: a, profile: {x: y}}]",
        "compose: [{files: a}]",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    with pytest.raises(ConfigFault):
        config.read(text, "replylint.yaml")
    assert not valid("config").is_valid(plain(text))


def test_numbers_as_editors_read_them() -> None:
    assert valid("config").is_valid({"min-score": 80, "profile": {"response-time": 15, "brand": 1}, "lang": None})
    assert not valid("config").is_valid({"min-score": 180})


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_rule_of_ours(path: Path) -> None:
    valid("rule").validate(plain(path.read_text(encoding="utf-8")))


def test_an_adjustment_of_a_house() -> None:
    assert valid("rule").is_valid({"extends": "empty-promise", "severity": "major", "find_more": "обмозговать", "bad_more": "<<да>>"})
    assert not valid("rule").is_valid({"extends": "empty-promise", "severety": "major"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("check: greeting", "check: greting"),
        ("severity: major", "severity: high"),
        ("find: |", "finds: |"),
        ("hello_ty: Привет", ""),
        ("hello_ty: Привет", "hello_ty: Привет\nshare: 5"),
        ("title:", "titel:"),
        ("{ru: Нет приветствия, en: No greeting}", "Нет приветствия"),
    ],
)
def test_what_the_rule_reader_refuses_the_schema_refuses(old: str, new: str) -> None:
    text = (rulebook.built_in() / "contact" / "greeting-missing.yaml").read_text(encoding="utf-8")
    broken = text.replace(old, new)
    assert broken != text
    with pytest.raises(RuleFault):
        rule(Fields.of(yamltext.read(broken, "a.yaml", RuleFault), "a.yaml"), "greeting-missing", "contact")
    assert not valid("rule").is_valid(plain(broken))
