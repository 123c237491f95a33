"""Measuring steps, and the table that tells of them."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from generator.bench import memory
from generator.bench.costs import Cost, Costs, Stopwatch
from generator.bench.memory import watched
from generator.bench.table import as_json, as_table

LARGE = 60_000_000
HOLD = f"import time; held = bytearray({LARGE}); time.sleep(0.3)"

COSTS = Costs(
    tasks=100,
    pages=250,
    records=300,
    engine="mkdocs",
    steps=(
        Cost("读取", 1.0, 0.9, 50_000_000, 0),
        Cost("做索引", 0.5, 0.8, 60_000_000, 90_000_000),
        Cost("用 mkdocs 生成网站", 8.5, 8.3, 60_000_000, 0),
    ),
    index_step="做索引",
    site_bytes=12_300_000,
    index_bytes=1_200_000,
    words_bytes=68_000,
)


def test_a_step_is_told_and_timed() -> None:
    told = []

    def tell(name: str) -> AbstractContextManager[None]:
        told.append(name)
        return nullcontext()

    watch = Stopwatch(tell)
    with watch.step("一"):
        time.sleep(0.02)
    with watch.step("二"):
        pass
    assert told == ["一", "二"]
    assert [cost.step for cost in watch.taken] == told
    assert watch.taken[0].seconds >= 0.02 > watch.taken[1].seconds
    assert watch.taken[0].own_bytes > 1_000_000


def test_work_of_a_started_process_is_counted() -> None:
    watch = Stopwatch(lambda _: nullcontext())
    with watch.step("一"):
        subprocess.run([sys.executable, "-c", "sum(range(3_000_000))"], check=True)
    with watch.step("二"):
        time.sleep(0.05)
    assert watch.taken[0].cpu_seconds > 0.02 > watch.taken[1].cpu_seconds


def test_a_step_that_fails_is_not_counted() -> None:
    watch = Stopwatch(lambda _: nullcontext())
    with pytest.raises(ValueError, match="no"), watch.step("一"):
        raise ValueError("no")
    assert watch.taken == []


def test_memory_of_a_started_process_is_seen_and_not_carried_into_the_next_step() -> None:
    if not (memory.PROC / "status").is_file():
        pytest.skip("needs /proc")
    with watched() as first:
        subprocess.run([sys.executable, "-c", HOLD], check=True)
    with watched() as second:
        pass
    assert first.child > LARGE > second.child
    assert first.own > 0


def test_without_proc_the_peaks_of_the_whole_run_are_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(memory, "PROC", tmp_path)
    with watched() as seen:
        pass
    assert seen.own > 1_000_000


def test_shares_are_of_the_whole_build() -> None:
    assert COSTS.seconds == 10.0
    assert COSTS.share("做索引") == 0.05
    assert COSTS.share("没有这一步") == 0.0


def test_the_table_names_every_step_with_its_cost() -> None:
    text = as_table(COSTS)
    lines = text.split("\n")
    assert lines[0] == "100 条任务，250 个页面，搜索里 300 条记录，用 mkdocs 从头构建"
    assert next(line for line in lines if line.startswith("做索引 ")).split() == [
        "做索引", "0.5", "0.8", "2.00", "5%", "60.0", "MB", "90.0", "MB"
    ]  # fmt: skip
    assert next(line for line in lines if line.startswith("合计")).split()[1:5] == ["10.0", "10.0", "40.00", "100%"]
    assert "网站 12.3 MB；其中搜索的索引 1.2 MB，词表 68 kB" in text
    assert "做索引占全程的 5%" in text


def test_columns_stand_under_each_other() -> None:
    rows = as_table(COSTS).split("\n")[2:7]
    wide = [sum(2 if ord(c) > 0x2E80 else 1 for c in row) for row in rows]
    assert len(set(wide)) == 1


def test_json_says_the_same() -> None:
    value = json.loads(as_json(COSTS))
    assert value["pages"] == 250
    assert value["seconds"] == 10.0
    assert value["index_share"] == 0.05
    assert [step["step"] for step in value["steps"]] == ["读取", "做索引", "用 mkdocs 生成网站"]
    wanted = {"step": "做索引", "seconds": 0.5, "cpu_seconds": 0.8, "ms_per_page": 2.0, "share": 0.05}
    assert value["steps"][1] == wanted | {"own_bytes": 60_000_000, "child_bytes": 90_000_000}
