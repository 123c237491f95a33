"""Costs as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

from generator.bench.costs import Cost, Costs

HEAD = ("步骤", "秒", "处理器秒", "每页毫秒", "占全程", "本程序内存", "子进程内存")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Set the first column to the left and all others to the right; a Chinese character is two columns wide."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for first, *others in rows:
        cells = [first + " " * (widths[0] - _width(first))]
        cells += [" " * (width - _width(cell)) + cell for cell, width in zip(others, widths[1:], strict=True)]
        lines.append("  ".join(cells))
    return lines


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _row(costs: Costs, cost: Cost) -> tuple[str, ...]:
    each = 1000 * cost.seconds / costs.pages
    memory = (_megabytes(cost.own_bytes), _megabytes(cost.child_bytes))
    return (cost.step, f"{cost.seconds:.1f}", f"{cost.cpu_seconds:.1f}", f"{each:.2f}", f"{costs.share(cost.step):.0%}", *memory)


def as_table(costs: Costs) -> str:
    """Return the costs as lines of text.

    Args:
        costs: What a build cost.
    """
    rows = [HEAD, *(_row(costs, cost) for cost in costs.steps)]
    whole = ("合计", f"{costs.seconds:.1f}", f"{costs.cpu_seconds:.1f}", f"{1000 * costs.seconds / costs.pages:.2f}", "100%")
    peaks = (max(c.own_bytes for c in costs.steps), max(c.child_bytes for c in costs.steps))
    rows.append((*whole, *map(_megabytes, peaks)))
    lines = [f"{costs.tasks} 条任务，{costs.pages} 个页面，搜索里 {costs.records} 条记录，用 {costs.engine} 从头构建", ""]
    lines += [*_aligned(rows), ""]
    lines += [
        f"网站 {_megabytes(costs.site_bytes)}；其中搜索的索引 {_megabytes(costs.index_bytes)}，词表 {costs.words_bytes / 1000:,.0f} kB",
        f"做索引占全程的 {costs.share(costs.index_step):.0%}",
        "内存是每一步里的最大值。机器忙闲不同，秒数只能和同一次的比；请看比例，机器忙时看处理器秒。",
    ]
    return "\n".join(lines)


def as_json(costs: Costs) -> str:
    """Return the costs as one JSON object.

    Args:
        costs: What a build cost.
    """
    steps = [
        {
            "step": cost.step,
            "seconds": round(cost.seconds, 3),
            "cpu_seconds": round(cost.cpu_seconds, 3),
            "ms_per_page": round(1000 * cost.seconds / costs.pages, 3),
            "share": round(costs.share(cost.step), 4),
            "own_bytes": cost.own_bytes,
            "child_bytes": cost.child_bytes,
        }
        for cost in costs.steps
    ]
    whole = {
        "tasks": costs.tasks,
        "pages": costs.pages,
        "records": costs.records,
        "engine": costs.engine,
        "steps": steps,
        "seconds": round(costs.seconds, 3),
        "cpu_seconds": round(costs.cpu_seconds, 3),
        "index_share": round(costs.share(costs.index_step), 4),
        "site_bytes": costs.site_bytes,
        "index_bytes": costs.index_bytes,
        "words_bytes": costs.words_bytes,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)
