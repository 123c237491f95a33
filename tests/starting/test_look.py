"""Newer styles replace what nobody changed."""

from __future__ import annotations

import json

from generator.starting.look import MANIFEST, manifest, update

OLD = {"styles/a.css": b"a1", "styles/b.css": b"b1", "styles/c.css": b"c1", "styles/d.css": b"d1", "pages/about.md": b"p1"}
NEW = {"styles/a.css": b"a2", "styles/b.css": b"b2", "styles/e.css": b"e2", "styles/f.css": b"f2", "pages/about.md": b"p2"}


def test_unchanged_files_are_replaced_and_changed_ones_stay() -> None:
    held = OLD | {"styles/b.css": b"mine", "styles/d.css": b"mine", "styles/f.css": b"mine", "styles/own.css": b"mine"}
    listed = json.loads(manifest(OLD))["files"]
    done = update(held, listed, NEW)
    assert {name: content for name, content in done.write.items() if name != MANIFEST} == {"styles/a.css": b"a2", "styles/e.css": b"e2"}
    assert done.remove == ["styles/c.css"]
    assert sorted(done.kept) == ["styles/b.css", "styles/d.css", "styles/f.css"]


def test_a_file_that_was_taken_away_stays_away_and_line_ends_do_not_count() -> None:
    listed = json.loads(manifest({"styles/a.css": b"a\nb", "styles/b.css": b"b"}))["files"]
    done = update({"styles/a.css": b"a\r\nb"}, listed, {"styles/a.css": b"a\nb", "styles/b.css": b"b"})
    assert [*done.write] == [MANIFEST]
    assert done.kept == ["styles/b.css"]
