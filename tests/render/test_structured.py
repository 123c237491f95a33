"""No text of the data can end the element that holds it."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.render.structured import structured_data


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "]]>", "a\u2028b\x85c", "&lt;", "\ufeff"])
def test_dangerous_text_is_escaped_and_comes_back(text: str) -> None:
    found = structured_data({"name": text})
    assert not re.search("[<>&\u2028\x85\ufeff]", found)
    assert json.loads(found) == {"name": text}


@given(st.text())
def test_any_text_survives_json_and_front_matter(text: str) -> None:
    found = structured_data({"name": text})
    assert "<" not in found
    assert json.loads(found) == {"name": text}
    front_matter = yaml.safe_load(f"structured_data: {json.dumps(found, ensure_ascii=False)}")
    assert front_matter["structured_data"] == found


def test_chinese_stays_readable() -> None:
    assert structured_data({"name": "骆驼"}) == '{"name":"骆驼"}'
