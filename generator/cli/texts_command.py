"""``minggui texts``: the catalogues of the interface's words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.report import FINDINGS, give_up, root_option, step
from generator.dataset import read_dataset
from generator.dataset.translate import TRANSLATABLE
from generator.diagnostics import as_text, has_errors
from generator.language import CHINESE
from generator.language.catalogue import TAG
from generator.language.progress import progress_of
from generator.site.settings import FILE, read_site
from generator.site.texts import Renewed, renewed, renewed_content, unreadable


@click.command("texts")
@click.argument("tags", nargs=-1)
@root_option
@click.option("--content", is_flag=True, help="不是界面文字，而是数据里的内容：名称、概括、说明。要写语言的代号。")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(list(TRANSLATABLE)), help="和 --content 一起用：翻译哪一类记录，可以写几次。"
)
@click.option("--check", "only_check", is_flag=True, help="只检查，不写文件；要更新的列出来，退出码 1（CI 用）。")
def texts_command(tags: tuple[str, ...], root: Path, content: bool, kinds: tuple[str, ...], only_check: bool) -> None:
    """收集网站的全部界面文字，写进 site_src/languages/ 里的译文文件。

    每种语言一个 .po 文件，用 Poedit、Weblate 一类的工具翻译，不用改程序。已有的译文都留着；
    改过的中文，旧译文标作 fuzzy（要人再看一眼，看过以前网站显示中文）；不用了的删去。
    语言的代号按 BCP 47，例如 en（英文）、mn-Mong（传统蒙古文）。译好以后在 mkdocs.yml 的 languages 里写上它。

    数据里的内容另放在 data/translations/，没有译的显示中文；中文改了，那一条就回到中文，直到重新译好。

    \b
    例如：
      minggui texts              更新已有的每个文件
      minggui texts mn-Mong      开始一种新的语言
      minggui texts --check      只看要不要更新
      minggui texts mn-Mong --content --kind topic --kind unit     翻译主题和单位
    """
    _refuse(tags, content, kinds)
    if broken := unreadable(root, tags, content):
        give_up("\n".join(map(as_text, broken)) + "\n没有写任何文件：改好这几行再运行，免得丢了已有的译文。")
    with step("收集数据里的文字" if content else "收集界面文字"):
        found = list(_content(root, tags, kinds) if content else renewed(root, tags))
    stale = [one for one in found if _tell(root, one, only_check, _again(tags, content))]
    if not only_check:
        _tell_unset(root, tags)
    if not stale:
        click.echo("都是最新的。", err=True)
    sys.exit(FINDINGS if stale and only_check else 0)


def _refuse(tags: tuple[str, ...], content: bool, kinds: tuple[str, ...]) -> None:
    """Leave where the arguments cannot be meant so."""
    for tag in tags:
        if not re.match(TAG, tag):
            give_up(f"“{tag}”不是语言的代号；写成 en、mn-Mong、zh-Hant-HK 这样")
    if content and not tags:
        give_up("--content 要写语言的代号，例如 minggui texts mn-Mong --content --kind topic")
    if kinds and not content:
        give_up("--kind 要和 --content 一起用")


def _content(root: Path, tags: tuple[str, ...], kinds: tuple[str, ...]) -> Iterator[Renewed]:
    dataset, findings = read_dataset(root)
    if has_errors(findings):
        give_up("数据有错误，请先运行 minggui check")
    for tag in tags:
        found = renewed_content(root, dataset, tag, kinds)
        if found[1] is None and not kinds:
            give_up(f"{tag} 还没有内容的译文；用 --kind 写明从哪一类开始，例如 --kind topic")
        yield found


def _again(tags: tuple[str, ...], content: bool) -> str:
    return f"minggui texts {' '.join(tags)} --content" if content else "minggui texts"


def _tell_unset(root: Path, tags: tuple[str, ...]) -> None:
    """Say which of the languages just asked for the site does not show: the next step is a setting."""
    site, _ = read_site(root, {})
    shown = {language.tag for language in site.languages} | {CHINESE.tag} if site else set(tags)
    for tag in dict.fromkeys(tags):
        if tag not in shown:
            click.echo(f"{FILE} 的 languages 里还没有 {tag}：写上以后，网站才有这种语言（怎样写见 docs/languages.zh.md）。", err=True)


def _without_chinese(before: bytes | None, after: bytes) -> int:
    """Count the translations that a renewed catalogue has no place for."""
    was, now = progress_of(before or b""), progress_of(after)
    return max(0, was.translated + was.fuzzy - now.translated - now.fuzzy)


def _tell(root: Path, one: Renewed, only_check: bool, again: str) -> bool:
    """Say how far a catalogue is, write it where it is stale, and return whether it was."""
    path, before, after = one
    name = path.relative_to(root).as_posix()
    click.echo(f"{name}：{progress_of(after)}", err=True)
    if before == after:
        return False
    if lost := _without_chinese(before, after):
        click.echo(
            f"{name}：{lost}条译文的 msgid 已经不是网站里的中文，{'更新时会删去' if only_check else '删去了'}；自己改过 msgid 的请改回来。",
            err=True,
        )
    if only_check:
        click.echo(f"{name} 不是最新的；请运行 {again}")
        return True
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(after)
    except OSError as error:
        give_up(f"{name}：写不了文件（{error.strerror}）")
    return True
