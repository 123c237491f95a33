"""``minggui remove``: refuses with every place, merges, redirects; writes only when told to; exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.authoring.ids import numbered, taken
from generator.authoring.redirects import retired
from generator.dataset import Dataset, read_dataset
from tests.cli.test_cli import run

UNITS = "data/units/qinghe.yml"


def texts(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "data").rglob("*.yml")}


def read(root: Path) -> Dataset:
    dataset, findings = read_dataset(root)
    assert {finding.rule for finding in findings} <= {"unknown-file"}
    return dataset


def add(root: Path, name: str, line: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def test_every_place_that_names_it_is_listed_and_nothing_happens(tiny: Path) -> None:
    before = texts(tiny)
    result = run("remove", "qinghe-minzheng", "--yes", "--root", str(tiny))
    assert result.exit_code == 1
    assert "data/plans/qinghe-145/p1.yml:44:28: 任务 qinghe-145-001 的“leads”用到它" in result.output
    assert "data/plans/qinghe-145/projects.yml:3:" in result.output and "项目 qinghe-day-centre 的“owners”用到它" in result.output
    assert "没有删" in result.output and "--into" in result.output
    assert texts(tiny) == before


NEAR = "  - {id: qinghe-near, name: %s, kind: government, region: %s}"


@pytest.mark.parametrize(
    ("name", "region", "words"),
    [
        ("县民政服务局", "qinghe", "名称最接近的是单位“县民政服务局”（qinghe-near），"),
        ("民政局", "qinghe", "名称相同的有单位“民政局”（qinghe-near），"),
        ("新民政局, aliases: [县民政局]", "qinghe", "名称相同的有单位“新民政局”（qinghe-near，也叫“县民政局”），"),
    ],
)
def test_the_likely_other_one_is_named_with_its_id(tiny: Path, name: str, region: str, words: str) -> None:
    add(tiny, UNITS, NEAR % (name, region))
    result = run("remove", "qinghe-minzheng", "--root", str(tiny))
    assert result.exit_code == 1
    assert words in result.output
    assert "看清楚确实是同一个，再运行 minggui remove qinghe-minzheng --into qinghe-near\n" in result.output


@pytest.mark.parametrize(("name", "region"), [("水务局", "qinghe"), ("县民政局", "linhe")])
def test_nothing_is_proposed_that_is_not_alike_or_of_another_place(tiny: Path, name: str, region: str) -> None:
    add(tiny, UNITS, NEAR % (name, region))
    result = run("remove", "qinghe-minzheng", "--root", str(tiny))
    assert "qinghe-near" not in result.output
    assert "minggui remove qinghe-minzheng --into 另一条的编号\n" in result.output


def test_a_name_of_another_plan_s_division_is_no_proposal(tiny: Path) -> None:
    result = run("remove", "qinghe-145-c01", "--root", str(tiny))
    assert "linhe-2024" not in result.output
    assert "--into" in result.output


def test_what_stands_inside_a_record_counts_as_named(tiny: Path) -> None:
    result = run("remove", "qinghe-145-c01", "--root", str(tiny))
    assert result.exit_code == 1
    assert "指的是里面的" in result.output


def test_a_record_that_nobody_names_goes_with_a_redirect_once_told_to(tiny: Path) -> None:
    add(tiny, "data/published.txt", "unit qinghe-extra")
    add(tiny, UNITS, "  # 新的\n  - {id: qinghe-extra, name: 县某局, kind: government, region: qinghe}  # 多出来的")
    before = texts(tiny)
    shown = run("remove", "qinghe-extra", "--root", str(tiny))
    assert shown.exit_code == 0
    assert "还没有改" in shown.output and "一起删去的注释：多出来的" in shown.output
    assert texts(tiny) == before
    done = run("remove", "qinghe-extra", "--yes", "--since", "2026-01-02", "--root", str(tiny))
    assert done.exit_code == 0
    assert "qinghe-extra" not in read(tiny).records["unit"]
    assert "{from: qinghe-extra, to: units/, since: 2026-01-02, reason: 不再收录}" in (tiny / "data/redirects.yml").read_text(
        encoding="utf-8"
    )


def test_an_id_that_was_given_once_is_never_given_again(tiny: Path) -> None:
    add(tiny, "data/published.txt", "note qinghe-145-n09")
    add(
        tiny,
        "data/plans/qinghe-145/notes.yml",
        "  - {id: qinghe-145-n09, kind: slip, subjects: [qinghe-145-002], text: 笔误。, sources: [{starts: 茶}]}",
    )
    assert run("remove", "qinghe-145-n09", "--yes", "--root", str(tiny)).exit_code == 0
    assert "写好了说明 qinghe-145-n10" in run("new", "note", "--subject", "qinghe-145-002", "--root", str(tiny)).output


def test_merging_rewrites_what_names_it_and_keeps_its_name_and_comments(tiny: Path) -> None:
    run("fmt", "--root", str(tiny))
    file = tiny / "data/plans/qinghe-145/p1.yml"
    text = file.read_text(encoding="utf-8")
    line = "{unit: qinghe-minzheng, role_printed: 牵头单位, role_basis: line}"
    assert line in text
    file.write_text(text.replace(line, f"{line}  # 原文第一段"), encoding="utf-8")
    result = run("remove", "qinghe-minzheng", "--into", "qinghe-jiaotong", "--yes", "--root", str(tiny))
    assert result.exit_code == 0
    dataset = read(tiny)
    assert "qinghe-minzheng" not in dataset.records["unit"]
    unit = dataset.records["unit"]["qinghe-jiaotong"]
    assert getattr(unit, "aliases", ()) == ("交通局", "县民政局", "民政局")
    assert "- {unit: qinghe-jiaotong, role_printed: 牵头单位, role_basis: line}  # 原文第一段" in file.read_text(encoding="utf-8")
    assert "qinghe-minzheng" not in "".join(
        p.read_text(encoding="utf-8") for p in (tiny / "data").rglob("*.yml") if p.name != "redirects.yml"
    )
    assert run("fmt", "--check", "--root", str(tiny)).exit_code == 0


def test_a_list_that_names_both_names_the_one_that_stays_once(tiny: Path) -> None:
    run("fmt", "--root", str(tiny))
    result = run("remove", "qinghe-towns", "--into", "qinghe-jiaotong", "--yes", "--root", str(tiny))
    assert result.exit_code == 0
    task = read(tiny).records["task"]["qinghe-145-001"]
    assert [role.unit for role in getattr(task, "participants", ())] == ["qinghe-jiaotong"]


def test_nothing_comes_to_name_itself(tiny: Path) -> None:
    run("fmt", "--root", str(tiny))
    result = run("remove", "linhe-tea-road", "--into", "qinghe-tea-road", "--yes", "--root", str(tiny))
    assert result.exit_code == 0
    assert getattr(read(tiny).records["project"]["qinghe-tea-road"], "same_as", None) == ()


def test_progress_follows_its_subject_with_an_id_of_its_own(tiny: Path) -> None:
    run("new", "task", "--chapter", "qinghe-145-c02", "--title", "再建一座照料站", "--anyway", "--root", str(tiny))
    add(
        tiny,
        "data/updates/qinghe-145.yml",
        "  - {id: qinghe-145-005-u01, date: 2025-03-02, subject: qinghe-145-005, status: done, text: 建好了。, "
        'evidence: [{title: 公告, source: "https://example.org"}]}',
    )
    result = run("remove", "qinghe-145-005", "--into", "qinghe-145-001", "--yes", "--root", str(tiny))
    assert result.exit_code == 0, result.output
    update = read(tiny).records["update"]["qinghe-145-001-u02"]
    assert getattr(update, "subject", "") == "qinghe-145-001"
    redirects = (tiny / "data/redirects.yml").read_text(encoding="utf-8")
    assert retired(redirects)[-2:] == ["qinghe-145-005", "qinghe-145-005-u01"]
    add(tiny, "data/published.txt", "update qinghe-145-001-u02")
    again = run("remove", "qinghe-145-001-u02", "--to", "qinghe-145-002", "--yes", "--root", str(tiny))
    assert again.exit_code == 0
    assert "to: qinghe-145-002, since" in (tiny / "data/redirects.yml").read_text(encoding="utf-8").split("qinghe-145-005-u01")[1]


def test_a_chapter_goes_with_its_file(tiny: Path) -> None:
    run("new", "chapter", "--plan", "qinghe-145", "--title", "多余的一章", "--root", str(tiny))
    assert (tiny / "data/plans/qinghe-145/c03.yml").exists()
    add(tiny, "data/published.txt", "division qinghe-145-c03")
    assert run("remove", "qinghe-145-c03", "--yes", "--root", str(tiny)).exit_code == 0
    assert not (tiny / "data/plans/qinghe-145/c03.yml").exists()


def test_what_was_never_public_needs_no_redirect(tiny: Path) -> None:
    before = (tiny / "data/redirects.yml").read_bytes()
    add(tiny, UNITS, "  - {id: qinghe-extra, name: 县某局, kind: government, region: qinghe}")
    assert run("remove", "qinghe-extra", "--yes", "--root", str(tiny)).exit_code == 0
    assert (tiny / "data/redirects.yml").read_bytes() == before


def test_links_in_hand_written_pages_are_named(tiny: Path) -> None:
    add(tiny, UNITS, "  - {id: qinghe-extra, name: 县某局, kind: government, region: qinghe}")
    add(tiny, "site_src/pages/about.md", "\n[某局](units/qinghe-extra/)")
    result = run("remove", "qinghe-extra", "--root", str(tiny))
    assert "site_src/pages/about.md:" in result.output and "请自己改" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["qinghe-minzhen"], "是不是：qinghe-minzheng"),
        (["../etc"], "没有编号为"),
        (["\x1b[31m"], "没有编号为"),
        (["qinghe-minzheng", "--into", "tea"], "没有编号为“tea”的单位"),
        (["qinghe-minzheng", "--into", "qinghe-minzheng"], "不能和自己合并"),
        (["qinghe-145-001", "--into", "qinghe-145-002"], "里面还有目标"),
        (["qinghe-145"], "整份规划"),
    ],
)
def test_what_cannot_be_done_is_code_2(tiny: Path, arguments: list[str], words: str) -> None:
    before = texts(tiny)
    result = run("remove", *arguments, "--yes", "--root", str(tiny))
    assert result.exit_code == 2
    assert words in result.output and "\x1b[31m\n" not in result.output
    assert texts(tiny) == before


def test_ids_go_on_behind_the_highest_ever_used(tiny: Path) -> None:
    dataset = read(tiny)
    used = taken(dataset, "redirects:\n  - {from: qinghe-145-041, to: qinghe-145-001, since: 2026-01-01, reason: 合并}\n")
    assert numbered("qinghe-145-", 3, used) == "qinghe-145-042"
