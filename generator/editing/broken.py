"""Cells of a workbook whose formula failed. The reader of workbooks gives them as empty, and an empty cell would delete a field."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

LARGEST = 500_000_000
"""Bytes of one sheet, unpacked."""
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_FAILED = "#VALUE!"


def _tags(data: bytes, name: str) -> list[etree._Element]:
    found = etree.iterparse(BytesIO(data), events=("end",), tag=f"{{*}}{name}", resolve_entities=False, no_network=True)
    return [element for _, element in found]


def _part(book: ZipFile, sheet: str) -> str:
    """Return which file of a workbook holds a sheet; empty where none does."""
    key = next((e.get(_RELATION) for e in _tags(book.read(_WORKBOOK), "sheet") if e.get("name") == sheet), None)
    target = next((e.get("Target") for e in _tags(book.read(_RELATIONS), "Relationship") if key and e.get("Id") == key), None) or ""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}" if target else ""


def _at(reference: str) -> tuple[int, int] | None:
    match = _PLACE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def broken_cells(data: bytes, sheet: str) -> dict[tuple[int, int], str]:
    """Return the cells of an xlsx workbook that hold an error: row and column from 0 → what the program shows there.

    ECMA-376, part 1, §18.18.11: a cell of type ``e`` holds an error. Files of other forms have none that could be found here.

    Args:
        data: The workbook's bytes.
        sheet: The name of its sheet.
    """
    found: dict[tuple[int, int], str] = {}
    try:
        with ZipFile(BytesIO(data)) as book:
            part = _part(book, sheet)
            if not part or book.getinfo(part).file_size > LARGEST:
                return {}
            xml = book.read(part)
        if b't="e"' not in xml:
            return {}
        for cell in _tags(xml, "c"):
            place = _at(cell.get("r") or "") if cell.get("t") == "e" else None
            if place is not None:
                found[place] = cell.findtext("{*}v") or _FAILED
    except (BadZipFile, KeyError, OSError, etree.XMLSyntaxError):
        return {}
    return found
