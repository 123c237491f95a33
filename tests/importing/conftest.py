from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing import samples


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A project with the registries of a county that does not exist, and no plan."""
    root = tmp_path / "county"
    for name, text in (("regions", samples.REGIONS), ("units/yunze", samples.UNITS), ("places/yunze", samples.PLACES)):
        path = root / "data" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
