"""The exports are a contract (DESIGN §5): file names, field names, order and form are what others rely on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import schema
from generator.exports import export_files
from generator.graph import Graph
from generator.site.project import read_project
from tests.conftest import TINY

FIELDS = {
    "plans": "id title short_title kind regions period issuer document_number index_number dated published adopted delivered validity "
    "implements highlights expected summary documents counts url",
    "divisions": "id plan parent kind label title title_basis order inferred summary children url",
    "tasks": "id plan division number order title title_basis summary meaning measures leads participants targets topics audiences places "
    "projects indicators related source url",
    "targets": "id plan owner metric operator quantity value value_max measure base by by_basis horizon text url",
    "results": "id plan division metric quantity value measure year url",
    "indicators": "id plan definition number group name base target growth attribute providers notes division source url",
    "indicator-definitions": "id name quantity measure topic explanation aliases synonyms direction url",
    "units": "id region name aliases synonyms kind parent place members note leads participates provides url",
    "projects": "id plan division name aliases category stage scale investment owners places tasks box same_as source url",
    "boxes": "id plan division title kind number groups source url",
    "places": "id name kind region aliases synonyms parent url",
    "topics": "id name summary synonyms url",
    "audiences": "id name summary synonyms url",
    "terms": "id term explanation basis aliases synonyms scope topics url",
    "regions": "id name level parent code url",
    "updates": "id date subject status text evidence url",
    "notes": "id plan kind subjects text sources url",
    "redirects": "id from to since reason url",
    "changes": "id date what kind subject plan field about text old new units correction since reason url",
}
"""File name → the least that each of its records has."""
FOLDERS = {"indicators": "indicator-rows", "indicator-definitions": "indicators"}
"""Where the folder of a record's own file is not named after the export."""
LISTS = {"leads", "participants", "targets", "topics", "audiences", "places", "projects", "indicators", "related", "measures", "aliases"}
LISTS |= {
    "synonyms",
    "members",
    "participates",
    "provides",
    "owners",
    "same_as",
    "providers",
    "regions",
    "highlights",
    "sources",
    "subjects",
    "units",
}

Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def files(tiny_graph: Graph) -> dict[str, str]:
    pairs = list(export_files(tiny_graph, ""))
    assert len(pairs) == len(dict(pairs)), "no file is written twice"
    return dict(pairs)


@pytest.fixture(scope="module")
def rows(files: Mapping[str, str]) -> dict[str, Rows]:
    return {name: json.loads(files[f"data/{name}.json"]) for name in FIELDS}


def one(rows: Mapping[str, Rows], name: str, identifier: str) -> dict[str, Any]:
    return next(row for row in rows[name] if row["id"] == identifier)


def test_the_files_are_exactly_those_of_the_contract(files: Mapping[str, str]) -> None:
    assert {name for name in files if name.startswith("data/")} == {f"data/{name}.json" for name in FIELDS}


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_record_has_the_fields_of_the_contract(rows: Mapping[str, Rows], name: str) -> None:
    assert rows[name], "the tiny project has every kind of record"
    for row in rows[name]:
        assert set(FIELDS[name].split()) <= set(row), f"{name}: {set(FIELDS[name].split()) - set(row)} missing"
        assert set(row) == set(rows[name][0]), "records of a kind have the same fields, null where nothing is known"
        for field in LISTS & set(row):
            if (name, field) != ("targets", "text"):
                assert isinstance(row[field], list), f"{name}.{field}"


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_file_is_utf8_json_with_one_record_a_line(files: Mapping[str, str], rows: Mapping[str, Rows], name: str) -> None:
    text = files[f"data/{name}.json"]
    lines = text.split("\n")
    assert (lines[0], lines[-2], lines[-1]) == ("[", "]", "")
    assert "\r" not in text
    records = [json.loads(line.removesuffix(",")) for line in lines[1:-2]]
    assert records == rows[name]
    assert [row["id"] for row in records] == list(dict.fromkeys(row["id"] for row in records))
    assert "\\u" not in text, "Chinese stays readable"


