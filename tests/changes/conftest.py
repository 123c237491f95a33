from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.changes import Told, compare, tell
from generator.graph import Graph
from tests.copies import Copy, copy_tiny


@dataclass(frozen=True)
class Editions:
    """Two copies of the tiny project's data: what a test changes in the newer one is the difference."""

    old: Copy
    new: Copy

    def graphs(self) -> tuple[Graph, Graph]:
        return self.old.graph(), self.new.graph()

    def told(self) -> list[Told]:
        old, new = self.graphs()
        return [tell(old, new, difference) for difference in compare(old, new)]

    def texts(self) -> list[str]:
        return [one.text for one in self.told()]

    def backwards(self) -> list[str]:
        return Editions(self.new, self.old).texts()


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    return Editions(copy_tiny(tmp_path / "old"), copy_tiny(tmp_path / "new"))
