"""The invented county's project, written anew for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.copies import Copy
from tests.verify.sample import write_sample


@pytest.fixture
def sample(tmp_path: Path) -> Copy:
    return write_sample(tmp_path)
