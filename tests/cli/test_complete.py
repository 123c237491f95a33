"""Completion of ids: of the right kind, from any project, from broken files too."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from generator.cli.complete import records_named
from generator.cli.main import cli
from generator.dataset import read_dataset
from generator.model.identity import HISTORY


def completed(root: Path, kinds: tuple[str, ...], start: str = "") -> dict[str, str | None]:
    context = click.Context(cli)
    context.params["root"] = root
    return {item.value: item.help for item in records_named(kinds)(context, click.Option(["--x"]), start)}


@pytest.mark.parametrize(
    "kind", ["region", "plan", "division", "task", "indicator-row", "box", "unit", "project", "place", "topic", "term"]
)
def test_every_id_of_a_kind_and_no_other(tiny: Path, kind: str) -> None:
    dataset, _ = read_dataset(tiny)
    assert kind not in HISTORY
    assert set(completed(tiny, (kind,))) == set(dataset.records[kind])


def test_what_is_typed_narrows_and_names_are_shown(tiny: Path) -> None:
    assert completed(tiny, ("unit",), "qinghe-m") == {"qinghe-minzheng": "县民政局"}
    assert "qinghe-145-001" in completed(tiny, (), "qinghe-145-0")


def test_a_broken_or_missing_project_completes_what_it_can(tiny: Path, tmp_path: Path) -> None:
    (tiny / "data/units/qinghe.yml").write_bytes(b"units: [\n  - {id: qinghe-x, name: \xff")
    assert set(completed(tiny, ("unit",))) == {"qinghe-x"}
    assert completed(tmp_path / "none", ("unit",)) == {}
