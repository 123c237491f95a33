"""Pictures of indicator rows: one indicator over several plans, and one plan from its bases to its targets.

Only figures of one kind share a scale: levels in one measure, growth of one year, or growth on average over years. What is left out is
said with its reason; what the document leaves open is not drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from generator.charts import Mark, Step, Steps
from generator.graph import Graph
from generator.language import enumerated, joined, mark, tr, trc, trn
from generator.model import Indicator, IndicatorDefinition
from generator.model.base import Figure
from generator.pages.blocks import Chart
from generator.pages.inline import Link
from generator.pages.phrases import figure_words

FEWEST_MARKS = 3
"""With fewer marks a sentence says as much as a picture."""
Kind = Literal["level", "year", "average"]
"""What a figure is: a level, the growth of one year, the growth on average over several years."""
_OPEN: dict[str, Literal["at_least", "at_most", "keep", "range"]] = {
    ">=": "at_least",
    ">": "at_least",
    "<=": "at_most",
    "<": "at_most",
    "keep": "keep",
    "range": "range",
}


@dataclass(frozen=True, slots=True)
class Drawable:
    """A row that can be drawn: the kind of its target (of its base where only that is a number) and its marks."""

    row: Indicator
    kind: Kind
    measure: str
    base: Mark | None
    target: Mark | None
    joined: bool
    unsaid: str = ""
    """What the target says instead of a number."""

    @property
    def marks(self) -> int:
        """How many figures it has."""
        return (self.base is not None) + (self.target is not None)

    def step(self, name: str) -> Step:
        """Return the row of the picture under a name."""
        return Step(name, self.base, self.target, self.joined)


def _mark(figure: Figure | None, measure: str, kind: Kind) -> Mark | None:
    """Draw a figure that is a number and clear; say it with its year, and that an average is one."""
    if figure is None or figure.value is None or figure.basis == "uncertain":
        return None
    said = figure_words(figure, measure)
    dated = tr("{year}年{figure}", year=figure.year, figure=said) if figure.year else tr("{figure}（未写年份）", figure=said)
    shown = tr("年均{figure}", figure=said) if kind == "average" else dated
    return Mark(figure.value, shown, _OPEN.get(figure.operator, "point"), figure.value_max if figure.operator == "range" else None)


def drawable(graph: Graph, row: Indicator) -> Drawable | None:
    """Return what of a row can be drawn, or nothing where it has no clear number."""
    definition = graph.definitions.get(row.definition)
    plan = graph.plans.get(row.plan)
    if definition is None or plan is None:
        return None
    grows = definition.quantity == "annual_growth"
    first: Kind = "year" if grows else "level"
    only_growth = row.target is None and row.growth is not None
    if only_growth and not grows:
        return None
    wanted = row.growth if only_growth else row.target
    kind: Kind = "average" if only_growth and plan.kind != "report" else first
    measure = "%" if only_growth else row.measure or definition.measure
    base, target = _mark(row.base, measure, first), _mark(wanted, measure, kind)
    if base is None and target is None:
        return None
    unsaid = wanted.text if wanted is not None and target is None else ""
    return Drawable(row, kind if target else first, measure, base, target, kind == first, unsaid)


def _together(drawables: Sequence[Drawable]) -> list[Drawable]:
    """Return the largest group that can share a scale: one kind, one measure; the first of equally large ones."""
    counts: Counter[tuple[Kind, str]] = Counter()
    for shown in drawables:
        counts[shown.kind, shown.measure] += shown.marks
    best = max(counts, key=lambda group: counts[group])
    return [shown for shown in drawables if (shown.kind, shown.measure) == best]


def _semicolons(parts: Iterable[str]) -> str:
    """Join what has commas inside."""
    return trc("标点", "{first}；{second}", first="", second="").join(parts)


def _extremes(steps: Sequence[Step]) -> str:
    """Say which target is highest and which lowest."""
    known = [(step.target, step.name) for step in steps if step.target]
    values = [target.value for target, _ in known]
    if len(known) < 2:
        return tr("目标写了数字的只有一份。")

    def at(value: float) -> str:
        return _semicolons(tr("{name}，{figure}", name=name, figure=target.said) for target, name in known if target.value == value)

    if min(values) == max(values):
        return tr("目标是同一个数：{plans}。", plans=at(max(values)))
    return tr("目标最高：{highest}。最低：{lowest}。", highest=at(max(values)), lowest=at(min(values)))


_LEFT_OUT: Final[Mapping[str, str]] = {
    "only base": mark("{names}的目标没有能画的数字（{detail}），只画起点。"),
    "measure": mark("{names}用的单位是{detail}，不能放在一起比，没有画。"),
    "level": mark("{names}写的是水平，不能放在一起比，没有画。"),
    "year": mark("{names}写的是一年的增速，不能放在一起比，没有画。"),
    "average": mark("{names}写的是几年平均的增速，不能放在一起比，没有画。"),
    "doubt": mark("{names}的数字原文有歧义，没有画。"),
    "no number": mark("{names}没有写能画的数字，没有画。"),
}


def _reason(graph: Graph, row: Indicator, shown: Sequence[Drawable]) -> tuple[str, str] | None:
    """Return why a row, or its target, is not in the picture: a key of ``_LEFT_OUT`` and the detail that it names."""
    drawn = next((one for one in shown if one.row.id == row.id), None)
    if drawn is not None:
        return ("only base", drawn.unsaid) if drawn.target is None else None
    one = drawable(graph, row)
    if one is not None:
        return ("measure", one.measure) if one.measure != shown[0].measure else (one.kind, "")
    figures = [figure for figure in (row.base, row.target, row.growth) if figure]
    return ("doubt" if any(figure.basis == "uncertain" for figure in figures) else "no number", "")


def _left_out(graph: Graph, rows: Sequence[Indicator], shown: Sequence[Drawable], names: dict[str, str]) -> list[str]:
    """Say which rows are not in the picture and why."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        reason = _reason(graph, row, shown)
        if reason is not None:
            reasons.setdefault(reason, []).append(names[row.id])
    return [tr(_LEFT_OUT[why], names=joined(who), detail=detail or tr("原文未写明")) for (why, detail), who in reasons.items()]


