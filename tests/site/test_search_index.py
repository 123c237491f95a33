"""Making the index: what Pagefind is told, its real binary at work, and files kept between runs."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.graph import Graph
from generator.search import SearchRecord, search_records, segmented
from generator.search.records import kind_mark
from generator.site import search_index
from generator.site.project import read_project
from generator.site.search_index import BUNDLE, CACHE, FOLDER, SearchIndexError, index_files, message_of
from generator.site.staging import BUILD, StagingError, stage

TASK = SearchRecord(
    kind="任务",
    url="tasks/x-001/",
    title="建养老院",
    summary="建一座。" * 100,
    names=("第1条", "1"),
    body=("老人有去处。", "", "县民政局"),
    plan="某县规划",
    region="某县",
    topics=("养老", "住房"),
    year="2025",
    number="第1条",
    lead="县民政局",
    target="床位 100张",
)


def test_title_and_names_weigh_more_than_the_text() -> None:
    content = message_of(TASK)["content"]
    assert content == (
        "___PAGEFIND_WEIGHT___8 建养 养老 老院 院 ___END_PAGEFIND_WEIGHT___ "
        "___PAGEFIND_WEIGHT___5 第 1 条 1 ___END_PAGEFIND_WEIGHT___ "
        "老人 人有 有去 去处 处 县民 民政 政局 局"
    )


def test_a_kind_s_mark_is_one_word_and_its_own() -> None:
    """The browser makes the same word (``site_src/assets/search/words.js``)."""
    assert kind_mark("任务") == "kind4efb52a1"
    assert kind_mark("任务") != kind_mark("项目")


def test_a_record_without_names_or_text_has_no_empty_weight() -> None:
    content = message_of(SearchRecord("项目", "projects/x/", "茶路", "", ("", ""), ("",)))["content"]
    assert content == f"___PAGEFIND_WEIGHT___8 {segmented('茶路')} ___END_PAGEFIND_WEIGHT___"


def test_no_pair_joins_two_names_or_two_texts() -> None:
    content = message_of(SearchRecord("单位", "units/x/", "甲局", "", ("乙局", "丙局"), ("丁", "戊")))["content"]
    assert not {"局丙", "丁戊"} & set(content.split(" "))


def test_what_a_result_shows_and_is_filtered_by() -> None:
    assert message_of(TASK)["meta"] == {
        "name": "建养老院",
        "kind": "任务",
        "plan": "某县规划",
        "number": "第1条",
        "lead": "县民政局",
        "target": "床位 100张",
        "text": TASK.summary[:160],
        "region": "某县",
        "topics": "养老、住房",
        "year": "2025",
    }


def test_what_a_record_lacks_is_not_shown() -> None:
    assert message_of(SearchRecord("主题", "topics/x/", "养老", ""))["meta"] == {"name": "养老", "kind": "主题"}


def test_pagefind_s_own_filters_are_left_alone() -> None:
    """It writes them in no fixed order, and equal data must make equal bytes."""
    assert message_of(TASK)["filters"] == {}


def test_the_address_is_below_the_root() -> None:
    message = message_of(TASK)
    assert (message["type"], message["url"], message["language"]) == ("AddRecord", "/tasks/x-001/", "unknown")
    assert message_of(SearchRecord("名词", "glossary/#x", "词", ""))["url"] == "/glossary/#x"


@pytest.fixture(scope="module")
def made(tiny_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The index of the tiny data, made by the real binary."""
    return index_files(search_records(tiny_graph), tmp_path_factory.mktemp("index"))


def fragments(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """What the index holds of each record; Pagefind writes a mark of its own before the JSON."""
    packed = [gzip.decompress(content) for name, content in files.items() if name.endswith(".pf_fragment")]
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in packed]


def test_pagefind_makes_an_index(tiny_graph: Graph, made: dict[str, bytes]) -> None:
    assert all(name.startswith(FOLDER + "/") for name in made)
    assert all(made.values())
    assert {f"{FOLDER}/{name}" for name in BUNDLE} <= set(made)
    for ending in (".pf_index", ".pf_fragment", ".pf_meta", ".pagefind"):
        assert any(name.endswith(ending) for name in made), ending
    entry = json.loads(made[f"{FOLDER}/pagefind-entry.json"])
    assert {name: language["page_count"] for name, language in entry["languages"].items()} == {"unknown": len(search_records(tiny_graph))}


