from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dataset import read_dataset
from generator.documents import read_document
from generator.importing import Draft, draft_plan
from generator.importing.desk import Request
from generator.importing.merge import Merged, merge
from generator.importing.report import report
from generator.importing.splice import change
from generator.importing.write import Places, proposed_names, read_folder, write_draft, write_merged, write_work
from generator.model import Task
from tests.importing import samples

PLACES_PLAN = "yunze-145"


def draft(county: Path, text: str) -> Draft:
    document, _ = read_document(text.encode(), "sample.txt")
    assert document is not None
    made = draft_plan(
        document, read_dataset(county)[0], Request(PLACES_PLAN, "yunze", None, None, date(2026, 1, 2), f"{abs(hash(text)):064x}"[:64])
    )
    assert isinstance(made, Draft)
    return made


def first(county: Path) -> Places:
    places = Places(county, PLACES_PLAN)
    made = draft(county, samples.SCHEME)
    write_draft(places, made)
    write_work(places, made, report(made, "sample.txt", None), made.files)
    return places


def again(county: Path, text: str, *, base: bool = True) -> Merged:
    places = Places(county, PLACES_PLAN)
    made = draft(county, text)
    old, broken = read_folder(places.folder)
    assert broken == []
    names = proposed_names(places) | made.registry.unit_names
    merged = merge(old, made.files, read_folder(places.work / "draft")[0] if base else None, made.plan, names)
    write_merged(places, merged)
    write_work(places, made, report(made, "sample.txt", merged), merged.draft)
    assert read_dataset(county)[1] == []
    return merged


def edit(places: Places, file: str, old: str, new: str) -> None:
    path = places.folder / f"{file}.yml"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_the_same_document_changes_nothing(county: Path) -> None:
    places = first(county)
    before = {path.name: path.read_bytes() for path in places.folder.iterdir()}
    merged = again(county, samples.SCHEME)
    assert (merged.changes, merged.kept) == ([], [])
    assert {path.name: path.read_bytes() for path in places.folder.iterdir()} == before


def test_what_people_wrote_stays_byte_for_byte(county: Path) -> None:
    places = first(county)
    edit(places, "c01", 'summary: "【待写】"', "summary:   >-\n  人写的话，\n  写了两行   # 不是注释\n# 一条注释")
    edit(places, "c01", '          - "【待写】"', "          -   开垦   # 又一条注释")
    before = (places.folder / "c01.yml").read_text(encoding="utf-8").splitlines()
    text = samples.SCHEME.replace("茶园面积达到3万亩", "茶园面积达到4万亩").replace(
        "参加单位：县财政局、水利局", "参加单位：县财政局、林业局"
    )
    merged = again(county, text)
    assert any("茶园面积” 的数字：3 → 4" in words for words in merged.changes)
    assert any(words.startswith("任务 001 的参加单位：县财政局、县水利局") and "县林业局" in words for words in merged.changes)
    after = (places.folder / "c01.yml").read_text(encoding="utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert len(gone) == 2
    assert all("t01" in line or "shuiliju" in line for line in gone)
    assert len(after) == len(before)


def test_a_change_that_people_made_wins(county: Path) -> None:
    places = first(county)
    edit(places, "c01", "value: 3", "value: 5")
    assert again(county, samples.SCHEME).changes == []
    merged = again(county, samples.SCHEME.replace("茶园面积达到3万亩", "茶园面积达到4万亩"))
    assert any("数据里有人改过" in words for words in merged.kept)
    assert "value: 5" in (places.folder / "c01.yml").read_text(encoding="utf-8")


def test_without_the_last_draft_only_plain_facts_are_written(county: Path) -> None:
    places = first(county)
    edit(places, "c01", "quantity: level", "quantity: total")
    merged = again(county, samples.SCHEME.replace("牵头单位：县商务局", "牵头单位：县财政局"), base=False)
    assert "任务 002 的牵头单位：县商务局 → 县财政局" in merged.changes
    assert "quantity: total" in (places.folder / "c01.yml").read_text(encoding="utf-8")
    assert any("分不清" in words or "没有了" in words for words in merged.kept)


def test_an_inserted_task_is_added_and_the_others_keep_their_ids(county: Path) -> None:
    places = first(county)
    edit(places, "c01", "title: 打造茶叶品牌", "title: 打造茶叶品牌  # 留着")
    inserted = "2.修建茶叶仓库。建设冷藏仓库，完善运输条件。\n\n牵头单位：县商务局\n\n3.打造茶叶品牌"
    text = samples.SCHEME.replace("2.打造茶叶品牌", inserted).replace("3.新建乡村学校", "4.新建乡村学校")
    merged = again(county, text)
    tasks = read_dataset(county)[0].all(Task)
    assert {t.title: t.id.rsplit("-", 1)[1] for t in tasks.values()} == {
        "扩大茶园面积": "001",
        "修建茶叶仓库": "004",
        "打造茶叶品牌": "002",
        "新建乡村学校": "003",
    }
    assert tasks["yunze-145-002"].number == 3
    assert again(county, text).changes == []
    assert [t.order for t in tasks.values()] == sorted(t.order for t in tasks.values())
    assert any(words.endswith("004：新增") for words in merged.changes)
    assert "# 留着" in (places.folder / "c01.yml").read_text(encoding="utf-8")


def test_what_is_gone_from_the_document_is_named_not_deleted(county: Path) -> None:
    first(county)
    start, end = samples.SCHEME.index("2.打造"), samples.SCHEME.index("二、改善民生")
    merged = again(county, samples.SCHEME[:start] + samples.SCHEME[end:])
    assert any("任务 002" in words and "没有了" in words for words in merged.kept)
    assert "yunze-145-002" in read_dataset(county)[0].all(Task)


LINES = st.lists(
    st.sampled_from(["a: 1", "b:   2  # 注", "c: [x,  y]", "# 话", "", "d: >-\n  甲\n  乙", "e: {k: 1,   l: '2'}"]), unique=True, min_size=1
)


@given(LINES)
def test_lines_that_do_not_change_are_the_same_bytes(lines: list[str]) -> None:
    text = "first: 0\n" + "\n".join(lines) + "\nlast: 9\n"
    changed = change(text, lambda tree: tree.__setitem__("last", 8))
    assert changed == text.replace("last: 9", "last: 8")
    assert change(text, lambda tree: None) == text


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_any_correction_leaves_data_that_loads(data: st.DataObject) -> None:
    lines = (samples.SCHEME + samples.OUTLINE).splitlines()
    kept = [line for line in lines if not line or data.draw(st.integers(0, 5)) or line == lines[0]]
    at = data.draw(st.integers(1, len(kept)))
    kept.insert(
        at,
        data.draw(
            st.sampled_from(["4.修路。牵头单位：县交通局", "第九章 其他", "（三）新的一节", "专栏9 项目", "到2024年，粮食产量达到5万吨。"])
        ),
    )
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data").mkdir()
        places, made = Places(root, PLACES_PLAN), draft(root, "\n".join(lines))
        write_draft(places, made)
        write_work(places, made, "", made.files)
        base = data.draw(st.booleans())
        again(root, "\n".join(kept), base=base)
        if base:  # without the last draft a second look may still learn something
            assert again(root, "\n".join(kept)).changes == []
