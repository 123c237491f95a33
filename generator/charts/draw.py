"""One way from a chart to its SVG."""

from __future__ import annotations

import svg

from generator.charts import bars, steps
from generator.charts.ink import picture
from generator.charts.values import Bars, Picture, Steps
from generator.markdown import Safe


def draw(chart: Picture, named_by: str = "") -> Safe:
    """Return the SVG of a chart: the same bytes for the same chart.

    Args:
        chart: What to draw.
        named_by: The id of the element on the page that says in words what the picture shows.
    """
    elements: list[svg.Element]
    match chart:
        case Bars():
            elements, height = bars.drawn(chart)
        case Steps():
            elements, height = steps.drawn(chart)
    return picture(elements, height, named_by)
