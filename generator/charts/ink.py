"""The few elements that our pictures are made of, in units that follow the page.

Widths are percent of the column, heights and type are ``em`` of the text around: a picture is as wide as its page lets it,
and its words are as large as the reader wants them. Colours are the style sheet's, by class
(``site_src/styles/46-charts.css``); without it everything has the colour of the text. This is the only place where words
enter SVG, and they are escaped here: svg.py itself escapes nothing.
"""

from __future__ import annotations

import svg

from generator.markdown import Safe, escape


def _short(number: float, digits: int) -> float | int:
    """Round to what an eye can see; whole numbers lose their point."""
    rounded = round(number, digits)
    return int(rounded) if rounded == int(rounded) else rounded


def em(number: float) -> svg.Length:
    """A height or size in widths of a character."""
    return svg.Length(_short(number, 2), "em")


def percent(number: float) -> svg.Length:
    """A place on the width."""
    return svg.Length(_short(number, 1), "%")


def words(text: str, y: float, x: float = 0, style: str = "", to_left: bool = False) -> svg.Text:
    """Words on a line; ``to_left`` lets them end at the right edge of the picture."""
    return svg.Text(
        text=escape(text),
        x=percent(100) if to_left else em(x) if x else None,
        y=em(y),
        class_=[style] if style else None,
        text_anchor="end" if to_left else None,
    )


def block(left: float, right: float, y: float, height: float, style: str) -> svg.Rect:
    """A part of a bar, from one place on the width to another."""
    return svg.Rect(x=percent(left) if left else None, y=em(y), width=percent(right - left), height=em(height), class_=[style])


def line(left: float, right: float, y: float, style: str) -> svg.Line:
    """A line along the width."""
    return svg.Line(x1=percent(left), x2=percent(right), y1=em(y), y2=em(y), class_=[style])


def dot(y: float, style: str, x: svg.Length | None = None) -> svg.Circle:
    """A round mark: ``b``, a base, is a wider ring, so that a target on the same place is seen inside it."""
    return svg.Circle(cx=x, cy=em(y) if y else None, r=em(0.45 if style == "b" else 0.3), class_=[style])


def at(x: svg.Length, y: float, *elements: svg.Element) -> svg.SVG:
    """Shapes around a place: their own zero is there."""
    return svg.SVG(xmlns=None, x=x, y=em(y), overflow="visible", elements=list(elements))


def arrow(to_right: bool) -> svg.Path:
    """The head of an arrow whose tip is at zero."""
    away = -5 if to_right else 5
    return svg.Path(d=[svg.M(away, -4), svg.L(0, 0), svg.L(away, 4)], class_=["a"])


def brackets() -> svg.Path:
    """Two posts around zero: what is between them is to stay."""
    return svg.Path(d=[svg.M(-9, -6), svg.V(6), svg.M(9, -6), svg.V(6)], class_=["a"])


def picture(elements: list[svg.Element], height: float, named_by: str) -> Safe:
    """Write the whole picture down.

    Args:
        elements: What it is made of, from the back to the front.
        height: In widths of a character.
        named_by: The id of the element on the page whose words say what the picture shows.
    """
    named = {"aria-labelledby": escape(named_by)} if named_by else {}
    extra: dict[str, str] = {"role": "img", **named, "fill": "currentColor"}
    return Safe(svg.SVG(xmlns=None, width=percent(100), height=em(height), elements=elements, extra=extra).as_str())
