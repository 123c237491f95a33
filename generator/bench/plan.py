"""The files of one synthetic plan: its chapters with their tasks, its projects, indicators, boxes and notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final

from generator.bench.catalogue import Catalogue
from generator.bench.names import Named
from generator.bench.prose import opening, passage, title
from generator.bench.shape import PROJECTS, Shape, number_of
from generator.bench.tasks import Surroundings, figure_target, task
from generator.bench.vocabulary import MEASURES
from generator.importing.yaml_out import Tree

DAY: Final = "2026-11-22"
HASH: Final = "0" * 64
STAGES: Final = ("新建", "扩建", "改造", "续建", "谋划", "争取")


@dataclass(frozen=True, slots=True)
class County:
    """A county and what its plan can name."""

    named: Named
    shape: Shape
    units: tuple[Named, ...]
    places: tuple[Named, ...]
    projects: tuple[Named, ...]

    @property
    def plan(self) -> str:
        """Id of its plan."""
        return f"{self.named.id}-145"

    @property
    def end(self) -> int:
        """Last year of its plan."""
        return 2020 if self.shape.kind == "report" else 2025


def _shares(number: int, pieces: int) -> list[range]:
    """Cut 0 … number - 1 into so many pieces of about equal length."""
    ends = [round(number * (n + 1) / pieces) for n in range(pieces)]
    return [range(start, end) for start, end in zip((0, *ends), ends, strict=False)]


def _source(text: str) -> Tree:
    return {"starts": opening(text)}


def _plan(county: County) -> Tree:
    chance = Random(f"plan {county.plan}")  # noqa: S311 - data for a benchmark
    name = f"{county.named.name}国民经济和社会发展第十四个五年规划"
    shape = county.shape
    return {
        "id": county.plan,
        "title": name,
        "short_title": f"{county.named.name}“十四五”规划",
        "kind": shape.kind,
        "regions": [county.named.id],
        "period": {"start": county.end if shape.kind == "report" else 2021, "end": county.end},
        "summary": passage(chance, 40, 70, 120),
        "validity": "未注明",
        "documents": [{"id": "main", "title": name, "publisher": "合成数据，没有这份文件", "sha256": HASH, "verified": DAY}],
        "highlights": [passage(chance, 20, 35, 60) for _ in range(5)],
        "expected": {"chapters": shape.chapters, "tasks": shape.tasks, "indicators": shape.rows, "boxes": shape.boxes},
    }


def _division(county: County, local: str, kind: str, order: int) -> Tree:
    chance = Random(f"division {county.plan} {local}")  # noqa: S311 - data for a benchmark
    printed = title(chance)
    return {
        "id": f"{county.plan}-{local}",
        "kind": kind,
        "label": f"第{order}{'节' if kind == 'section' else '章'}",
        "title": printed,
        "title_basis": "printed",
        "order": order,
        "source": _source(printed),
        "summary": passage(chance, 20, 54, 105),
    }


def _results(division: Tree, number: int) -> list[Tree]:
    chance = Random(f"results {division['id']}")  # noqa: S311 - data for a benchmark
    rows = []
    for n in range(1, number + 1):
        rows.append(
            {
                "id": f"{division['id']}-r{n:02d}",
                "metric": title(chance)[:14],
                "quantity": "level",
                "value": chance.randint(1, 900),
                "measure": chance.choice(MEASURES),
                "year": 2020,
            }
        )
    return rows


def _project_slices(county: County) -> list[tuple[str, ...]]:
    """Give every task its projects, in turn, so that each is named about once."""
    chance = Random(f"named {county.plan}")  # noqa: S311 - data for a benchmark
    counts = [number_of(chance, PROJECTS) for _ in range(county.shape.tasks)]
    known = [p.id for p in county.projects]
    starts = (0, *accumulate(counts))
    wanted = [range(start, start + min(count, len(known))) for start, count in zip(starts, counts, strict=False)]
    return [tuple(known[n % len(known)] for n in places) for places in wanted]


def _chapters(county: County, held: Catalogue, others: Sequence[tuple[str, int]]) -> Iterator[tuple[str, Tree]]:
    """Yield the files of chapters: each holds its sections, each section its tasks and results."""
    shape = county.shape
    around = Surroundings(county.plan, shape, county.units, county.places, held, tuple(others), county.end)
    projects = _project_slices(county)
    tasks = _shares(shape.tasks, shape.sections)
    results = _shares(shape.results, shape.sections)
    for number, sections in enumerate(_shares(shape.sections, shape.chapters), 1):
        chapter = _division(county, f"c{number:02d}", "chapter", number)
        if shape.parts:
            chapter["parent"] = f"{county.plan}-p{(number - 1) * shape.parts // shape.chapters + 1}"
        children = []
        for order, section in enumerate(sections, 1):
            child = _division(county, f"c{number:02d}-s{order:02d}", "section", order)
            child["tasks"] = [task(around, n, projects[n]) for n in tasks[section]]
            child["results"] = _results(child, len(results[section]))
            if section % 4 == 0:
                child["targets"] = [figure_target(around, child["id"], 1)]
            children.append(child)
        yield f"c{number:02d}.yml", chapter | {"children": children}


def _projects(county: County) -> list[Tree]:
    rows = []
    for n, project in enumerate(county.projects):
        chance = Random(f"project {project.id}")  # noqa: S311 - data for a benchmark
        row: Tree = {
            "id": project.id,
            "name": project.name,
            "division": f"{county.plan}-c{n * county.shape.chapters // len(county.projects) + 1:02d}",
            "source": _source(project.name),
        }
        if chance.random() < 0.81:
            row |= {"category": title(chance)[: chance.randint(3, 12)], "stage": chance.choice(STAGES)}
        if chance.random() < 0.14:
            row["scale"] = f"占地{chance.randint(2, 900)}亩"
        if chance.random() < 0.07:
            row["owners"] = [chance.choice(county.units).id]
        row["places"] = [place.id for place in chance.sample(county.places, min(len(county.places), number_of(chance, (545, 199, 35, 8))))]
        rows.append(row)
    return rows


def _rows(county: County, held: Catalogue) -> list[Tree]:
    rows = []
    for n in range(county.shape.rows):
        definition = held.definitions[n % len(held.definitions)]
        chance = Random(f"row {county.plan} {n}")  # noqa: S311 - data for a benchmark
        base = chance.randint(10, 500)
        then = base + chance.randint(1, 90)
        rows.append(
            {
                "id": f"{county.plan}-i{n + 1:02d}",
                "number": n + 1,
                "definition": definition.id,
                "name": definition.name,
                "division": f"{county.plan}-c01",
                "source": _source(definition.name),
                "base": {"operator": "=", "value": base, "text": str(base), "year": 2020},
                "target": {"operator": "=", "value": then, "text": str(then), "year": county.end},
                "providers": [chance.choice(county.units).id] if county.shape.kind == "scheme" else [],
            }
        )
    return rows


def _boxes(county: County) -> list[Tree]:
    boxes = []
    for n in range(1, county.shape.boxes + 1):
        chance = Random(f"box {county.plan} {n}")  # noqa: S311 - data for a benchmark
        printed = title(chance)
        groups = [
            {"head": title(chance), "items": [chance.choice(county.projects).name for _ in range(chance.randint(1, 7))]}
            for _ in range(chance.randint(1, 4))
        ]
        division = f"{county.plan}-c{(n - 1) % county.shape.chapters + 1:02d}"
        box = {"id": f"{county.plan}-b{n:02d}", "division": division, "title": printed, "kind": "projects"}
        boxes.append(box | {"source": _source(printed), "groups": groups})
    return boxes


def _notes(county: County) -> list[Tree]:
    notes = []
    for n in range(1, county.shape.notes + 1):
        chance = Random(f"note {county.plan} {n}")  # noqa: S311 - data for a benchmark
        text = passage(chance, 18, 40, 80)
        subject = f"{county.plan}-{chance.randint(1, county.shape.tasks):03d}"
        note = {"id": f"{county.plan}-n{n:02d}", "kind": chance.choice(("omission", "slip", "uncertain")), "subjects": [subject]}
        notes.append(note | {"text": text, "sources": [_source(text)]})
    return notes


def plan_files(county: County, held: Catalogue, others: Sequence[tuple[str, int]]) -> Iterator[tuple[str, Tree]]:
    """Yield the files of a county: name below ``data/`` and value.

    Args:
        county: Whose plan it is.
        held: What all plans share.
        others: All plans with their numbers of tasks, which tasks may be related to.
    """
    region = county.named.id
    yield f"units/{region}.yml", {"units": [{"id": u.id, "name": u.name, "kind": u.kind, "region": region} for u in county.units]}
    yield f"places/{region}.yml", {"places": [{"id": p.id, "name": p.name, "kind": p.kind, "region": region} for p in county.places]}
    folder = f"plans/{county.plan}/"
    yield folder + "plan.yml", _plan(county)
    for number in range(1, county.shape.parts + 1):
        yield f"{folder}p{number}.yml", _division(county, f"p{number}", "part", number)
    for name, chapter in _chapters(county, held, others):
        yield folder + name, chapter
    yield folder + "projects.yml", {"projects": _projects(county)}
    yield folder + "indicators.yml", {"indicators": _rows(county, held)}
    if county.shape.boxes:
        yield folder + "boxes.yml", {"boxes": _boxes(county)}
    if county.shape.notes:
        yield folder + "notes.yml", {"notes": _notes(county)}
