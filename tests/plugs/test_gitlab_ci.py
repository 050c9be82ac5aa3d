"""The GitLab job of the sample: its script is run, its artifact is what GitLab reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tests.plugs.sample import BAD, NEW, SAMPLE, Done, bash, copied

JOB: dict[str, Any] = yaml.safe_load((SAMPLE / ".gitlab-ci.yml").read_text(encoding="utf-8"))["replylint"]
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def ran(home: Path) -> tuple[Done, list[dict[str, Any]]]:
    """The script but for the installation, and the artifact."""
    script = "\n".join(line for line in JOB["script"] if not line.startswith("pip install "))
    assert script.count("\n") == len(JOB["script"]) - 2
    done = bash(script, home)
    return done, json.loads((home / JOB["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))


def test_a_clean_library_leaves_an_empty_artifact(tmp_path: Path) -> None:
    done, found = ran(copied(tmp_path / "library"))
    assert (done.returncode, done.stderr, found) == (0, "", [])


def test_findings_fail_the_job_and_are_kept(tmp_path: Path) -> None:
    home = copied(tmp_path / "library")
    (home / NEW).write_text(BAD, encoding="utf-8")
    done, found = ran(home)
    assert done.returncode == 1
    assert f"{NEW}:1:1: major [greeting-missing]" in done.stdout
    assert JOB["artifacts"]["when"] == "always"
    for entry in found:
        assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["description"]
        assert entry["severity"] in SEVERITIES
        assert entry["location"]["path"] == NEW
        assert entry["location"]["lines"]["begin"] == 1
    assert {"greeting-missing", "empty-promise"} <= {entry["check_name"] for entry in found}
    assert len({entry["fingerprint"] for entry in found}) == len(found)
