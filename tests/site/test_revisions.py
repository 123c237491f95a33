"""Editions read from git's objects: what is in a tree and what is not a data file, whatever the repository's settings say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.site.revisions import RevisionError, nothing, read_edition
from tests.cli.test_diff import git

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", "x")


@pytest.fixture
def repository(tiny: Path) -> Path:
    git(tiny, "init", "-q", "-b", "main")
    commit(tiny)
    return tiny


def test_a_revision_is_what_was_committed(repository: Path) -> None:
    (repository / "data/topics.yml").unlink()
    edition = read_edition(repository, "main")
    assert list(edition.graph.topics) == ["eldercare", "roads", "tea"]
    assert edition.graph.dataset.published
    assert str(edition.as_of) == "2026-01-31"
    assert edition.broken == 0


def test_attributes_and_links_of_the_repository_take_no_part(repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.yml export-ignore eol=crlf ident\n", encoding="utf-8")
    (repository / "data/places/secret.yml").symlink_to("/etc/passwd")
    (repository / "data/places/更多.yml").write_text(
        "# yaml-language-server: $schema=../schema/places.schema.json\nplaces:\n  - {id: wu, name: 五里, kind: village, region: qinghe}\n",
        encoding="utf-8",
    )
    commit(repository)
    edition = read_edition(repository, "main")
    assert "wu" in edition.graph.places
    assert (edition.broken, edition.graph.dataset.unread) == (0, frozenset())


def test_what_cannot_be_read_is_counted(repository: Path) -> None:
    path = repository / "data/topics.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("name: 修路, ", ""), encoding="utf-8")
    assert read_edition(repository, str(repository)).broken == 1


@pytest.mark.parametrize("name", ["--output=/tmp/x", "-", "", " ", "main\0"])
def test_names_that_never_reach_git(repository: Path, name: str) -> None:
    with pytest.raises(RevisionError, match="不能当作版本的名字"):
        read_edition(repository, name)


def test_before_the_first_edition_there_is_nothing() -> None:
    assert nothing().graph.plans == {}
