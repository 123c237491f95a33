from __future__ import annotations

from pathlib import Path

import pytest

from tests.copies import Copy, copy_tiny


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return copy_tiny(tmp_path)
