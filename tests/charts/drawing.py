"""Reading a drawn picture back: its words, its marks and where they are."""

from __future__ import annotations

from lxml import etree

from generator.charts import draw
from generator.charts.values import Picture


def tree(picture: Picture) -> etree._Element:
    """Parse the SVG strictly: what is not well-formed raises."""
    return etree.fromstring(draw(picture, "x-says").encode())


def texts(picture: Picture) -> list[str]:
    return ["".join(str(part) for part in element.itertext()) for element in tree(picture).iter("text")]


def styled(picture: Picture, tag: str, style: str, in_key: bool = False) -> list[etree._Element]:
    """Return the elements of a class that belong to the rows, or to the key."""
    root = tree(picture)
    return [e for e in root.iter(tag) if e.get("class") == style and ((e.getparent() is not root) == in_key)]


def number(element: etree._Element, name: str, unit: str) -> float:
    value = element.get(name, f"0{unit}")
    assert value.endswith(unit), f"{name}={value}"
    return float(value.removesuffix(unit))


def across(element: etree._Element, name: str) -> float:
    return number(element, name, "%")


def height(picture: Picture) -> float:
    return number(tree(picture), "height", "em")
