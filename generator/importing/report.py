"""The report of an import, for the person who goes on with the draft."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importing.desk import Remark
from generator.importing.draft import Draft
from generator.importing.merge import Merged
from generator.importing.pinyin import slug
from generator.importing.yaml_out import emit

COUNTS = {
    "parts": "篇", "chapters": "章", "sections": "节", "prefaces": "前言", "annexs": "附件",
    "tasks": "任务", "roles": "单位角色", "targets": "目标", "results": "已有成果", "indicators": "指标",
    "boxes": "专栏", "projects": "项目",
}  # fmt: skip
MOST = 2000


def counts_line(draft: Draft) -> str:
    """Say in one line what was read."""
    return "、".join(f"{word} {draft.counts[name]}" for name, word in COUNTS.items() if draft.counts.get(name))


def _safe(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text).replace("`", "'").replace("|", "｜").replace("<", "＜")


def _remarks(remarks: Sequence[Remark]) -> list[str]:
    rows = [f"- 第 {r.line} 行“{_safe(r.starts)}”：{_safe(r.words)}" for r in dict.fromkeys(remarks)]
    return rows[:MOST] + ([f"- 还有 {len(rows) - MOST} 处"] if len(rows) > MOST else []) or ["没有。"]


def _units(draft: Draft) -> list[str]:
    rows = [
        f"- {_safe(str(p.tree['name']))}（拟用编号 {p.tree['id']}）" + (f"；已登记的相近名称：{_safe(p.near)}" if p.near else "")
        for p in draft.registry.new_units.values()
    ]
    return rows or ["没有。"]


def _definitions(draft: Draft) -> list[str]:
    rows = [f"- {_safe(str(p.tree['name']))}（拟用编号 {p.tree['id']}）" for p in draft.registry.new_definitions.values()]
    return rows or ["没有。"]


def report(draft: Draft, name: str, merged: Merged | None) -> str:
    """Write the report as Markdown."""
    sections: list[tuple[str, list[str]]] = [("读到了什么", [counts_line(draft) or "什么也没有读到。"])]
    if merged is not None:
        sections.append(("原文的变化（已写入数据）", [f"- {_safe(words)}" for words in merged.changes] or ["没有变化。"]))
        sections.append(("没有写入的不同", [f"- {_safe(words)}" for words in merged.kept] or ["没有。"]))
    sections += [
        ("拿不准的地方", _remarks(draft.doubts)),
        ("没有收进草稿的内容", _remarks(draft.left_out)),
        ("没有登记的单位", _units(draft)),
        ("没有登记的指标", _definitions(draft)),
        ("接下来做什么", _next(draft)),
    ]
    body = "\n\n".join(f"## {title}\n\n" + "\n".join(rows) for title, rows in sections)
    return f"# 导入报告：{_safe(draft.title)}\n\n文件：{_safe(name)}\n\n{body}\n"


def _next(draft: Draft) -> list[str]:
    steps = [
        f"把 build/import/{draft.plan}/ 里的建议（units.yml、indicator-definitions.yml 等）核对后贴进 data/ 的登记表。",
        f"逐个打开 data/plans/{draft.plan}/ 的文件，核对带“# 请核对”的行，核对完删去这句注释。",
        "把“【待写】”换成自己的解读，补上主题、人群和相关任务。",
        "运行 minggui check，改好列出的问题；再运行 minggui verify 和原文核对。",
    ]
    return [f"{number}. {words}" for number, words in enumerate(steps, 1)]


def proposals(draft: Draft) -> dict[str, str]:
    """Write what the registries would have to learn, ready to paste: file name → text."""
    registry = draft.registry
    files: dict[str, str] = {}
    if registry.new_units:
        text = ""
        for proposal in registry.new_units.values():
            text += f"  # 已登记的相近名称：{_safe(proposal.near)}\n" if proposal.near else ""
            text += emit({"units": [proposal.tree]}).partition("\n")[2]
        files["units"] = f"units:\n{text}"
    if registry.new_definitions:
        files["indicator-definitions"] = emit({"indicator_definitions": [p.tree for p in registry.new_definitions.values()]})
    if registry.new_regions:
        files["regions"] = emit({"regions": registry.new_regions})
    if registry.new_terms:
        files["terms"] = emit({"terms": [{"id": slug(term)} | tree for term, tree in registry.new_terms.items()]})
    return files
