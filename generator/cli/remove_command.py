"""``minggui remove``: takes a record away, or merges it into another; shows what would change unless told to do it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click

from generator.authoring.names import Known, called, likeliest
from generator.authoring.referrers import Referrer, mentions, referrers
from generator.authoring.remove import Because, Removal, leads_to, merge, remove
from generator.cli.complete import records_named
from generator.cli.edits import difference, read_texts, write_text
from generator.cli.report import FINDINGS, give_up, root_option
from generator.dataset import Dataset, read_dataset
from generator.diagnostics import one_line
from generator.model import Record
from generator.model.identity import HISTORY, KINDS
from generator.text.nearest import nearest

COUNTED = frozenset({"task", "division", "indicator-row", "box"})


@click.command("remove")
@click.argument("identifier", metavar="编号", shell_complete=records_named(()))
@root_option
@click.option(
    "--into", metavar="编号", shell_complete=records_named(()), help="和这一条合并：用到它的地方都改成这一条，名称记成它的别的叫法。"
)
@click.option("--to", metavar="编号或地址", help="删去以后，它原来的网址转到哪里，例如 units/。不写就转到它所属的记录或那一类的列表。")
@click.option("--reason", help="为什么删去，记在 data/redirects.yml 里。")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="哪天起停用；不写就是今天。")
@click.option("--kind", type=click.Choice(tuple(kind for kind in KINDS if kind not in HISTORY)), help="几种记录编号相同时，说明是哪一种。")
@click.option("--dry-run", is_flag=True, help="只显示会改什么，不写文件（不写 --yes 时就是这样）。")
@click.option("--yes", is_flag=True, help="真的改。")
def remove_command(
    identifier: str,
    root: Path,
    into: str | None,
    to: str | None,
    reason: str | None,
    since: datetime | None,
    kind: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """删去一条记录，或者把它并到另一条里。

    还有别处用到它时，列出每一处的文件和行，不删。编号停用后不会再给别的记录；
    它原来的网址转到哪里，记在 data/redirects.yml 里。

    \b
    例如：
      minggui remove hure-gonganju                          看看谁用到它、会改什么
      minggui remove hure-gonganju --into hure-gongan       看看合并会改什么
      minggui remove hure-gonganju --into hure-gongan --yes 合并
    """
    dataset, findings = read_dataset(root)
    if any(finding.rule != "unknown-file" for finding in findings):
        give_up("数据里有读不了的地方，看不全谁用到它；请先运行 minggui check 改好")
    texts = read_texts(root)
    record = _found(dataset, identifier, kind)
    if record.KIND == "plan":
        give_up("整份规划不能这样删：请先把它的文件夹移走，再运行 minggui check 看谁用到它")
    because = Because(since.date() if since else date.today(), reason or "")
    if into is not None:
        done = _merged(dataset, texts, record, _found(dataset, into, record.KIND), because)
    else:
        done = _removed(dataset, texts, root, record, to, because)
    _show(texts, done)
    for span in mentions(_pages(root), record):
        click.echo(one_line(f"{span}: 网页里有指向它的链接，请自己改"))
    if yes and not dry_run:
        _write(root, done)
    else:
        click.echo("还没有改。确定的话，加上 --yes 再运行一次。", err=True)
    if record.KIND in COUNTED:
        click.echo("提醒：plan.yml 的 expected 写着原文有多少个，数过原文再改。", err=True)


def _found(dataset: Dataset, identifier: str, kind: str | None) -> Record:
    """Return the record of an id, or leave."""
    shelves = {k: shelf for k, shelf in dataset.records.items() if k == kind or (kind is None and k not in HISTORY)}
    found = [shelf[identifier] for shelf in shelves.values() if identifier in shelf]
    if len(found) != 1:
        _none(identifier, found, shelves, kind)
    return found[0]


def _none(identifier: str, found: list[Record], shelves: dict[str, Mapping[str, Record]], kind: str | None) -> NoReturn:
    """Say why no one record is meant, and leave."""
    if found:
        kinds = "、".join(f"--kind {record.KIND}（{KINDS[record.KIND]}）" for record in found)
        give_up(f"编号“{identifier}”同时是几种记录，请写明是哪一种：{kinds}")
    near = nearest(identifier, [i for shelf in shelves.values() for i in shelf], 3)
    tail = "；是不是：" + "、".join(near) if near else ""
    give_up(f"没有编号为“{identifier}”的{KINDS[kind] if kind else '记录'}{tail}")


def _merged(dataset: Dataset, texts: dict[str, str], record: Record, into: Record, because: Because) -> Removal:
    why = because.reason or f"和“{called(into)}”合并"
    done = merge(dataset, texts, record, into, Because(because.since, why))
    if isinstance(done, str):
        give_up(done)
    return done


def _removed(dataset: Dataset, texts: dict[str, str], root: Path, record: Record, to: str | None, because: Because) -> Removal:
    used = referrers(dataset, record)
    if used:
        _refuse(dataset, record, used)
    target = to or leads_to(record)
    if not target:
        give_up("请用 --to 说明它原来的网址转到哪里，例如 --to units/")
    listed = root / "data" / "published.txt"
    published = listed.read_text(encoding="utf-8", errors="replace") if listed.is_file() else ""
    return remove(dataset, texts, record, target, Because(because.since, because.reason or "不再收录"), published)


def _refuse(dataset: Dataset, record: Record, used: list[Referrer]) -> None:
    for referrer in used:
        named = "" if referrer.named == record.id else f"（指的是里面的 {referrer.named}）"
        click.echo(one_line(f"{referrer.span}: {referrer.words}用到它{named}"))
    click.echo(f"有 {len(used)} 处用到{KINDS[record.KIND]}“{called(record)}”（{record.id}），没有删。", err=True)
    click.echo(one_line(_proposal(record, likeliest(dataset, record))), err=True)
    sys.exit(FINDINGS)


def _proposal(record: Record, likely: Known | None) -> str:
    """Say what to do with a record that is used: mend the places, or merge it, if possible into the one that it may be."""
    if likely is None:
        return f"先改那些地方；或者并到另一条里：minggui remove {record.id} --into 另一条的编号"
    other = likely.record
    alias = "" if likely.name == called(other) else f"，也叫“{likely.name}”"
    how = "名称相同的有" if likely.same else "名称最接近的是"
    return (
        f"先改那些地方；或者并到另一条里。{how}{KINDS[other.KIND]}“{called(other)}”（{other.id}{alias}），"
        f"看清楚确实是同一个，再运行 minggui remove {record.id} --into {other.id}"
    )


def _show(texts: dict[str, str], done: Removal) -> None:
    for words in done.said:
        click.echo(one_line(words))
    for words in done.lost:
        click.echo(one_line(f"一起删去的注释：{words}"))
    for file, text in done.texts.items():
        difference(f"data/{file}", texts.get(file, ""), text or "")


def _pages(root: Path) -> dict[str, str]:
    folder = root / "site_src" / "pages"
    files = sorted(folder.rglob("*.md")) if folder.is_dir() else []
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in files}


def _write(root: Path, done: Removal) -> None:
    """Write what stays before taking files away, so that a stop in the middle loses nothing."""
    try:
        for file, text in done.texts.items():
            if text is not None:
                write_text(root / "data" / file, text)
        for file, text in done.texts.items():
            if text is None:
                (root / "data" / file).unlink()
    except OSError as error:
        give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    click.echo(f"改了 {len(done.texts)} 个文件。请运行 minggui check 看一遍。", err=True)
