"""Wrong use of the command line: one line in the user's language, code 2."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "replylint", *arguments], capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "нет такой команды: chek; может быть, check?"),
        (["check", "--lnag"], "нет такого ключа: --lnag; может быть, --lang?"),
        (["check", "--max-chars", "много"], "--max-chars: не годится значение"),
        (["rule"], "не хватает: NAME"),
        (["check", "--jobs"], "--jobs: нужно значение"),
        (["check", "--lnag", "--lang", "en"], "No such option: --lnag"),
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert done.stdout == ""


def test_no_command_shows_the_help_and_says_2() -> None:
    done = run()
    assert done.returncode == 2
    assert "check" in done.stdout + done.stderr


def test_help_is_russian() -> None:
    shown = run("check", "--help").stdout + run().stdout
    assert all(word in shown for word in ("Ключи", "Запуск:", "Показать эту справку."))
    assert not any(word in shown for word in ("Usage", "Show this", "[default", "[required"))
    assert "Options" in run("check", "--help", "--lang", "en").stdout
