"""The workflows and forms on GitHub: well-formed by their published schemas, safe for changes from anyone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "github-workflows-require-timeout": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
    "vendor.dependabot": [GITHUB / "dependabot.yml"],
}
FROM_ANYONE = re.compile(r"\$\{\{\s*github\.(?:head_ref|event\.(?!repository\b)|actor)")
"""Text that whoever opens a pull request chooses: inside a script it would be run."""


def read(path: Path) -> dict[str, Any]:
    # BaseLoader: "on" stays a word
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job.get("steps", [])


@pytest.mark.parametrize("schema", sorted(SCHEMAS))
def test_files_follow_their_schema(schema: str) -> None:
    assert SCHEMAS[schema]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, SCHEMAS[schema])]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_change_from_anyone_can_do_no_harm(path: Path) -> None:
    workflow = read(path)
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])
    assert workflow["permissions"] == {"contents": "read"}
    assert "secrets." not in path.read_text(encoding="utf-8")
    for step in steps(path):
        assert not FROM_ANYONE.search(step.get("run", "")), step
        used = step.get("uses", "")
        assert not used or re.search(r"@[0-9a-f]{40}$", used), f"{used} is not pinned to a commit"
        if used.startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_a_pull_request_may_only_read() -> None:
    for name, job in read(GITHUB / "workflows/check.yml")["jobs"].items():
        granted = job.get("permissions", {})
        assert "write" not in str(granted), name


def test_the_one_required_check_waits_for_every_job_that_counts() -> None:
    jobs = read(GITHUB / "workflows/check.yml")["jobs"]
    counting = {name for name, job in jobs.items() if job.get("continue-on-error") != "true"} - {"all-green"}
    assert set(jobs["all-green"]["needs"]) == counting


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_scripts_in_workflows_parse(path: Path) -> None:
    for step in steps(path):
        if "run" in step:
            script = re.sub(r"\$\{\{.*?\}\}", "value", step["run"])
            done = subprocess.run(["sh", "-n"], input=script, text=True, capture_output=True)
            assert done.returncode == 0, done.stderr


def test_files_that_workflows_run_are_there() -> None:
    named = [match for path in WORKFLOWS for step in steps(path) for match in re.findall(r"\.github/scripts/[\w.]+", step.get("run", ""))]
    assert sorted(set(named)) == [".github/scripts/summary.sh", ".github/scripts/verify.sh"]
    assert all((ROOT / name).is_file() for name in named)
