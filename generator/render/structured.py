"""schema.org values as text that can stand in a ``script`` element and in front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_NOT_AS_IT_IS = re.compile("[<>&\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def structured_data(values: Mapping[str, object]) -> str:
    """Return JSON in which no text of the data can end the element, start a comment or break a line.

    The HTML Standard, §4.12.1.3 (restrictions for contents of script elements), asks for ``<`` to be written as an escape.
    """
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _NOT_AS_IT_IS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
