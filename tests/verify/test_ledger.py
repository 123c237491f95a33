"""What of a document no record represents."""

from __future__ import annotations

from pathlib import Path

from generator.verify import Ledger, ledger_of
from generator.verify.ledger import WORDS, Count
from tests.copies import Copy
from tests.verify.sample import DOCUMENT, ROWS_FILE, TASKS_FILE, read_sample, write_sample


def ledger(copy: Copy) -> Ledger:
    return ledger_of(*read_sample(copy))


def test_the_sample_leaves_nothing_out(sample: Copy) -> None:
    found = ledger(sample)
    assert found.gaps == ()
    assert set(found.counts) == set(WORDS)
    assert found.counts["headings"] == Count(4, 4)
    assert found.counts["items"] == Count(7, 7)
    assert found.counts["responsibility"] == Count(9, 9)
    assert found.counts["figures"].found >= 8


def test_a_task_left_out_is_a_gap_with_its_lines_and_figures(sample: Copy) -> None:
    text = sample.path(TASKS_FILE).read_text(encoding="utf-8")
    start, end = text.index("      - id: yunxi-145-006"), text.index("  - id: yunxi-145-c02-s02")
    sample.path(TASKS_FILE).write_text(text[:start] + text[end:], encoding="utf-8")
    found = ledger(sample)
    line = DOCUMENT[: DOCUMENT.index("6.办好城乡班车")].count("\n") + 1
    items = [gap for gap in found.gaps if gap.what == "items"]
    assert [(gap.line, gap.text[:8]) for gap in items] == [(line, "6.办好城乡班车")]
    assert found.counts["items"] == Count(7, 6)
    assert {gap.what for gap in found.gaps} == {"items", "responsibility", "figures", "paragraphs"}
    assert found.counts["responsibility"] == Count(9, 7)


def test_an_indicator_left_out(sample: Copy) -> None:
    text = sample.path(ROWS_FILE).read_text(encoding="utf-8")
    sample.path(ROWS_FILE).write_text(text[: text.index("  - id: yunxi-145-i04")], encoding="utf-8")
    sample.remove("plans/yunxi-145/notes.yml")
    assert [(gap.what, gap.text[:6]) for gap in ledger(sample).gaps] == [("items", "4.空气质量"[:6]), ("responsibility", "数据提供单位")]


def test_a_target_left_out(sample: Copy) -> None:
    text = sample.path(TASKS_FILE).read_text(encoding="utf-8")
    row = next(line for line in text.splitlines(keepends=True) if "005-t02" in line)
    sample.edit(TASKS_FILE, row, "")
    found = ledger(sample)
    assert [gap.what for gap in found.gaps] == ["figures"]
    assert "45个" in found.gaps[0].text


def test_a_heading_that_the_data_lacks(tmp_path: Path) -> None:
    text = DOCUMENT + "\n三、保障措施\n\n各部门要密切配合。\n"
    found = ledger(write_sample(tmp_path, text))
    assert [(gap.what, gap.text) for gap in found.gaps] == [("headings", "三、保障措施")]
    assert found.counts["headings"] == Count(5, 4)


def test_rows_of_a_table(tmp_path: Path) -> None:
    text = DOCUMENT + "\n| 指标 | 目标 |\n| 造林面积 | 5万亩 |\n| 水渠 | 3条 |\n"
    found = ledger(write_sample(tmp_path, text))
    assert found.counts["rows"] == Count(2, 0)
    assert [gap.line for gap in found.gaps if gap.what == "rows"] == [text.count("\n") - 1, text.count("\n")]
