"""The answers that a new site of an invented county is made from."""

from __future__ import annotations

from datetime import date

import pytest

from generator.starting import Answers


@pytest.fixture
def answers() -> Answers:
    return Answers(
        region="qinghe",
        region_name="青禾县",
        level="county",
        code=("990101", 2000),
        site_name="青禾规划",
        site_id="0b9f3c5e-7a34-4c1b-8f5d-2d1c6a7e9b10",
        repository="https://example.org/qinghe",
        contact="someone@example.org",
        today=date(2026, 1, 31),
        generator="minggui @ git+https://example.org/minggui@" + "0" * 40,
    )
