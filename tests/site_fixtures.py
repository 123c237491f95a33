"""Sites built once a session, each in a temporary copy: the tiny project and this repository's own.

Import the fixtures that a folder needs in its ``conftest.py``; the building itself is remembered here, so that two folders
that import the same fixture share one site.
"""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest

from generator import schema
from generator.diagnostics import as_text, has_errors
from generator.site import engine
from generator.site.project import Project, read_project
from generator.site.staging import publish, stage
from tests.conftest import ROOT, TINY

MADE = shutil.ignore_patterns("build", "site", "schema")


def copy_tiny(root: Path) -> Path:
    """Copy the tiny project with its own plain configuration, and the scripts that some kinds of pages ask for."""
    shutil.copytree(TINY, root, ignore=MADE)
    for kind in ("search", "explore", "glossary"):
        shutil.copytree(ROOT / "site_src/assets" / kind, root / "site_src/assets" / kind, dirs_exist_ok=True)
    for shared in ("data.js", "elements.js", "texts.js"):
        shutil.copy2(ROOT / "site_src/assets" / shared, root / "site_src/assets" / shared)
    schema.write(root)
    return root


def copy_dressed(root: Path) -> Path:
    """Copy the data of the tiny project into the configuration, theme and hand-written pages of the real site."""
    shutil.copytree(TINY / "data", root / "data", ignore=MADE)
    shutil.copytree(ROOT / "site_src", root / "site_src")
    shutil.copy2(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    schema.write(root)
    return root


def copy_real(root: Path) -> Path:
    """Copy what this repository's site is made of."""
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copytree(ROOT / "site_src", root / "site_src")
    shutil.copy2(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def build_site(root: Path) -> Project:
    """Check, stage, build and publish a project into ``root/site``, whatever the environment says."""
    project = read_project(root, {})
    assert not has_errors(project.diagnostics), "\n".join(map(as_text, project.diagnostics))
    assert project.site is not None
    staged = stage(project)
    publish(engine.build(staged.folder, project.site.as_of), root / "site")
    return project


@cache
def _built(kind: str, root: Path) -> Path:
    """Build one kind of site; the folder's name differs from copy to copy, so no address can hide in the output."""
    copier = {"tiny": copy_tiny, "dressed": copy_dressed, "real": copy_real}[kind]
    build_site(copier(root))
    return root


def _root(factory: pytest.TempPathFactory, name: str) -> Path:
    return factory.getbasetemp() / "sites" / name


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of a tiny project whose ``site/`` is built."""
    return _built("tiny", _root(tmp_path_factory, "tiny"))


@pytest.fixture(scope="session")
def dressed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of the tiny data built in the real site's clothes."""
    return _built("dressed", _root(tmp_path_factory, "dressed"))


@pytest.fixture(scope="session")
def dressed_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a second build of the same, in a folder with another name."""
    return _built("dressed", _root(tmp_path_factory, "somewhere-else/dressed-2"))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the root of a copy of this repository whose ``site/`` is built."""
    return _built("real", _root(tmp_path_factory, "real"))