def test_nothing_of_pagefind_s_own_interface_is_published(made: dict[str, bytes]) -> None:
    assert not [name for name in made if "-ui" in name or "highlight" in name or "component" in name or name.endswith(".css")]


def test_every_record_is_in_the_index_with_what_it_shows(tiny_graph: Graph, made: dict[str, bytes]) -> None:
    records = {"/" + record.url: record for record in search_records(tiny_graph)}
    found = {fragment["url"]: fragment for fragment in fragments(made)}
    assert set(found) == set(records)
    for url, fragment in found.items():
        assert fragment["meta"] == message_of(records[url])["meta"]
        assert "PAGEFIND_WEIGHT" not in fragment["content"]


def test_equal_records_make_equal_bytes(tiny_graph: Graph, made: dict[str, bytes], tmp_path: Path) -> None:
    assert index_files(search_records(tiny_graph), tmp_path / "elsewhere") == made


def never(messages: list[dict[str, Any]]) -> dict[str, bytes]:
    raise AssertionError("Pagefind was started")


def test_the_same_records_start_nothing(tiny_graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = index_files(search_records(tiny_graph), tmp_path)
    monkeypatch.setattr(search_index, "_made", never)
    assert index_files(search_records(tiny_graph), tmp_path) == first


def test_other_records_make_another_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = index_files([TASK], tmp_path)
    other = index_files([SearchRecord("主题", "topics/tea/", "茶叶", "")], tmp_path)
    assert [fragment["url"] for fragment in fragments(one)] == ["/tasks/x-001/"]
    assert [fragment["url"] for fragment in fragments(other)] == ["/topics/tea/"], "nothing of the last index is left over"
    monkeypatch.setattr(search_index, "_made", never)
    with pytest.raises(AssertionError, match="started"):
        index_files([SearchRecord("主题", "topics/tea/", "绿茶", "")], tmp_path)


def test_an_index_that_was_not_finished_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = index_files([TASK], tmp_path / "whole")
    (kept,) = (tmp_path / "whole" / CACHE).iterdir()
    half = tmp_path / "half" / CACHE / f"{kept.name}.new"
    half.mkdir(parents=True)
    (half / "pagefind.js").write_bytes(b"half")
    assert index_files([TASK], tmp_path / "half") == whole
    assert [path.name for path in (tmp_path / "half" / CACHE).iterdir()] == [kept.name]


def test_the_index_is_kept_outside_of_what_is_staged(tmp_path: Path) -> None:
    index_files([TASK], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [CACHE.split("/")[0]]
    assert not CACHE.startswith(BUILD)


def test_without_pagefind_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SearchIndexError, match="没有安装 Pagefind；请先运行 make site"):
        index_files([TASK], tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_package_without_its_binary_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("pagefind_bin", tmp_path / "__init__.py")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    with pytest.raises(SearchIndexError, match="没有安装 Pagefind"):
        search_index.binary()


def test_staging_passes_the_message_on(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = read_project(tiny, {})

    def missing() -> Path:
        raise SearchIndexError("没有安装 Pagefind；请先运行 make site")

    monkeypatch.setattr(search_index, "binary", missing)
    with pytest.raises(StagingError, match="没有安装 Pagefind"):
        stage(project)


def pretend(folder: Path, answer: dict[str, object] | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program in the place of the binary that reads one message, gives one answer or none, and ends."""
    said = json.dumps({"message_id": 1, "payload": answer}) if answer else ""
    program = f"import base64, os\nos.read(0, 65536)\nos.write(1, base64.b64encode({said!r}.encode()) + {b',' if answer else b''!r})\n"
    path = folder / "pagefind"
    path.write_text(f"#!{sys.executable}\n{program}", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(search_index, "binary", lambda: path)


def test_a_binary_that_ends_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, None, monkeypatch)
    with pytest.raises(SearchIndexError, match="中途退出"):
        index_files([TASK], tmp_path / "root")
    assert not (tmp_path / "root").exists()


def test_what_pagefind_complains_about_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, {"type": "Error", "message": "bad " * 200}, monkeypatch)
    with pytest.raises(SearchIndexError, match="Pagefind 不能做索引：bad") as caught:
        index_files([TASK], tmp_path / "root")
    assert len(str(caught.value)) < 250


def test_a_binary_that_ends_at_once_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "pagefind"
    broken.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setattr(search_index, "binary", lambda: broken)
    for _ in range(10):
        with pytest.raises(SearchIndexError):
            index_files([SearchRecord("任务", "tasks/x-001/", "修路", "修一条路。")], tmp_path)
