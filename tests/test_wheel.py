"""The wheel in an empty environment checks a draft: the rules ship inside it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.wheel
def test_the_wheel_checks_a_draft(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path, ROOT], check=True, capture_output=True)
    wheel = next(tmp_path.glob("*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert "replylint/rules/contact/greeting-missing.yaml" in names
    assert "replylint/py.typed" in names
    assert "replylint/output/page.html.jinja" in names
    assert not any(name.startswith(("tests/", "tools/")) for name in names)
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    python = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True, capture_output=True)
    command = [python, "-m", "replylint", "check", "--text", "Обязательно разберёмся.", "--rating", "1"]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, cwd=tmp_path, env={"XDG_CACHE_HOME": str(tmp_path), "PATH": ""}
    )
    assert done.returncode == 1, done.stderr
    assert "empty-promise" in done.stdout
