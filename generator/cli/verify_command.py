"""``minggui verify``: the data against the official documents."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.cli.complete import records_named
from generator.cli.report import FINDINGS, format_option, give_up, root_option, show, step
from generator.diagnostics import Diagnostic, Level, in_order
from generator.graph import Graph
from generator.model import Verification
from generator.site.project import Project, read_project
from generator.verify import Ledger, Passages, Verified, file_text, ledger_of, read_sources, verify
from generator.verify.ledger import WORDS

sources_option = click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="MINGGUI_SOURCES",
    required=True,
    help="放官方文件的文件夹（按 sha256 找）。也可以用环境变量 MINGGUI_SOURCES。",
)


@click.command("verify")
@root_option
@format_option
@sources_option
@click.option("--plan", "plans", multiple=True, shell_complete=records_named(("plan",)), help="只核对这份规划；可以写几次。")
@click.option("--write", is_flag=True, help="把结果写进 data/plans/<规划>/verification.yml，网站会显示。")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="写进结果的日期；不写就用网站的数据截止日期。")
def verify_command(root: Path, form: str, sources: Path, plans: Sequence[str], write: bool, day: date | None) -> None:
    """拿官方文件核对数据：标题、单位、数字、日期、名称是不是都写在原文的那一段里。

    反过来也看：原文里的标题、条目、责任单位行、数字和项目，数据里有没有。

    \b
    例如：
      minggui verify --sources 官方文件的文件夹
      minggui verify --sources 官方文件的文件夹 --plan hure-145 --write
    """
    with step("读取数据和官方文件"):
        project = read_project(root)
        passages, findings = read_sources(project.graph, sources)
    unknown = [plan for plan in plans if plan not in project.graph.plans]
    if unknown:
        give_up(f"没有编号为“{unknown[0]}”的规划")
    if plans:
        findings = [finding for finding in findings if any(f"/plans/{plan}/" in finding.span.file for plan in plans)]
    for plan, own in passages.items():
        if not plans or plan in plans:
            findings += _one(project, own, write, (day or (project.site.as_of if project.site else None)))
    show(in_order(findings), form)
    sys.exit(FINDINGS if any(d.level is Level.ERROR for d in findings) else 0)


def _one(project: Project, passages: Passages, write: bool, day: date | None) -> list[Diagnostic]:
    """Compare one plan; print its ledger; keep the result where asked."""
    with step(f"核对 {passages.plan}"):
        verified = verify(project.graph, passages)
        ledger = ledger_of(project.graph, passages)
    _table(passages, verified, ledger)
    if write and day is not None:
        path = project.root / "data" / "plans" / passages.plan / "verification.yml"
        moment = date(day.year, day.month, day.day)
        path.write_text(file_text(passages, verified, ledger, moment, _reasons(project.graph, passages.plan)), encoding="utf-8")
        click.echo(f"结果写在 {path}。", err=True)
    return list(verified.differences)


def _reasons(graph: Graph, plan: str) -> dict[tuple[str, str], str]:
    record = graph.dataset.all(Verification).get(f"{plan}-verification")
    places = record.open if record else ()
    return {(place.what, place.starts): place.reason for place in places if place.reason}


def _table(passages: Passages, verified: Verified, ledger: Ledger) -> None:
    looked = sum(verified.looked_at.values())
    click.echo(f"{passages.plan}：核对了 {looked} 项事实，{len(verified.differences)} 处不同。", err=True)
    for what, count in ledger.counts.items():
        if count.found:
            share = 100 * count.represented / count.found
            click.echo(f"  {WORDS[what]}：原文 {count.found}，数据有 {count.represented}（{share:.1f}%）", err=True)
    for gap in ledger.gaps:
        click.echo(f"    没有收：{WORDS[gap.what]}，第 {gap.line} 行，{gap.text}", err=True)
