"""What of indicator rows is drawn on one scale, what is left out and said, and that words, table and picture agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.charts import Steps
from generator.language import Catalogue, speaking
from generator.pages.blocks import Chart
from generator.pages.inline import Link
from generator.pages.page import Page
from tests.pages.reading import anchors, parts
from tests.pages.test_kinds import every_page_of

HEAD = "indicators:\n"
ROW = "  - {{id: {plan}-i0{n}, definition: {definition}, name: {name}, source: {{starts: 森林}}{rest}}}\n"


def row(plan: str, n: int = 1, rest: str = "", definition: str = "forest", name: str = "森林覆盖率") -> str:
    return ROW.format(plan=plan, n=n, rest=f", {rest}" if rest else "", definition=definition, name=name)


def figure(field: str, value: object, text: str = "数", operator: str = "=", **more: object) -> str:
    extra = "".join(f", {key}: {given}" for key, given in more.items())
    number = "" if value is None else f", value: {value}"
    return f'{field}: {{operator: "{operator}"{number}, text: {text}{extra}}}'


def built(root: Path, *rows: str) -> dict[str, Page]:
    for plan in ("qinghe-145", "linhe-2024"):
        own = [one for one in rows if f"id: {plan}-" in one]
        (root / f"data/plans/{plan}/indicators.yml").write_text(HEAD + "".join(own) if own else HEAD + "  []\n", encoding="utf-8")
    return every_page_of(root)


def charts(page: Page) -> list[Chart]:
    return [part for part in parts(page) if isinstance(part, Chart)]


def compared(root: Path, *rows: str) -> Chart | None:
    found = charts(built(root, *rows)["indicators/forest/"])
    assert len(found) <= 1
    return found[0] if found else None


def steps_of(chart: Chart) -> Steps:
    assert isinstance(chart.picture, Steps)
    return chart.picture


def test_plans_are_compared_from_base_to_target(tiny: Path) -> None:
    chart = compared(
        tiny,
        row("qinghe-145", rest=f"{figure('base', 30, year=2020)}, {figure('target', 35.5, operator='>=', year=2025)}"),
        row("linhe-2024", rest=figure("target", 20, operator="~")),
    )
    assert chart is not None
    first, second = steps_of(chart).steps
    assert (first.name, second.name) == ("青禾县", "临禾县")
    assert first.base and first.target and first.joined
    assert (first.base.said, first.target.said, first.target.kind) == ("2020年30%", "2025年35.5%以上", "at_least")
    assert second.base is None and second.target and second.target.said == "约20%（未写年份）"
    assert chart.says == "目标最高：青禾县，2025年35.5%以上。最低：临禾县，约20%（未写年份）。"
    assert chart.twin == Link("图里的数字也在上面的表里", "indicators/forest/#plans")
    assert "plans" in anchors(built(tiny, row("linhe-2024"))["indicators/forest/"])


def test_two_marks_or_one_plan_are_a_sentence(tiny: Path) -> None:
    one = row("qinghe-145", rest=figure("target", 35))
    assert compared(tiny, one, row("linhe-2024", rest=figure("target", 20))) is None
    full = f"{figure('base', 30)}, {figure('target', 35)}"
    assert compared(tiny, row("qinghe-145", rest=full), row("qinghe-145", 2, rest=full)) is None
    assert compared(tiny, row("qinghe-145"), row("linhe-2024")) is None


def test_another_measure_and_words_and_doubt_are_left_out_and_said(tiny: Path) -> None:
    whole = f"{figure('base', 30)}, {figure('target', 35)}"
    chart = compared(
        tiny,
        row("qinghe-145", rest=whole),
        row("linhe-2024", rest=whole),
        row("linhe-2024", 2, rest=f"measure: 万亩, {figure('target', 9)}", name="林地"),
        row("linhe-2024", 3, rest=figure("target", 9, basis="uncertain"), name="林地二"),
        row("linhe-2024", 4, rest=figure("target", None, text="达到要求", operator="reach"), name="林地三"),
    )
    assert chart is not None
    assert [step.name for step in steps_of(chart).steps] == ["青禾县", "临禾县：森林覆盖率"]
    said = "\n".join(chart.notes)
    assert "临禾县：林地用的单位是万亩，不能放在一起比，没有画。" in said
    assert "临禾县：林地二的数字原文有歧义，没有画。" in said
    assert "临禾县：林地三没有写能画的数字，没有画。" in said


def test_a_base_whose_target_is_words_is_drawn_alone_and_said(tiny: Path) -> None:
    words = f"{figure('base', 30, year=2020)}, {figure('target', None, text='与盟持平', operator='text')}"
    chart = compared(tiny, row("qinghe-145", rest=words), row("linhe-2024", rest=f"{figure('base', 3)}, {figure('target', 4)}"))
    assert chart is not None
    assert steps_of(chart).steps[0].target is None
    assert "青禾县的目标没有能画的数字（与盟持平），只画起点。" in chart.notes
    assert chart.says == "目标写了数字的只有一份。"


def test_what_is_left_out_is_said_in_another_language(tiny: Path) -> None:
    """Reasons are told apart by what they are, not by their Chinese words."""
    said = {
        "{names}的目标没有能画的数字（{detail}），只画起点。": "{names}: no number ({detail}).",
        "{names}用的单位是{detail}，不能放在一起比，没有画。": "{names}: another unit, {detail}.",
    }
    words = f"{figure('base', 30)}, {figure('target', None, text='与盟持平', operator='text')}"
    with speaking(Catalogue("en", "English", texts={("", message): (form,) for message, form in said.items()})):
        chart = compared(
            tiny,
            row("qinghe-145", rest=words),
            row("linhe-2024", rest=f"{figure('base', 3)}, {figure('target', 4)}"),
            row("linhe-2024", 2, rest=f"measure: 万亩, {figure('target', 9)}", name="林地"),
        )
    assert chart is not None
    assert {"青禾县: no number (与盟持平).", "临禾县：林地: another unit, 万亩."} <= set(chart.notes)


def test_targets_of_other_years_are_said(tiny: Path) -> None:
    chart = compared(
        tiny,
        row("qinghe-145", rest=f"{figure('base', 30)}, {figure('target', 35, year=2025)}"),
        row("linhe-2024", rest=figure("target", 35, year=2024)),
    )
    assert chart is not None
    assert "目标的年份不同（2024年、2025年），不是同一个时候的数。" in chart.notes
    assert chart.says == "目标是同一个数：青禾县，2025年35%；临禾县，2024年35%。"


def test_growth_of_a_year_and_growth_on_average_share_no_scale(tiny: Path) -> None:
    """A report sets the growth of one year, a plan an average: the larger group is drawn, the other one said."""
    grown = f"{figure('base', 7, year=2020)}, {figure('growth', 6)}"
    pages = built(
        tiny,
        row("qinghe-145", rest=grown, definition="output-growth", name="产值"),
        row("qinghe-145", 2, rest=grown, definition="output-growth", name="茶叶产值"),
        row("linhe-2024", rest=grown, definition="output-growth", name="产值"),
    )
    assert charts(pages["indicators/output-growth/"]) == [], "the two averages are of one plan"
    chart = charts(pages["plans/qinghe-145/"])[-1]
    assert chart.anchor == "steps-average"
    assert not any(step.joined for step in steps_of(chart).steps)
    assert any("两点之间不连线" in note for note in chart.notes)
    assert chart.says == "写了几年平均增速的2个里，2个比起点那一年低。"
    assert {step.target.said for step in steps_of(chart).steps if step.target} == {"年均6%"}


@pytest.mark.parametrize(("base", "target", "said"), [(30, 35, "2个要升"), (-3, -5, "2个要降"), (0, 0, "2个不变")])
def test_a_plan_draws_levels_each_on_its_own_scale(tiny: Path, base: int, target: int, said: str) -> None:
    whole = f"{figure('base', base, year=2020)}, {figure('target', target, year=2025)}"
    page = built(tiny, row("qinghe-145", rest=whole), row("qinghe-145", 2, rest=f"measure: 亩, {whole}"))["plans/qinghe-145/"]
    chart = next(chart for chart in charts(page) if chart.anchor == "steps-level")
    assert steps_of(chart).scale == "own"
    assert [step.name for step in steps_of(chart).steps] == ["森林覆盖率（森林覆盖率）"] * 2
    assert said in chart.says
    assert any("每一行用自己的尺子" in note for note in chart.notes)
    assert isinstance(chart.twin, Link) and chart.twin.address == "plans/qinghe-145/#indicators"


def test_a_plan_without_bases_has_no_such_picture(tiny: Path) -> None:
    page = built(tiny, row("qinghe-145", rest=figure("target", 3)), row("qinghe-145", 2, rest=figure("target", 4)))["plans/qinghe-145/"]
    assert not [chart for chart in charts(page) if isinstance(chart.picture, Steps)]
