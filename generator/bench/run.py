"""The whole build of an invented project, through the same functions as any other."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator import schema, search
from generator.bench.costs import Costs, Stopwatch
from generator.bench.data import data_files
from generator.diagnostics import Diagnostic, Level
from generator.site import engine as engines
from generator.site.project import Project, read_project
from generator.site.search_index import FOLDER as INDEX
from generator.site.staging import INDEX_STEP, SOURCE, Step, publish, stage

MAKE_STEP, CHECK_STEP, ENGINE_STEP = "编造数据", "读取并检查数据", "用 {engine} 生成网站"
WORDS = "search/words.json"


class BenchError(Exception):
    """The invented project could not be built; the message is for the person at the terminal."""


def make_project(source: Path, root: Path, tasks: int) -> None:
    """Write an invented project in the clothes of a real one.

    Args:
        source: Root of the project whose configuration, styles and hand-written pages are used.
        root: The folder to write.
        tasks: How many tasks the project shall hold.

    Raises:
        OSError: where a file cannot be read or written.
    """
    shutil.copytree(source / SOURCE, root / SOURCE)
    shutil.copy2(source / "mkdocs.yml", root / "mkdocs.yml")
    for name, text in data_files(tasks):
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    schema.write(root)


def _errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in diagnostics if finding.level is Level.ERROR]


def _read(root: Path) -> Project:
    project = read_project(root, {})
    found = _errors(project.diagnostics)
    if found or project.site is None:
        first = f"{found[0].span.file}:{found[0].span.line}: {found[0].message}" if found else "网站设置有误"
        raise BenchError(f"编造的数据没有通过检查，共 {len(found)} 个错误，第一个是：\n{first}")
    return project


def _bytes_below(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def run(source: Path, root: Path, tasks: int, engine: engines.Engine, tell: Step) -> Costs:
    """Make an invented project, build it from nothing and say what each step cost.

    Args:
        source: Root of the project whose configuration, styles and hand-written pages are used.
        root: An empty or missing folder; it is a project with a built ``site/`` afterwards.
        tasks: How many tasks the project shall hold.
        engine: Which engine to run.
        tell: Is told of each step.

    Returns:
        What the build cost; making the data is not counted.

    Raises:
        BenchError: where the invented data has errors, which is a fault of this package.
        StagingError: where the tree cannot be written or indexed.
        EngineError: where the engine is missing or reports anything.
        OSError: where a file cannot be read or written.
    """
    with tell(MAKE_STEP):
        make_project(source, root, tasks)
    watch = Stopwatch(tell)
    with watch.step(CHECK_STEP):
        project = _read(root)
    if project.site is None:
        raise BenchError("网站设置有误")
    staged = stage(project, watch.step)
    with watch.step(ENGINE_STEP.format(engine=engine)):
        built = engines.build(staged.folder, project.site.as_of, engine)
    publish(built, root / "site")
    return Costs(
        tasks=len(project.graph.tasks),
        pages=sum(1 for _ in (staged.folder / "docs").rglob("*.md")),
        records=len(search.search_records(project.graph)),
        engine=engine,
        steps=tuple(watch.taken),
        index_step=INDEX_STEP,
        site_bytes=_bytes_below(root / "site"),
        index_bytes=_bytes_below(root / "site" / INDEX),
        words_bytes=(root / "site" / WORDS).stat().st_size,
    )