def test_no_record_is_lost(tiny_graph: Graph, rows: Mapping[str, Rows]) -> None:
    # A comparison with the document is published with its plan, not as a file of its own.
    counted = {kind: len(shelf) for kind, shelf in tiny_graph.dataset.records.items() if kind != "verification"}
    verifications = {row["id"]: row["verification"] for row in rows["plans"]}
    assert verifications["linhe-2024"] is None
    assert verifications["qinghe-145"]["differences"] == 1
    assert sum(counted.values()) == sum(len(found) for found in rows.values())
    assert {name: len(rows[name]) for name in ("plans", "divisions", "tasks", "targets", "results", "units", "notes")} == {
        "plans": 2,
        "divisions": 7,
        "tasks": 3,
        "targets": 5,
        "results": 2,
        "units": 4,
        "notes": 2,
    }


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_record_stands_alone_too(files: Mapping[str, str], rows: Mapping[str, Rows], name: str) -> None:
    folder = FOLDERS.get(name, name)
    alone = {path for path in files if path.startswith(f"{folder}/")}
    assert alone == {f"{folder}/{row['id']}/index.json" for row in rows[name]}
    for row in rows[name]:
        assert json.loads(files[f"{folder}/{row['id']}/index.json"]) == row


def test_an_empty_kind_is_an_empty_array(tiny: Path) -> None:
    (tiny / "data/updates/qinghe-145.yml").unlink()
    files = dict(export_files(read_project(tiny, {}).graph, ""))
    assert files["data/updates.json"] == "[]\n"


def test_the_order_is_that_of_the_documents(rows: Mapping[str, Rows]) -> None:
    assert [row["id"] for row in rows["tasks"]] == ["qinghe-145-001", "qinghe-145-002", "qinghe-145-003"]
    assert [row["id"] for row in rows["indicators"]] == ["linhe-2024-i01", "qinghe-145-i01", "qinghe-145-i02"]
    targets = [row["id"] for row in rows["targets"]]
    assert targets.index("qinghe-145-001-t01") < targets.index("qinghe-145-001-t02") < targets.index("qinghe-145-003-t01")


def test_the_order_does_not_hang_on_the_disk(tmp_path: Path, files: Mapping[str, str]) -> None:
    """Files that were created in another order give the same exports."""
    sources = sorted((path for path in TINY.rglob("*") if path.is_file() and "schema" not in path.parts), reverse=True)
    for source in sources:
        target = tmp_path / "again" / source.relative_to(TINY)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    schema.write(tmp_path / "again")
    assert list(export_files(read_project(tmp_path / "again", {}).graph, "")) == list(files.items())


def test_counts_of_a_plan_are_counted(rows: Mapping[str, Rows]) -> None:
    counts = one(rows, "plans", "qinghe-145")["counts"]
    own = {
        name: [row for row in rows[name] if row["plan"] == "qinghe-145"]
        for name in ("divisions", "tasks", "targets", "indicators", "projects")
    }
    units = {role["unit"] for task in own["tasks"] for role in (*task["leads"], *task["participants"])}
    assert counts == {
        "chapters": 2,
        "divisions": len(own["divisions"]),
        "tasks": len(own["tasks"]),
        "targets": len(own["targets"]),
        "indicators": len(own["indicators"]),
        "projects": len(own["projects"]),
        "units": len(units),
    }
    assert counts["units"] == 4
    assert one(rows, "plans", "linhe-2024")["counts"]["tasks"] == 0


def test_a_task_says_who_and_where_it_stands(rows: Mapping[str, Rows]) -> None:
    task = one(rows, "tasks", "qinghe-145-001")
    assert task["leads"] == [{"unit": "qinghe-minzheng", "role_printed": "牵头单位", "role_basis": "line"}]
    assert [role["unit"] for role in task["participants"]] == ["qinghe-jiaotong", "qinghe-towns"]
    assert task["targets"] == ["qinghe-145-001-t01", "qinghe-145-001-t02"]
    assert task["source"]["starts"] == "1.建日间照料中心"
    assert task["source"]["document"] == "main"
    assert task["source"]["url"] == "https://example.org/plan"


@pytest.mark.parametrize("name", ["divisions", "tasks", "indicators", "projects", "boxes"])
def test_every_locator_names_its_document(rows: Mapping[str, Rows], name: str) -> None:
    official = {"qinghe-145": ("main", "https://example.org/plan"), "linhe-2024": ("report", None)}
    for row in rows[name]:
        if row["source"] is not None:
            assert (row["source"]["document"], row["source"]["url"]) == official[row["plan"]], row["id"]


