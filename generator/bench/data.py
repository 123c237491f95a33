"""A synthetic project as text: every file of ``data/`` for any number of tasks, always the same."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from generator.bench.catalogue import catalogue, shared_files
from generator.bench.names import counties, places, projects, units
from generator.bench.plan import County, plan_files
from generator.bench.shape import shapes, shared
from generator.dataset.layout import kind_of
from generator.importing.yaml_out import Tree, emit


def _counties(tasks: int) -> tuple[County, ...]:
    wanted = shapes(tasks)
    named = counties(len(wanted))
    return tuple(
        County(county, shape, units(county, shape.units), places(county, shape.places), projects(county, shape.projects))
        for county, shape in zip(named, wanted, strict=True)
    )


def _text(name: str, tree: Tree) -> str:
    kind = kind_of(name)
    schema = f"schema/{kind[0].name}.schema.json" if kind else ""
    return emit(tree, posixpath.relpath(schema, posixpath.dirname(name) or "."))


def data_files(tasks: int) -> Iterator[tuple[str, str]]:
    """Yield the files of an invented project: name below ``data/`` and text.

    Args:
        tasks: How many tasks it shall hold.
    """
    held = catalogue(shared(tasks))
    found = _counties(tasks)
    for name, tree in shared_files(held, [county.named for county in found]).items():
        yield name, _text(name, tree)
    others = [(county.plan, county.shape.tasks) for county in found]
    for county in found:
        for name, tree in plan_files(county, held, others):
            yield name, _text(name, tree)