def _kinds_note(shown: Sequence[Drawable]) -> list[str]:
    """Say what must be known to read the picture: other kinds of base, other years."""
    notes = []
    if any(d.base and d.target and not d.joined for d in shown):
        notes.append(tr("起点是一年的增速，目标是几年平均的增速，不是同一种数，所以两点之间不连线。"))
    years = sorted({d.row.target.year for d in shown if d.target and d.kind != "average" and d.row.target and d.row.target.year})
    if len(years) > 1:
        listed = joined(tr("{year}年", year=year) for year in years)
        notes.append(tr("目标的年份不同（{years}），不是同一个时候的数。", years=listed))
    return notes


_ACROSS: Final[Mapping[Kind, str]] = {
    "level": mark("{name}：从起点到目标（{measure}）"),
    "year": mark("{name}：从起点到目标（{measure}，一年的增速）"),
    "average": mark("{name}：从起点到目标（{measure}，目标是几年平均的增速）"),
}


def across_plans(graph: Graph, definition: IndicatorDefinition, rows: Sequence[Indicator], names: dict[str, str]) -> Chart | None:
    """Compare an indicator over plans.

    Args:
        graph: The linked data.
        definition: The indicator.
        rows: Its rows, in the order in which they are shown.
        names: What each row is called, by its id.

    Returns:
        The picture, or nothing where a sentence says as much.
    """
    known = [one for row in rows if (one := drawable(graph, row))]
    shown = _together(known) if known else []
    if len({one.row.plan for one in shown}) < 2 or sum(one.marks for one in shown) < FEWEST_MARKS:
        return None
    steps = tuple(one.step(names[one.row.id]) for one in shown)
    return Chart(
        picture=Steps(steps, shown[0].measure),
        caption=tr(_ACROSS[shown[0].kind], name=definition.name, measure=shown[0].measure),
        says=_extremes(steps),
        anchor="compared",
        twin=Link(tr("图里的数字也在上面的表里"), f"indicators/{definition.id}/#plans"),
        notes=(*_kinds_note(shown), *_left_out(graph, rows, shown, names)),
    )


def name_of(graph: Graph, row: Indicator, rows: Sequence[Indicator]) -> str:
    """Name a row as printed; where two of a plan have one name, with that of the definition behind it."""
    definition = graph.definitions.get(row.definition)
    twin = definition is not None and sum(other.name == row.name for other in rows) > 1
    return tr("{a}（{b}）", a=row.name, b=definition.name) if twin and definition else row.name


def _moved(steps: Sequence[Step], kind: Kind) -> str:
    """Say how many targets lie above, below, or on their base."""
    pairs = [(step.base.value, step.target.value) for step in steps if step.base and step.target]
    up = sum(after > before for before, after in pairs)
    down = sum(after < before for before, after in pairs)
    same = len(pairs) - up - down
    if kind == "average":
        counts = (
            trn("{n}个比起点那一年高", up) if up else "",
            trn("{n}个比起点那一年低", down) if down else "",
            trn("{n}个和起点那一年一样", same) if same else "",
        )
        return trn("写了几年平均增速的{n}个里，{counts}。", len(pairs), counts=enumerated(counts, "clauses"))
    counts = (trn("{n}个要升", up) if up else "", trn("{n}个要降", down) if down else "", trn("{n}个不变", same) if same else "")
    return trn("有起点又有目标的{n}个里，{counts}。", len(pairs), counts=enumerated(counts, "clauses"))


_OF_PLAN: Final[Mapping[Kind, tuple[str, str]]] = {
    "level": (
        mark("从起点到目标：每个指标走多远"),
        mark("每一行用自己的尺子：左端是0，右端是这一行里较大的数。只看一行里从哪里到哪里，行和行之间不能比。"),
    ),
    "year": (mark("一年的增速：从上一年到目标（%）"), ""),
    "average": (mark("增速：起点那一年和目标的几年平均（%）"), ""),
}


def _of_kind(graph: Graph, kind: Kind, shown: Sequence[Drawable], rows: Sequence[Indicator], address: str) -> Chart | None:
    steps = tuple(one.step(name_of(graph, one.row, rows)) for one in shown)
    if len(steps) < 2:
        return None
    caption, note = _OF_PLAN[kind]
    return Chart(
        picture=Steps(steps, "" if kind == "level" else "%", "own" if kind == "level" else "shared"),
        caption=tr(caption),
        says=_moved(steps, kind),
        anchor=f"steps-{kind}",
        twin=Link(tr("图里的数字也在上面的表里"), address),
        notes=(*((tr(note),) if note else ()), *_kinds_note(shown)),
    )


def of_plan(graph: Graph, rows: Sequence[Indicator], address: str) -> list[Chart]:
    """Draw the rows of a plan that state both base and target: levels each on a scale of their own, growth on a shared one.

    Args:
        graph: The linked data.
        rows: The indicator rows of one plan.
        address: Of the table that shows the same numbers.
    """
    whole = [one for row in rows if (one := drawable(graph, row)) and one.base and one.target]
    kinds: tuple[Kind, ...] = ("level", "year", "average")
    charts = [_of_kind(graph, kind, [one for one in whole if one.kind == kind], rows, address) for kind in kinds]
    return [chart for chart in charts if chart is not None]
