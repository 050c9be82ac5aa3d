"""`init` and `config`: the sample can be used as it is, and settings tell where they come from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from replylint.cli import app
from replylint.config import read
from replylint.configkeys import KEYS
from replylint.output.settings import SAMPLES, sample


def test_every_key_of_the_sample_can_be_used() -> None:
    text = re.sub(r"^( *)# (?=[a-z-]+:)", r"\1", sample("ru"), flags=re.MULTILINE)
    config = read(text, "replylint.yaml")
    assert set(config.origins) == {key.name for key in KEYS}
    assert config.profile.switches["humour"] == "praise-only"


def test_the_sample_as_written_changes_nothing() -> None:
    assert read(sample("en"), "replylint.yaml").origins == {}


def test_samples_name_keys_only() -> None:
    assert set(SAMPLES) <= {key.name for key in KEYS}


def test_init_never_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["init"]).exit_code == 0
    Path("replylint.yaml").write_text("min-score: 60\n", encoding="utf-8")
    again = CliRunner().invoke(app, ["init"])
    assert again.exit_code == 2
    assert Path("replylint.yaml").read_text(encoding="utf-8") == "min-score: 60\n"
    shown = CliRunner().invoke(app, ["config", "--show-settings"]).output
    assert re.search(r"^min-score +60 +replylint.yaml:1$", shown, re.MULTILINE)
    assert re.search(r"^profile.humour +praise-only +default$", shown, re.MULTILINE)


def test_the_checklist_is_for_printing() -> None:
    shown = CliRunner().invoke(app, ["rules", "--checklist"]).output
    assert shown.count("[ ]") == 20
    assert max(map(len, shown.splitlines())) <= 80
