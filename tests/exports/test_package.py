"""``datapackage.json`` is valid, and says the truth about every file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.exports.package import SCHEMA_VERSION, data_package
from generator.site.project import Project, read_project
from generator.tables import FILES, columns

frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")


@pytest.fixture(scope="module")
def package(published: Mapping[str, bytes]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(published["data/datapackage.json"])
    return read


@pytest.fixture
def folder(tmp_path: Path, published: Mapping[str, bytes]) -> Path:
    for name, content in published.items():
        if name.startswith("data/") and not name.endswith(".zip"):
            (tmp_path / name.removeprefix("data/")).write_bytes(content)
    return tmp_path


def errors(folder: Path) -> list[str]:
    report = frictionless.validate(str(folder / "datapackage.json"), type="package")
    return [f"{row[0]}: {row[1]}" for row in report.flatten(["type", "note"])]


def test_the_package_and_all_its_tables_are_valid(folder: Path) -> None:
    assert errors(folder) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("tasks.csv", b"\nqinghe-145-001,qinghe-145,", b"\nqinghe-145-001,nowhere,", "foreign-key"),
        ("tasks.csv", b"\nqinghe-145-002,", b"\nqinghe-145-001,", "unique-error"),
        ("tasks.csv", b",editorial,", b",invented,", "constraint-error"),
        ("tasks.csv", b"\nqinghe-145-001,", b"\n,", "constraint-error"),
        ("divisions.csv", b"source.starts", b"source_starts", "incorrect-label"),
    ],
)
def test_the_validation_can_fail(folder: Path, name: str, old: bytes, new: bytes, kind: str) -> None:
    content = (folder / name).read_bytes()
    assert old in content, "the tiny project has what this test breaks"
    (folder / name).write_bytes(content.replace(old, new, 1))
    assert any(found.startswith(kind) for found in errors(folder)), errors(folder)


def test_every_file_is_described_with_its_weight(package: dict[str, Any], published: Mapping[str, bytes]) -> None:
    own = {name.removeprefix("data/") for name in published if name.startswith("data/") and name.endswith((".csv", ".json"))}
    described = {resource["path"] for resource in package["resources"]}
    assert described == own - {"datapackage.json"}
    for resource in package["resources"]:
        content = published[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_tables_say_how_they_hang_together(package: dict[str, Any]) -> None:
    by_name = {resource["name"]: resource for resource in package["resources"]}
    for kind, name in FILES.items():
        schema = by_name[name]["schema"]
        assert schema["primaryKey"] == ["id"]
        assert schema["missingValues"] == [""]
        assert [field["name"] for field in schema["fields"]] == [column.name for column in columns(kind)]
    keys = {key["fields"][0]: key["reference"] for key in by_name["divisions"]["schema"]["foreignKeys"]}
    assert keys == {"plan": {"fields": ["id"], "resource": "plans"}, "parent": {"fields": ["id"]}}
    owner = [key for key in by_name["targets"]["schema"]["foreignKeys"] if key["fields"] == ["owner"]]
    assert owner == [], "an owner may be of three kinds, which no foreign key can say"


def test_version_licence_sources_and_date(package: dict[str, Any]) -> None:
    assert package["schema_version"] == SCHEMA_VERSION
    assert package["version"] == f"{SCHEMA_VERSION}+2026-01-31"
    assert package["created"] == "2026-01-31T00:00:00Z"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert "公文" in package["licenses"][0]["title"]
    assert len(package["sources"]) == 2
    assert "homepage" not in package, "no address is set"


def test_the_homepage_is_ours_where_an_address_is_set(tiny: Path) -> None:
    project: Project = read_project(tiny, {"MINGGUI_SITE_URL": "https://example.org/x/"})
    assert project.site is not None
    files = {f"{name}.{ending}": b"" for name in FILES.values() for ending in ("csv", "json")}
    assert json.loads(data_package(project.graph, project.site, files))["homepage"] == "https://example.org/x/data/"
