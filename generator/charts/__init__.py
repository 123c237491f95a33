"""Pictures of numbers as static SVG: what is drawn is a value, :func:`draw` writes it down."""

from generator.charts.draw import draw
from generator.charts.values import Bar, Bars, Mark, Step, Steps

__all__ = ["Bar", "Bars", "Mark", "Step", "Steps", "draw"]
