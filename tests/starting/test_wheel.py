"""A wheel carries what a new site is made from."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT

COPY = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
from generator.starting import carried as c
print(c.__file__, len(c.look()), len(c.templates()), len(c.actions()), len(c.locked()) > 9, all(c.shared().values()))
"""


def test_everything_is_in_the_wheel(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "installed")
    templates = [p for p in (ROOT / "generator" / "starting" / "files").rglob("*") if p.is_file()]
    look = [p for p in (ROOT / "site_src").rglob("*") if p.is_file() and not p.name.startswith(".")]
    assert {p.relative_to(ROOT).as_posix() for p in templates} <= names
    assert {f"generator/starting/carried/{p.relative_to(ROOT).as_posix()}" for p in look} <= names
    command = [sys.executable, "-c", COPY, str(tmp_path / "installed")]
    said = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout.split()
    assert said == [str(tmp_path / "installed/generator/starting/carried.py"), str(len(look)), str(len(templates)), "6", "True", "True"]
