"""Shared fixtures: the tiny project of invented places, read or copied."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from generator import schema
from generator.graph import Graph
from generator.site.project import Project, read_project

ROOT = Path(__file__).parent.parent

# CI asks the same questions each time, so that a change is judged by what it changed; elsewhere each run asks new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")
TINY = Path(__file__).parent / "tiny"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Copy the tiny project, with current schemas, into a folder that a test may change."""
    root = tmp_path / "tiny"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("build", "site", "schema"))
    schema.write(root)
    return root


@pytest.fixture(scope="session")
def tiny_project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Read the tiny project once; for tests that only look."""
    root = tmp_path_factory.mktemp("tiny") / "tiny"
    shutil.copytree(TINY, root, ignore=shutil.ignore_patterns("build", "site", "schema"))
    schema.write(root)
    return read_project(root, {})


@pytest.fixture(scope="session")
def tiny_graph(tiny_project: Project) -> Graph:
    """Return the linked data of the tiny project."""
    return tiny_project.graph


@pytest.fixture(scope="session")
def project_root() -> Path:
    """Return the root of this repository."""
    return ROOT
