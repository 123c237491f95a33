from __future__ import annotations

import pytest

from generator.dataset.layout import FILE_KINDS, kind_of
from generator.model import RECORDS


@pytest.mark.parametrize(
    ("path", "name", "plan"),
    [
        ("regions.yml", "regions", None),
        ("units/qinghe.yml", "units", None),
        ("places/qinghe.yml", "places", None),
        ("updates/qinghe-145.yml", "updates", None),
        ("redirects.yml", "redirects", None),
        ("changes/2026-01-31.yml", "changes", None),
        ("plans/qinghe-145/plan.yml", "plan", "qinghe-145"),
        ("plans/qinghe-145/p1.yml", "chapter", "qinghe-145"),
        ("plans/qinghe-145/c01.yml", "chapter", "qinghe-145"),
        ("plans/qinghe-145/s12.yml", "chapter", "qinghe-145"),
        ("plans/qinghe-145/preface.yml", "chapter", "qinghe-145"),
        ("plans/qinghe-145/annex2.yml", "chapter", "qinghe-145"),
        ("plans/qinghe-145/indicators.yml", "indicators", "qinghe-145"),
        ("plans/qinghe-145/projects.yml", "projects", "qinghe-145"),
        ("plans/qinghe-145/boxes.yml", "boxes", "qinghe-145"),
        ("plans/qinghe-145/notes.yml", "notes", "qinghe-145"),
    ],
)
def test_kind_of_a_path(path: str, name: str, plan: str | None) -> None:
    found = kind_of(path)
    assert found is not None
    assert (found[0].name, found[1]) == (name, plan)
    assert found[0].in_plan is (plan is not None)


@pytest.mark.parametrize(
    "path",
    [
        *["region.yml", "regions.yaml", "x/regions.yml", "units.yml", "units/a/b.yml", "plan.yml", "plans/plan.yml", "plans/a/b/plan.yml"],
        *["plans/a/c1.yml", "plans/a/c001.yml", "plans/a/x.yml", "plans/a/C01.yml", "regionsxyml", "regions.yml.bak", ""],
    ],
)
def test_paths_of_no_kind(path: str) -> None:
    assert kind_of(path) is None


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_the_example_of_each_kind_is_of_that_kind(kind: object) -> None:
    (known,) = [other for other in FILE_KINDS if other is kind]
    found = kind_of(known.example)
    assert found is not None
    assert found[0] is known
    assert known.record in RECORDS
