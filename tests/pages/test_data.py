"""The data page: what it says of files that other parts write."""

from __future__ import annotations

from generator.pages.data import OFFLINE_START
from generator.site.offline.opening import OPENING


def test_the_file_to_open_has_the_name_that_the_copy_gives_it() -> None:
    assert OFFLINE_START == OPENING
