from __future__ import annotations

from datetime import date

from generator.changes import file_text, kept
from generator.dataset import read_dataset
from generator.diagnostics import Diagnostic
from generator.model import Change
from tests.changes.conftest import Editions
from tests.copies import QINGHE, Copy

DAY = date(2026, 3, 1)
FILE = "changes/2026-03-01.yml"


def written(copy: Copy, entries: list[Change]) -> tuple[list[Change], list[Diagnostic]]:
    copy.append(FILE, file_text(entries))
    dataset, findings = read_dataset(copy.root)
    return [change for change in dataset.all(Change).values() if change.date_ == DAY], findings


def test_what_is_written_is_read_back(editions: Editions) -> None:
    editions.new.edit(QINGHE + "p1.yml", "title: 扩大茶园", "title: '种\"好\"茶: #1 — 甲'")
    editions.new.edit(QINGHE + "p1.yml", "leads: [{unit: qinghe-minzheng,", "leads: [{unit: qinghe-jiaotong,")
    entries = kept([], editions.told(), DAY)
    assert [entry.id for entry in entries] == ["2026-03-01-001", "2026-03-01-002"]
    assert written(editions.new, entries) == (entries, [])


def test_minor_differences_are_left_out(editions: Editions) -> None:
    editions.new.edit("topics.yml", "synonyms: [绿茶]", "synonyms: [绿茶, 红茶]")
    assert kept([], editions.told(), DAY) == []


def test_the_same_is_entered_once_and_numbers_go_on(editions: Editions) -> None:
    editions.new.edit("topics.yml", "name: 修路", "name: 公路")
    first = kept([], editions.told(), DAY)
    assert kept(first, editions.told(), DAY) == first
    editions.new.edit("topics.yml", "name: 茶叶", "name: 茶")
    assert [entry.id for entry in kept(first, editions.told(), DAY)] == ["2026-03-01-001", "2026-03-01-002"]


def test_a_correction_says_what_was_wrong(editions: Editions) -> None:
    editions.new.edit("topics.yml", "name: 修路", "name: 公路")
    (entry,) = kept([], editions.told(), DAY, "抄错了")
    assert (entry.correction, entry.reason) == (True, "抄错了")
    (silent,) = kept([], editions.told(), DAY, "")
    assert (silent.correction, silent.reason) == (True, None)
