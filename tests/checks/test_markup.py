from __future__ import annotations

import pytest

from tests.copies import QINGHE, Copy, warning

RULE = "markup"
FILE = QINGHE + "p1.yml"
OLD = "meaning: 白石镇的老人白天有去处。"


@pytest.mark.parametrize("markup", ["<b>", "</p>", "<br/>", "<a href=x>", "&nbsp;", "[白石](https://example.org)", "**老人**"])
def test_markup_is_named_at_its_field(copy: Copy, markup: str) -> None:
    new = f"meaning: '老人{markup}有去处。'"
    copy.edit(FILE, OLD, new)
    message = f"“meaning”里有网页代码“{markup}”，会原样显示在页面上；请删去，只写文字"
    assert copy.check(RULE) == [warning(copy.span(FILE, new, "'老人"), RULE, message)]


@pytest.mark.parametrize("text", ["x<5且y>3", "PM2.5<35", "5*6*7", "A&B公司", "《意见》[1]", "1～2", "_"])
def test_text_that_only_looks_a_little_like_it(copy: Copy, text: str) -> None:
    copy.edit(FILE, OLD, f"meaning: '老人{text}。'")
    assert copy.check(RULE) == []
