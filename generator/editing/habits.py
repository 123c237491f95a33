"""What spreadsheet programs do to cells that nobody edited, and the forms in which people write a value.

A program that opens a CSV file guesses types: ``010101`` becomes 10101, ``2021-03-01`` becomes 2021/3/1, ``30%`` may come back as 0.3.
Where only that happened, the cell counts as unedited.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from generator.tables import Column, Leaf, cells

CELL_LIMIT = 32_767
"""Characters that a cell of Excel holds; it cuts off the rest (Microsoft, "Excel specifications and limits")."""
_BROKEN = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|CALC!|#+)|(?:Err:|错误[:：])\d{3}")
"""What Excel, WPS and LibreOffice show where a formula fails."""
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d{1,2})?")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?")
_DATE_LIKE = re.compile(r"\d{1,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2}")
_BOOLEANS = {"true": "true", "是": "true", "真": "true", "1": "true", "false": "false", "否": "false", "假": "false", "0": "false"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class CellError(ValueError):
    """A cell that cannot be read; the message is for editors."""


def plain(text: str) -> str:
    """Return a text without what only looks different: full-width letters and digits, spaces around, an apostrophe in front."""
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip().removeprefix("'").strip()


def _number(text: str) -> float | None:
    """Return the number that a text shows, a percentage as its share."""
    bare, share = (text[:-1], 100) if text.endswith("%") else (text, 1)
    return float(bare.replace(",", "")) / share if _NUMBER.fullmatch(bare) and len(bare) <= 400 else None


def _same_number(one: float, other: float, shown: str) -> bool:
    """Compare as a program that keeps 15 digits, cutting off the rest, or shows fewer as in 1.23E+17."""
    mantissa = re.match(r"[+-]?(\d(?:\.\d+)?)[eE]", shown)
    if mantissa:
        digits = len(mantissa[1].replace(".", ""))
        return f"{one:.{digits}g}" == f"{other:.{digits}g}"
    return abs(one - other) <= abs(one) * 1e-14


def _numbers_of_date(text: str) -> list[int]:
    for number, name in enumerate(_MONTHS, 1):
        text = text.replace(name, str(number))
    return [int(found) for found in re.findall(r"\d+", text)]


def undone(found: str, current: str) -> str:
    """Say what a program did to a text that nobody edited; empty where the text was edited.

    Args:
        found: The cell as it came back.
        current: The cell as it is published.
    """
    if len(current) > CELL_LIMIT and found == current[:CELL_LIMIT]:
        return f"表格软件只留了前{CELL_LIMIT}个字"
    if "?" in found and current.encode("gbk", "replace").decode("gbk") == found:
        return "有的字 GBK 里没有，变成了问号"
    was, now = _number(current), _number(plain(found))
    if was is not None and now is not None and _same_number(was, now, plain(found)):
        return "表格软件改了数字的写法"
    if _DATE_LIKE.fullmatch(current) and _DATE_LIKE.fullmatch(plain(found)):
        old, new = _numbers_of_date(current), _numbers_of_date(plain(found))
        if old == new[: len(old)] or old == new[-len(old) :] or [n % 100 for n in old] == [n % 100 for n in reversed(new)]:
            return "表格软件把文字当成了日期"
    return ""


def doubtful(column: Column, text: str) -> str:
    """Say what a program probably made of a text that was typed into a cell; empty where it looks like text.

    Args:
        column: The column of the cell.
        text: What was edited into it.
    """
    leaf = column.leaf
    if column.many or column.json or leaf.type != "string" or leaf.choices or leaf.is_id:
        return ""
    if re.fullmatch(r"-?0\.\d+", text):
        return f"是小数“{text}”；如果填的是百分数，那是表格软件改的，请把这一格设成“文本”再填一次"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return f"是日期“{text}”；如果填的是别的，那是表格软件改的，请把这一格设成“文本”再填一次"
    return ""


def _number_cell(leaf: Leaf, text: str) -> str:
    if not _NUMBER.fullmatch(text) or len(text) > 30:
        raise CellError(f"“{text[:40]}”不是数字；单位、百分号和说明不写在这一格里")
    value = float(text.replace(",", ""))
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if leaf.type == "integer":
        raise CellError(f"“{text[:40]}”应该是整数")
    return repr(value)


def _date_cell(text: str) -> str:
    match = _DATE.fullmatch(text)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        pass
    raise CellError(f"“{text[:40]}”不是日期，应写成 2023-06-28")


def entry(leaf: Leaf, text: str) -> str:
    """Return one value in the form that :func:`generator.tables.cells.read` takes.

    Raises:
        CellError: where it is no value of this type.
    """
    if _BROKEN.fullmatch(text.strip()):
        raise CellError(f"“{text.strip()}”是表格软件算不出来时显示的，请填回原来的内容")
    free = leaf.type == "string" and not leaf.choices and not leaf.is_id
    if free:
        return re.sub(r"^'(?=\d+$)", "", text.strip())
    text = plain(text)
    if text == "":
        return ""
    if leaf.type in ("integer", "number"):
        return _number_cell(leaf, text)
    if leaf.type == "boolean":
        if text.lower() not in _BOOLEANS:
            raise CellError(f"“{text[:40]}”应该是 true 或 false")
        return _BOOLEANS[text.lower()]
    return _date_cell(text) if leaf.type == "date" else text


def values(column: Column, text: str) -> list[cells.Value]:
    """Return the values of a cell: one, or those of its list; an empty cell has none.

    Raises:
        CellError: where the cell holds no value of its column's type.
    """
    leaf = column.leaf
    if not column.many:
        one = cells.read(leaf, entry(leaf, text))
        return [] if one is None else [one]
    if leaf.is_id or leaf.choices or leaf.type != "string":
        text = text.replace("；", ";").replace("\n", ";")
    try:
        whole = Leaf("string", is_id=True)  # entries as they stand; each is read by its own type below
        parts = [str(part or "") for part in cells.read_list(whole, text.strip())]
    except ValueError:
        raise CellError("最后的反斜杠后面缺一个字；反斜杠要写成两个") from None
    return [cells.read(leaf, entry(leaf, part)) for part in parts]
