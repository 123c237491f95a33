"""``minggui fmt``: the canonical form of data files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.authoring import canonical
from generator.cli.edits import difference, inside, write_text
from generator.cli.report import FINDINGS, give_up, root_option, show
from generator.dataset.read import data_files
from generator.diagnostics import Diagnostic, one_line


@click.command("fmt")
@click.argument("files", nargs=-1, type=click.Path(exists=True, path_type=Path))
@root_option
@click.option("--check", "only_check", is_flag=True, help="只检查，不写文件；有要整理的文件就列出来，退出码 1（CI 用）。")
@click.option("--diff", "only_diff", is_flag=True, help="只显示会改哪几行，不写文件。")
def fmt_command(files: Sequence[Path], root: Path, only_check: bool, only_diff: bool) -> None:
    """把数据文件整理成统一的写法：字段的先后、引号、缩进、一行写多少。

    只改写法，不改内容；注释都留着。不写文件名，就整理 data/ 里的全部文件。

    \b
    例如：
      minggui fmt                                  整理全部数据文件
      minggui fmt data/plans/hure-145/c03.yml      只整理一个文件
      minggui fmt --diff                           先看看会改什么
      minggui fmt --check                          只检查（拉取请求里自动运行的就是它）
    """
    findings: list[Diagnostic] = []
    changed: list[str] = []
    for path, inner in _chosen(root, files):
        name = f"data/{inner}"
        try:
            data = path.read_bytes()
            made = canonical(data, name, inner)
            findings += made.findings
            own = data.decode("utf-8", "replace")
            if made.findings or made.text == own:
                continue
            changed.append(name)
            if only_diff:
                difference(name, own, made.text)
            elif not only_check:
                write_text(path, made.text)
        except OSError as error:
            give_up(f"{name}：文件读写不了（{error.strerror}）")
    show(findings, "text")
    _tell(changed, only_check or only_diff)
    sys.exit(FINDINGS if findings or (changed and (only_check or only_diff)) else 0)


def _chosen(root: Path, files: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Yield the files to look at, each with its path below ``data/``; folders stand for all files in them."""
    base = root / "data"
    if not base.is_dir():
        give_up(f"{root} 里没有 data 文件夹；请在项目的根目录运行，或用 --root 指出它")
    if not files:
        yield from ((path, path.relative_to(base).as_posix()) for path in data_files(base))
    for file in files:
        for path in data_files(file) if file.is_dir() else [file]:
            yield path, inside(base, path)


def _tell(changed: Sequence[str], only_look: bool) -> None:
    for name in changed:
        click.echo(one_line(f"{name}：要整理" if only_look else f"{name}：整理好了"), err=not only_look)
    if not changed:
        click.echo("写法都是统一的。", err=True)
    elif only_look:
        click.echo(f"{len(changed)} 个文件要整理，请运行 minggui fmt。", err=True)
