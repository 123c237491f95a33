from __future__ import annotations

from generator.checks import plan_folder
from generator.diagnostics import Span
from tests.copies import QINGHE, Copy, error

RULE = plan_folder.RULE
PLAN = QINGHE + "plan.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_a_plan_of_another_id_than_its_folder(copy: Copy) -> None:
    copy.edit(PLAN, "id: qinghe-145\n", "id: qinghe-14\n")
    found = copy.check(RULE)
    assert error(copy.span(PLAN, "qinghe-14\n"), RULE, "规划的编号“qinghe-14”和文件夹名“qinghe-145”不一样，请改成一样") in found
    (missing,) = [d for d in found if d.span.line == 1 and d.span.file != f"data/{PLAN}"]
    assert missing.message == "文件夹“qinghe-145”里没有编号相同的规划（plan.yml 的 id）；是不是“qinghe-14”？"
    assert len(found) == 2


def test_a_folder_without_a_plan_is_reported_once(copy: Copy) -> None:
    copy.append(
        "plans/linhe-2025/c01.yml", "id: linhe-2025-c01\nkind: chapter\ntitle: 甲\ntitle_basis: printed\norder: 1\nsource: {starts: 甲}\n"
    )
    copy.append(
        "plans/linhe-2025/c02.yml", "id: linhe-2025-c02\nkind: chapter\ntitle: 乙\ntitle_basis: printed\norder: 2\nsource: {starts: 乙}\n"
    )
    message = "文件夹“linhe-2025”里没有编号相同的规划（plan.yml 的 id）；是不是“linhe-2024”？"
    assert copy.check(RULE) == [error(Span("data/plans/linhe-2025/c01.yml"), RULE, message)]


def test_two_folders_whose_plans_were_exchanged(copy: Copy) -> None:
    copy.edit(PLAN, "id: qinghe-145\n", "id: linhe-2024\n")
    copy.edit("plans/linhe-2024/plan.yml", "id: linhe-2024\n", "id: qinghe-145\n")
    assert copy.check(RULE) == [
        error(Span("data/plans/linhe-2024/plan.yml", 2, 5), RULE, "规划的编号“qinghe-145”和文件夹名“linhe-2024”不一样，请改成一样"),
        error(Span(f"data/{PLAN}", 2, 5), RULE, "规划的编号“linhe-2024”和文件夹名“qinghe-145”不一样，请改成一样"),
    ]