def test_every_locator_of_a_note_names_its_document(rows: Mapping[str, Rows]) -> None:
    for note in rows["notes"]:
        for source in note["sources"]:
            assert (source["document"], source.get("url")) == ("main", "https://example.org/plan"), note["id"]


def test_links_run_both_ways(rows: Mapping[str, Rows]) -> None:
    for task in rows["tasks"]:
        for role in task["leads"]:
            assert task["id"] in one(rows, "units", role["unit"])["leads"]
        for role in task["participants"]:
            assert task["id"] in one(rows, "units", role["unit"])["participates"]
        for project in task["projects"]:
            assert task["id"] in one(rows, "projects", project)["tasks"]
        for target in task["targets"]:
            assert one(rows, "targets", target)["owner"] == task["id"]
    for unit in rows["units"]:
        for task in unit["leads"]:
            assert unit["id"] in [role["unit"] for role in one(rows, "tasks", task)["leads"]]
        for row in unit["provides"]:
            assert unit["id"] in one(rows, "indicators", row)["providers"]
    for project in rows["projects"]:
        for task in project["tasks"]:
            assert project["id"] in one(rows, "tasks", task)["projects"]
    assert one(rows, "tasks", "qinghe-145-002")["projects"] == ["qinghe-tea-road"], "written at the project only"
    assert one(rows, "units", "qinghe-jiaotong")["provides"] == ["qinghe-145-i01"]


def test_every_reference_is_an_id_of_its_export(rows: Mapping[str, Rows]) -> None:
    ids = {name: {row["id"] for row in found} for name, found in rows.items()}
    fields = {"topics": "topics", "audiences": "audiences", "places": "places", "projects": "projects", "regions": "regions"}
    for task in rows["tasks"]:
        assert task["plan"] in ids["plans"]
        assert task["division"] in ids["divisions"]
        assert set(task["indicators"]) <= ids["indicator-definitions"]
        for field, name in fields.items():
            assert set(task.get(field, ())) <= ids[name]
    for row in rows["indicators"]:
        assert row["definition"] in ids["indicator-definitions"]


@pytest.mark.parametrize(
    ("base", "start"),
    [("", "/"), ("https://example.org", "https://example.org/"), ("https://example.org/a/b/", "https://example.org/a/b/")],
)
def test_url_is_our_address_of_the_record(tiny_graph: Graph, base: str, start: str) -> None:
    files = dict(export_files(tiny_graph, base))
    wanted = {
        "plans": {"qinghe-145": "plans/qinghe-145/"},
        "tasks": {"qinghe-145-001": "tasks/qinghe-145-001/"},
        "divisions": {
            "qinghe-145-p1": "plans/qinghe-145/p1/",
            "qinghe-145-c01": "plans/qinghe-145/c01/",
            "qinghe-145-c01-s01": "plans/qinghe-145/c01/#s01",
            "qinghe-145-preface": "plans/qinghe-145/preface/",
            "linhe-2024-s01": "plans/linhe-2024/s01/",
        },
        "units": {"qinghe-towns": "units/qinghe-towns/"},
        "projects": {"linhe-tea-road": "projects/linhe-tea-road/"},
        "indicator-definitions": {"forest": "indicators/forest/"},
        "indicators": {"qinghe-145-i01": "indicators/forest/#qinghe-145-i01"},
        "targets": {"qinghe-145-001-t01": "tasks/qinghe-145-001/#t01", "qinghe-145-c01-t01": "plans/qinghe-145/c01/#qinghe-145-c01-t01"},
        "terms": {"day-care": "glossary/#day-care"},
    }
    for name, addresses in wanted.items():
        found = {row["id"]: row["url"] for row in json.loads(files[f"data/{name}.json"])}
        for identifier, address in addresses.items():
            assert found[identifier] == start + address


def test_nothing_but_the_data_decides_the_bytes(tiny: Path, files: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("MINGGUI_SITE_URL", "https://example.org/")
    assert dict(export_files(read_project(tiny, {}).graph, "")) == files
    assert str(TINY.parent) not in "".join(files.values())
