"""``minggui texts``: the catalogues of the interface's words."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from generator.cli.report import FINDINGS, give_up, root_option, step
from generator.language.catalogue import TAG
from generator.language.progress import progress_of
from generator.site.texts import renewed


@click.command("texts")
@click.argument("tags", nargs=-1)
@root_option
@click.option("--check", "only_check", is_flag=True, help="只检查，不写文件；要更新的列出来，退出码 1（CI 用）。")
def texts_command(tags: tuple[str, ...], root: Path, only_check: bool) -> None:
    """收集网站的全部界面文字，写进 site_src/languages/ 里的译文文件。

    每种语言一个 .po 文件，用 Poedit、Weblate 一类的工具翻译，不用改程序。已有的译文都留着；
    改过的中文，旧译文标作 fuzzy（要人再看一眼，看过以前网站显示中文）；不用了的删去。
    语言的代号按 BCP 47，例如 en（英文）、mn-Mong（传统蒙古文）。译好以后在 mkdocs.yml 的 languages 里写上它。

    \b
    例如：
      minggui texts              更新已有的每个文件
      minggui texts mn-Mong      开始一种新的语言
      minggui texts --check      只看要不要更新
    """
    for tag in tags:
        if not re.match(TAG, tag):
            give_up(f"“{tag}”不是语言的代号；写成 en、mn-Mong、zh-Hant-HK 这样")
    stale = 0
    with step("收集界面文字"):
        found = list(renewed(root, tags))
    for path, before, after in found:
        name = path.relative_to(root).as_posix()
        click.echo(f"{name}：{progress_of(after)}", err=True)
        if before == after:
            continue
        stale += 1
        if only_check:
            click.echo(f"{name} 不是最新的；请运行 minggui texts")
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(after)
        except OSError as error:
            give_up(f"{name}：写不了文件（{error.strerror}）")
    if not stale:
        click.echo("都是最新的。", err=True)
    sys.exit(FINDINGS if stale and only_check else 0)
