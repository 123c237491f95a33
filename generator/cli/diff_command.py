"""``minggui diff``: what changed between two editions of the data, and ``publish-list``: what was ever public."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Sequence
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import NoReturn

import click

from generator.changes import Told, compare, file_text, kept, tell
from generator.cli.report import FINDINGS, give_up, root_option, step
from generator.dataset import read_dataset
from generator.dataset.published import FILE, Key, lasting, list_text
from generator.diagnostics import has_errors, one_line
from generator.graph import Graph
from generator.markdown import escape
from generator.model import Change
from generator.site.revisions import Edition, RevisionError, nothing, read_edition

FOLDER = "data/changes"
SHOWN_GONE = 10


def _heading(new: Graph, old: Graph, plan: str) -> str:
    found = new.plans.get(plan) or old.plans.get(plan)
    return found.short_title if found else "不属于哪一份文件的（单位、地方、主题、名词等）"


def _as_text(told: Sequence[Told], old: Graph, new: Graph, markdown: bool) -> str:
    """Return the sentences under the names of their plans."""
    lines = []
    for plan, group in groupby(told, key=lambda one: one.difference.plan):
        heading = _heading(new, old, plan)
        lines += [f"## {escape(heading)}", ""] if markdown else [one_line(heading)]
        lines += [f"- {escape(one.text)}" if markdown else f"  {one_line(one.text)}" for one in group]
        lines += [""] if markdown else []
    return "\n".join(lines).rstrip()


def _as_json(told: Sequence[Told]) -> str:
    rows = []
    for one in told:
        d = one.difference
        row = {"what": d.what, "kind": d.kind, "id": d.id, "old_id": d.old_id, "new_id": d.new_id, "plan": d.plan, "field": d.field}
        row |= {"old": d.old, "new": d.new} if d.field else {}
        rows.append(row | {"units": d.units, "about": one.about, "text": one.text, "minor": one.minor})
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _editions(root: Path, revisions: Sequence[str], first: bool) -> tuple[Edition, Edition]:
    """Read the two editions that the arguments name, or leave."""
    if len(revisions) > (1 if first else 2) or not (revisions or first):
        give_up("请写两个版本（旧的在前），或一个版本（和现在的文件夹比），或 --first（第一次公开）")
    try:
        with step("读取两个版本的数据"):
            old = nothing() if first else read_edition(root, revisions[0])
            rest = revisions if first else revisions[1:]
            return old, read_edition(root, rest[0] if rest else str(root))
    except RevisionError as error:
        give_up(str(error))
    except OSError as error:
        give_up(f"读不了文件（{error.strerror}）：{error.filename}")


def _write(root: Path, new: Edition, told: Sequence[Told], day: date | None, reason: str | None) -> None:
    """Keep the differences in the file of their day."""
    moment = day or new.as_of
    if moment is None:
        give_up("不知道写哪一天：后一个版本没有 mkdocs.yml 里的 as_of，请用 --date 写明")
    path = root / FOLDER / f"{moment.isoformat()}.yml"
    dataset, findings = read_dataset(root)
    own = [finding for finding in findings if finding.span.file == f"{FOLDER}/{path.name}"]
    if has_errors(own):
        give_up(f"{path} 里有错误，请先运行 minggui check 改好")
    before = [c for c in dataset.all(Change).values() if dataset.span(c).file == f"{FOLDER}/{path.name}"]
    entries = kept(before, told, moment, reason)
    try:
        if entries:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file_text(entries), encoding="utf-8", newline="\n")
    except OSError as error:
        give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    added = len(entries) - len(before)
    click.echo(f"{path} 里新写了 {added} 条。" if added else "没有要新写的变化。", err=True)


@click.command("diff")
@click.argument("revisions", nargs=-1, metavar="旧版本 [新版本]")
@root_option
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", show_default=True, help="怎样显示。")
@click.option("--all", "everything", is_flag=True, help="也显示读者看不到的变化（原文位置、次序、搜索用的词等）。")
@click.option("--first", is_flag=True, help="和什么都没有比：第一次公开，每份规划一条。")
@click.option("--write", is_flag=True, help="写进 data/changes/<日期>.yml，网站的“更新记录”会显示。")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="写进去的日期；不写就用新版本的数据截止日期（as_of）。")
@click.option("--correction", "reason", metavar="错在哪里", help="这些变化都是更正：以前写错了。")
def diff_command(
    revisions: Sequence[str], root: Path, form: str, everything: bool, first: bool, write: bool, day: datetime | None, reason: str | None
) -> None:
    """两个版本的数据有什么不同：逐条记录地说，不是逐行地说。

    版本是 git 的提交、分支、标签，或者放着 data/ 的文件夹。只写一个，就和现在的文件夹比。

    \b
    例如：
      minggui diff main                     还没有提交的改动
      minggui diff v1 v2 --write            写进更新记录
      minggui diff v1 v2 --write --correction 抄错了年份
    """
    old, new = _editions(root, revisions, first)
    for edition, word in ((old, "旧"), (new, "新")):
        if edition.broken:
            click.echo(f"提醒：{word}版本有 {edition.broken} 处读不出来，那里的变化没有比较。", err=True)
        unread = sorted(edition.graph.dataset.unread)
        if unread and write:
            give_up(f"{word}版本的 {unread[0]} 读不了，里面的记录会被当成没有，不能写进更新记录")
        if unread:
            click.echo(f"提醒：{word}版本的 {'、'.join(unread[:5])} 读不了，里面的记录都当成没有。", err=True)
    told = [tell(old.graph, new.graph, difference) for difference in compare(old.graph, new.graph)]
    shown = [one for one in told if everything or not one.minor]
    click.echo(_as_json(shown) if form == "json" else _as_text(shown, old.graph, new.graph, form == "md") or "没有变化。")
    left = len(told) - len(shown)
    click.echo(f"共 {len(shown)} 处变化" + (f"，另有 {left} 处读者看不到，用 --all 显示。" if left else "。"), err=True)
    if write:
        _write(root, new, told, day.date() if day else None, reason)


def _check_shrunk(root: Path, revision: str, now: Collection[Key]) -> NoReturn:
    """Say which lines of an earlier list are gone, and leave: a line taken out by hand would hide the loss of its record."""
    try:
        with step("读取以前的名单"):
            before = read_edition(root, revision).graph.dataset.published
    except (RevisionError, OSError) as error:
        give_up(str(error))
    gone = [f"{kind} {identifier}" for kind, identifier in sorted(set(before) - set(now))]
    if gone:
        shown = "、".join(gone[:SHOWN_GONE]) + ("……" if len(gone) > SHOWN_GONE else "")
        click.echo(f"data/{FILE} 少了 {len(gone)} 条：{shown}。名单只增不减，请恢复它们", err=True)
    sys.exit(FINDINGS if gone else 0)


@click.command("publish-list")
@root_option
@click.option("--check", "only_check", is_flag=True, help="只检查有没有该写进去的，不写文件。")
@click.option("--since", "revision", metavar="版本", help="只检查这个版本（git 的提交或文件夹）的名单里有没有少了的，不写文件。")
def publish_list_command(root: Path, only_check: bool, revision: str | None) -> None:
    """把新的记录写进 data/published.txt：公开过的全部编号。

    名单只增不减。名单里有、数据里没有的编号，minggui check 会要求在 data/redirects.yml 里写明转到哪里。

    \b
    例如：
      minggui publish-list
      minggui publish-list --check      只看有没有新记录
      minggui publish-list --since main 只看名单有没有变短
    """
    dataset, findings = read_dataset(root)
    if revision is not None:
        _check_shrunk(root, revision, dataset.published)
    if has_errors(findings):
        give_up("数据有错误，请先运行 minggui check 改好")
    new = lasting(dataset.records) - set(dataset.published)
    if only_check:
        if new:
            click.echo(f"有 {len(new)} 条新记录没有写进 data/{FILE}，请运行 minggui publish-list 并一起提交", err=True)
        sys.exit(FINDINGS if new else 0)
    text = list_text(set(dataset.published) | new)
    try:
        (root / "data" / FILE).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    click.echo(f"新写进 {len(new)} 条，共 {len(set(dataset.published) | new)} 条。", err=True)
