"""Plain scalars of YAML 1.2's core schema, and nothing more.

Source: YAML 1.2.2 §10.3.2 (tag resolution). So ``no`` is a word, ``12:30`` is a word, ``0o14`` is 12 and a date is text.
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE = {"true", "True", "TRUE"}
_FALSE = {"false", "False", "FALSE"}
_INT = re.compile(r"^[-+]?[0-9]+$")
_OCT = re.compile(r"^0o[0-7]+$")
_HEX = re.compile(r"^0x[0-9a-fA-F]+$")
_FLOAT = re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$")
_SPECIAL = re.compile(r"^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$")
LONGEST_NUMBER = 30


class ScalarError(ValueError):
    """A plain scalar that is a number by its form but no usable one; the message is for editors."""


def resolve(text: str) -> Scalar:
    """Return the value of a plain (unquoted) scalar.

    Raises:
        ScalarError: for infinities, NaN, and numbers too long to be meant.
    """
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if _SPECIAL.match(text):
        raise ScalarError(f"“{text}”不是可以使用的数字")
    number = _INT.match(text) or _OCT.match(text) or _HEX.match(text) or _FLOAT.match(text)
    if number is None:
        return text
    if len(text) > LONGEST_NUMBER:
        raise ScalarError(f"数字太长（{len(text)}个字符）；如果是编号，请加上引号")
    if _INT.match(text):
        return int(text)
    if _OCT.match(text) or _HEX.match(text):
        return int(text, 0)
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ScalarError(f"“{text}”超出了数字的范围")
    return value
