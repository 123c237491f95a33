from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.pinyin import slug
from generator.model.identity import ID_PATTERN


@pytest.mark.parametrize(
    ("name", "wanted"), [("农科局", "nongkeju"), ("财政局", "caizhengju"), ("发改委", "fagaiwei"), ("各苏木镇", "gesumuzhen")]
)
def test_names_of_offices(name: str, wanted: str) -> None:
    assert slug(name) == wanted


@given(st.text(min_size=1, max_size=300))
def test_always_an_id_part(name: str) -> None:
    assert re.fullmatch(ID_PATTERN, slug(name))
