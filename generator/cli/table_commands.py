"""``minggui export-table`` and ``import-table``: data out to a spreadsheet and back."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator.cli.report import FINDINGS, format_option, give_up, given, root_option, show, step, summary
from generator.dataset import Dataset, read_dataset
from generator.diagnostics import has_errors, one_line
from generator.editing import KNOWN, Review, Table, difference, read_table, review, words
from generator.exports.csv_files import table_text
from generator.exports.rows import rows_by_kind
from generator.graph import Graph, link
from generator.site.revisions import RevisionError, read_edition
from generator.site.settings import read_site
from generator.tables import FILES
from generator.text.nearest import proposal

_KINDS = {name: kind for kind, name in FILES.items()}


def _data(root: Path) -> Dataset:
    """Read the data, or leave: a table cannot be compared with records that cannot be read."""
    with step("读数据"):
        dataset, findings = read_dataset(root)
    if has_errors(findings):
        give_up("数据里有读不了的地方，请先运行 minggui check 改好")
    return dataset


def _base(root: Path) -> str:
    site, _ = read_site(root, os.environ)
    return site.url if site else ""


@click.command("export-table")
@click.argument("name", metavar="表名")
@root_option
@click.option("--plan", help="只要一份规划的，例如 alxa-right-145。")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="写到哪个文件；不写就是 表名.csv。")
def export_table(name: str, root: Path, plan: str | None, output: Path | None) -> None:
    """写出一张可以在表格软件里编辑的表（CSV）。

    列和网站“开放数据”页上的一样。常用的表名：tasks 任务，targets 目标，indicators 指标数值，projects 项目，units 单位。

    \b
    例如：
      minggui export-table tasks --plan alxa-right-145
      minggui export-table projects -o 项目.csv
    """
    if name not in _KINDS:
        give_up(f"没有叫“{name}”的表{proposal(name, _KINDS)}；有的是：{'、'.join(_KINDS)}")
    graph = link(_data(root))
    if plan is not None and plan not in graph.plans:
        give_up(f"没有编号为“{plan}”的规划{proposal(plan, graph.plans)}")
    rows = [row for row in rows_by_kind(graph, _base(root))[_KINDS[name]] if plan in (None, row.get("plan"))]
    path = output or Path(f"{name}.csv")
    try:
        path.write_bytes(table_text(graph, _KINDS[name], rows).encode("utf-8"))
    except OSError as error:
        give_up(f"{path}：写不了文件（{error.strerror}）")
    click.echo(f"写了 {len(rows)} 行：{path}。改好以后运行 minggui import-table {path}", err=True)


def _table(file: Path, sheet: str | None) -> Table:
    data = given(file)
    table, findings = read_table(data, file.name, KNOWN, sheet)
    show(findings, "text")
    if table is None:
        sys.exit(FINDINGS)
    return table


def _edition(root: Path, revision: str | None) -> Graph | None:
    try:
        return read_edition(root, revision).graph if revision is not None else None
    except (RevisionError, OSError) as error:
        give_up(str(error))


@click.command("import-table")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@root_option
@format_option
@click.option("--sheet", help="工作簿里的哪张工作表；不写就自己找。")
@click.option("--since", "revision", metavar="版本", help="表是从哪个版本导出的（git 的提交或文件夹）：之后别人改的不会退回去。")
@click.option("--write", "-w", is_flag=True, help="写进 data/。不加就只显示会改什么。")
def import_table(file: Path, root: Path, form: str, sheet: str | None, revision: str | None, write: bool) -> None:
    """把在表格软件里改过的表读回来，改 data/ 里的 YAML。

    表从网站的“开放数据”页下载，或用 minggui export-table 写出；CSV 和 xlsx 都可以。按 id 一列对上记录，
    只改动过的字段，其他行和注释不动。清空一格，就是删去那个字段。表里少了的行只报告，不删；新的记录不能在表里加。

    先显示会改什么；看好了，再加 --write 写。有一处错就都不写，错在哪一格会写明。

    导出以后数据又改过的，请用 --since 写明表是从哪个版本导出的；不写，表里旧的内容会当成改动。

    \b
    例如：
      minggui import-table tasks.csv
      minggui import-table tasks.csv --write
      minggui import-table tasks.csv --since HEAD~3
      minggui import-table 任务.xlsx --sheet tasks
    """
    table = _table(file, sheet)
    dataset = _data(root)
    with step("比较"):
        found = review(table, root, dataset, _base(root), _edition(root, revision))
    show(found.findings, form)
    _print(table, found)
    click.echo(summary(found.findings).replace("改好错误后才能发布。", "改好以前什么也不写。"), err=True)
    if not found.can_be_written:
        sys.exit(FINDINGS)
    if write:
        _write(root, found)
    elif found.after:
        click.echo(f"会改 {len(found.after)} 个文件。看好了，加 --write 再运行一次。", err=True)


def _print(table: Table, found: Review) -> None:
    for change in found.changes:
        for cell in change.cells:
            click.echo(one_line(words(table, change, cell)))
    if not found.changes:
        click.echo("没有改动。", err=True)
    if found.before and found.after and found.can_be_written:
        for line in difference(found.before, found.after).split("\n"):
            colour = {"+": "green", "-": "red"}.get(line[:1])
            click.echo(click.style(one_line(line), fg=colour))


def _write(root: Path, found: Review) -> None:
    try:
        for name, data in (found.after or {}).items():
            draft = root / (name + ".new")
            draft.write_bytes(data)
            draft.replace(root / name)
    except OSError as error:
        give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    click.echo(f"改了 {len(found.after or {})} 个文件。", err=True)
