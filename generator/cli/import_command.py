"""``minggui import``: a draft plan from an official document, or the changes of a corrected one."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import click
from ruamel.yaml.error import YAMLError

from generator.cli.complete import records_named
from generator.cli.report import give_up, given, show, step
from generator.dataset import Dataset, read_dataset
from generator.diagnostics import one_line
from generator.documents import Document, read_document
from generator.importing.desk import PlanKind, Request
from generator.importing.draft import Draft, draft_plan
from generator.importing.merge import Merged, merge
from generator.importing.report import counts_line, report
from generator.importing.write import Places, proposed_names, read_folder, write_draft, write_merged, write_work
from generator.model import Region
from generator.model.identity import ID_PATTERN
from generator.text.nearest import proposal

LONGEST_TEXT = 5_000_000
"""Characters. The longest plan of a province has 300,000."""


def _years(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    found = re.fullmatch(r"(\d{4})(?:[-—–~～至](\d{4}))?", value.strip())
    years = (int(found[1]), int(found[2] or found[1])) if found else None
    if years is None or not 1900 <= years[0] <= years[1] <= 2100:
        raise click.BadParameter("写成 2021-2025 这样")
    return years


def _id(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not re.fullmatch(ID_PATTERN, value) or len(value) > 60:
        raise click.BadParameter("编号只能用小写字母、数字和连字符，例如 alxa-right-145")
    return value


def _read(file: Path) -> tuple[Document, str]:
    """Return the document and the hash of its bytes, or leave."""
    data = given(file)
    document, findings = read_document(data, str(file))
    if document is None:
        give_up(f"{file}：{findings[0].message if findings else '读不出来'}")
    if len(document.text) > LONGEST_TEXT:
        give_up(f"{file}：文字太多（{len(document.text)} 字，最多 {LONGEST_TEXT} 字），不像一份规划")
    show(findings, "text")
    return document, hashlib.sha256(data).hexdigest()


@click.command("import")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--plan", required=True, callback=_id, help="新规划的编号，例如 hure-145。")
@click.option(
    "--region", required=True, callback=_id, shell_complete=records_named(("region",)), help="地区的编号（见 data/regions.yml）。"
)
@click.option(
    "--kind",
    type=click.Choice(["outline", "scheme", "report"]),
    help="outline 规划纲要，scheme 分工方案，report 政府工作报告；不写就按标题判断。",
)
@click.option("--period", callback=_years, help="规划期，例如 2021-2025；不写就按标题判断。")
@click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), show_default="当前目录", help="项目的根目录。"
)
@click.option("--force", is_flag=True, help="已有的规划文件夹移到 build/import/，重新写一份草稿。")
@click.option("--dry-run", is_flag=True, help="只显示会做什么，不写任何文件。")
def import_command(
    file: Path, plan: str, region: str, kind: PlanKind | None, period: tuple[int, int] | None, root: Path, force: bool, dry_run: bool
) -> None:
    """读一份官方文件（txt、html、docx、pdf），写成规划的草稿。

    事实都填好，解读留给编者（【待写】），拿不准的行带“# 请核对”。
    规划已经有了的话，只把原文的变化合并进去，人写的解读和注释不动。

    \b
    例如：
      minggui import 规划.docx --plan hure-145 --region hure --dry-run      先看看会写什么
      minggui import 规划.docx --plan hure-145 --region hure
    """
    with step("读文件"):
        document, sha256 = _read(file)
    with step("读已有的数据"):
        dataset, _ = read_dataset(root)
    _known_region(dataset, region)
    with step("写草稿"):
        draft = draft_plan(document, dataset, Request(plan, region, kind, period, date.today(), sha256))
    if isinstance(draft, str):
        give_up(f"{file}：{draft}")
    click.echo(counts_line(draft))
    places = Places(root, plan)
    try:
        if places.folder.exists() and not force:
            _merge(places, draft, file, dry_run)
        else:
            _write_new(places, draft, file, dry_run)
    except OSError as error:
        give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    except YAMLError as error:
        give_up(f"{places.folder} 里有文件改不了，请先运行 minggui check：{str(error)[:200]}")


def _known_region(dataset: Dataset, region: str) -> None:
    regions = dataset.all(Region)
    if region not in regions:
        tail = proposal(region, regions).removeprefix("；") or "没有相近的。"
        click.echo(f"提醒：还没有编号为“{region}”的地区。{tail}是新地区的话，先照 build/import/ 里的 regions.yml 登记", err=True)


def _write_new(places: Places, draft: Draft, file: Path, dry_run: bool) -> None:
    if dry_run:
        for name in draft.files:
            click.echo(f"会写 {places.folder / name}.yml")
        return
    with step("写文件"):
        kept = write_draft(places, draft)
        write_work(places, draft, report(draft, file.name, None), draft.files)
    if kept is not None:
        click.echo(f"原来的文件夹在 {kept}。", err=True)
    click.echo(f"草稿在 {places.folder}，报告在 {places.work / 'report.md'}。", err=True)


def _merge(places: Places, draft: Draft, file: Path, dry_run: bool) -> None:
    """Bring a corrected document into a folder that is there."""
    with step("和已有的数据比较"):
        old, broken = read_folder(places.folder)
        if broken:
            give_up(f"{places.folder / broken[0]} 读不了，请先运行 minggui check 改好，再导入")
        base = read_folder(places.work / "draft")[0] if (places.work / "draft").is_dir() else None
        names = proposed_names(places) | draft.registry.unit_names
        merged: Merged = merge(old, draft.files, base, draft.plan, names)
    for words in merged.changes:
        click.echo(one_line(words))
    for words in merged.kept:
        click.echo(one_line(f"没有改：{words}"))
    if not merged.changes:
        click.echo("原文没有变化。" if not merged.kept else "没有要写的变化。", err=True)
    if dry_run:
        return
    with step("写文件"):
        files = write_merged(places, merged)
        write_work(places, draft, report(draft, file.name, merged), merged.draft)
    click.echo(f"改了 {len(files)} 个文件，报告在 {places.work / 'report.md'}。", err=True)
