"""Everything under ``data/``: which files there are, the archive of them, and that only data decides their bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.exports import export_files, open_data
from generator.exports.archive import zipped
from generator.site.project import Project, read_project
from generator.tables import FILES


def test_the_files_of_the_contract(published: Mapping[str, bytes]) -> None:
    wanted = {f"data/{name}.{ending}" for name in FILES.values() for ending in ("json", "csv")}
    wanted |= {"data/qinghe-145.xlsx", "data/linhe-2024.xlsx"}
    wanted |= {"data/datapackage.json", "data/CITATION.cff", "data/minggui-data.zip"}
    assert {name for name in published if name.startswith("data/")} == wanted


def test_the_json_files_are_all_there(published: Mapping[str, bytes], tiny_project: Project) -> None:
    for name, text in export_files(tiny_project.graph, ""):
        assert published[name] == text.encode("utf-8")


def test_the_archive_holds_every_file_as_it_is_published(published: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(published["data/minggui-data.zip"])) as archive:
        assert archive.testzip() is None
        inside = {name: archive.read(name) for name in archive.namelist()}
        for entry in archive.infolist():
            assert entry.date_time == (2026, 1, 31, 0, 0, 0)
            assert entry.external_attr >> 16 == 0o644
    readme = inside.pop("README.txt").decode("utf-8")
    assert "CC BY 4.0" in readme
    assert "不是政府网站" in readme
    beside = {name.removeprefix("data/"): content for name, content in published.items() if name.startswith("data/")}
    assert inside == {name: content for name, content in beside.items() if name != "minggui-data.zip"}


def test_nothing_but_the_data_decides_the_bytes(tiny: Path, published: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    project = read_project(tiny, {})
    assert project.site is not None
    again = open_data(project.graph, project.site)
    assert {name: text.encode("utf-8") if isinstance(text, str) else text for name, text in again.items()} == published


def test_archives_cannot_be_older_than_their_format() -> None:
    from datetime import date

    with zipfile.ZipFile(io.BytesIO(zipped({"a": b"b"}, date(1970, 6, 1)))) as archive:
        assert archive.infolist()[0].date_time[0] == 1980
